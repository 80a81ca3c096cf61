-- Titles are known from a day on, and so are their ends: a past day is read as it was known then.
ALTER TABLE title_holding
  ADD COLUMN recorded_on DATE NULL COMMENT '登记日：自该日起已知有此称号' AFTER held_to,
  ADD COLUMN end_recorded_on DATE NULL COMMENT '终止登记日：自该日起已知提前终止；空表示终止日在登记时已载明，或没有终止日' AFTER recorded_on;

UPDATE title_holding
SET recorded_on = held_from,
    end_recorded_on = CASE WHEN end_document IS NULL THEN NULL ELSE held_to END;

ALTER TABLE title_holding
  MODIFY COLUMN recorded_on DATE NOT NULL COMMENT '登记日：自该日起已知有此称号';

ALTER TABLE company
  MODIFY COLUMN titles_checked_on DATE NULL COMMENT '称号登记自该日起核对完整；空表示未核对，未登记的称号视为不明';
