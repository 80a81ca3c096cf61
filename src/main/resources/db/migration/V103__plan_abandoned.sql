-- What was handed in once and came back can be put aside with a reason and keeps its history; its
-- years can then be planned anew.
ALTER TABLE plan_version
  DROP CONSTRAINT plan_version_stage_known,
  MODIFY COLUMN stage VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '环节：DRAFT编制、TOWNSHIP镇街审核、OFFICE培育办审定、RETURNED已退回、APPROVED已批准、ABANDONED已放弃',
  ADD CONSTRAINT plan_version_stage_known CHECK (stage IN ('DRAFT', 'TOWNSHIP', 'OFFICE', 'RETURNED', 'APPROVED', 'ABANDONED'));

ALTER TABLE plan_step
  MODIFY COLUMN move VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '办理动作：SUBMIT提交、WITHDRAW撤回、FORWARD报送、RETURN退回、APPROVE批准、ABANDON放弃编制';

ALTER TABLE plan
  ADD COLUMN standing TINYINT NULL DEFAULT 1 COMMENT '有效为1，放弃后为空：同一起始年度只有一个有效方案',
  ADD UNIQUE KEY plan_standing_once (company_id, first_year, standing),
  DROP KEY plan_once,
  ADD CONSTRAINT plan_standing_known CHECK (standing IS NULL OR standing = 1);
