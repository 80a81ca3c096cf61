-- A visit that is put off or brought forward carries its new day, and a conclusion says when the
-- inspection ended on another day than was filed.
ALTER TABLE inspection_addition
  ADD COLUMN moved_to DATE NULL COMMENT '改到哪天检查；没有改期为空',
  ADD COLUMN due_on   DATE NULL COMMENT '改期后报送结论的期限（含）',
  ADD CONSTRAINT inspection_addition_days CHECK ((moved_to IS NULL) = (due_on IS NULL) AND (moved_to IS NULL OR due_on >= moved_to));

ALTER TABLE inspection_conclusion
  ADD COLUMN off_days        BOOLEAN       NOT NULL DEFAULT FALSE COMMENT '检查结束日期不在报备（含改期）的检查日期之内',
  ADD COLUMN off_days_reason VARCHAR(1000) NULL COMMENT '结束日期与报备不符的原因';
