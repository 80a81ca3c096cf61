-- Holders record their yearly updates themselves, so a line of the history says as whom it was
-- written.
ALTER TABLE title_event
  ADD COLUMN recorded_as VARCHAR(80) NULL COMMENT '登记人身份：角色或单位；此前的记录为空' AFTER recorded_by;
