-- How far the lateness of a request had reached when that was written down.
ALTER TABLE request_entry
  ADD COLUMN charge VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT '逾期升级到谁：DEPARTMENT责任部门、OFFICE培育办、LEADER挂钩领导；其他步骤为空',
  ADD CONSTRAINT request_entry_charge_known CHECK ((charge IS NOT NULL) = (move = 'ESCALATE'));
