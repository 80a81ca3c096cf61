-- A conclusion is received once; complaints have no mark.
ALTER TABLE inspection_answer
  ADD COLUMN receipt TINYINT NULL COMMENT '签收为1，其余为空：每次检查只签收一次',
  ADD UNIQUE KEY inspection_answer_receipt (inspection_id, receipt);
