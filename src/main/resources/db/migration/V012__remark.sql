-- What a document says about a company but no indicator may carry: part of a year, a forecast, a
-- nomination, another measure. Remarks are shown; no verdict reads them.
CREATE TABLE remark (
  id              BIGINT        NOT NULL AUTO_INCREMENT COMMENT '编号',
  company_id      BIGINT        NOT NULL COMMENT '企业编号',
  subject         VARCHAR(60)   NOT NULL COMMENT '事项',
  span            VARCHAR(60)   NOT NULL COMMENT '期间，例如“2020年1-8月累计”“2020年预计全年”',
  wording         VARCHAR(400)  NOT NULL COMMENT '原文',
  number          DECIMAL(24,6) NULL COMMENT '数值',
  unit            VARCHAR(20)   NULL COMMENT '单位',
  source_document VARCHAR(200)  NOT NULL COMMENT '来源文件',
  source_page     VARCHAR(200)  NOT NULL COMMENT '页码、章节或行号',
  PRIMARY KEY (id),
  KEY remark_company (company_id, id),
  CONSTRAINT remark_company_fk FOREIGN KEY (company_id) REFERENCES company (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '文件所载、不入判定的事项';
