-- What an inspecting unit plans for a year: how often it visits one company at most, and for what.
CREATE TABLE inspection_plan (
  id           BIGINT       NOT NULL AUTO_INCREMENT COMMENT '编号',
  region_code  VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '检查单位所在区划',
  unit         VARCHAR(60)  NOT NULL COMMENT '检查单位',
  plan_year    SMALLINT     NOT NULL COMMENT '年度',
  year_limit   INT          NULL COMMENT '对一家企业的年度检查上限；空为没有公布',
  document     VARCHAR(200) NOT NULL COMMENT '计划名称和文号',
  filed_on     DATE         NULL COMMENT '备案日期',
  items        MEDIUMTEXT   NOT NULL COMMENT '检查事项，一行一项，各栏以制表符分隔；早先以竖线分隔：编号、事项、依据',
  changed_at   DATETIME(3)  NOT NULL COMMENT '登记时间',
  changed_by   VARCHAR(60)  NOT NULL COMMENT '登记账号',
  version      BIGINT       NOT NULL COMMENT '修改次数，用于发现同时修改',
  PRIMARY KEY (id),
  UNIQUE KEY inspection_plan_once (region_code, unit, plan_year),
  CONSTRAINT inspection_plan_limit CHECK (year_limit IS NULL OR year_limit BETWEEN 0 AND 366)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '年度检查计划';

-- A code that is printed for a company and scanned by inspectors. Its token says nothing about the
-- company; a new one ends the one before.
CREATE TABLE inspection_code (
  id         BIGINT      NOT NULL AUTO_INCREMENT COMMENT '编号',
  company_id BIGINT      NOT NULL COMMENT '企业编号',
  token      VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '随机码',
  issued_at  DATETIME(3) NOT NULL COMMENT '发放时间',
  issued_by  VARCHAR(60) NOT NULL COMMENT '发放账号',
  revoked_at DATETIME(3) NULL COMMENT '作废时间',
  PRIMARY KEY (id),
  UNIQUE KEY inspection_code_token (token),
  KEY inspection_code_company (company_id, revoked_at),
  CONSTRAINT inspection_code_company_fk FOREIGN KEY (company_id) REFERENCES company (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '企业检查码';
