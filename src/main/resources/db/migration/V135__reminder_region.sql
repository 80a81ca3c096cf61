-- Not everything that is due is about a company: decisions of meetings are a town's or a department's.
ALTER TABLE reminder
  MODIFY company_id BIGINT NULL COMMENT '有关企业；不涉及企业的为空';
