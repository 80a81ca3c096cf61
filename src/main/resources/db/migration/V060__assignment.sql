CREATE TABLE assignment (
  id         BIGINT       NOT NULL AUTO_INCREMENT COMMENT '编号',
  company_id BIGINT       NOT NULL COMMENT '企业编号',
  account_id BIGINT       NOT NULL COMMENT '挂钩领导账号编号',
  held_from  DATE         NOT NULL COMMENT '起始日（含）',
  held_to    DATE         NULL COMMENT '终止日（不含）；空表示仍在挂钩',
  document   VARCHAR(200) NULL COMMENT '依据文件',
  PRIMARY KEY (id),
  UNIQUE KEY assignment_once (company_id, account_id, held_from),
  KEY assignment_account (account_id, held_from, held_to, company_id),
  CONSTRAINT assignment_company_fk FOREIGN KEY (company_id) REFERENCES company (id),
  CONSTRAINT assignment_account_fk FOREIGN KEY (account_id) REFERENCES account (id),
  CONSTRAINT assignment_interval CHECK (held_to IS NULL OR held_to > held_from)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '挂钩';
