-- Rows are only ever added. The primary key begins with the company, so that all figures of one
-- company lie side by side on disk and a whole pool is one forward walk over the table.
CREATE TABLE figure (
  id              BIGINT        NOT NULL AUTO_INCREMENT COMMENT '填报值编号',
  company_id      BIGINT        NOT NULL COMMENT '企业编号',
  indicator       VARCHAR(40)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '指标代码',
  period          DATE          NOT NULL COMMENT '所属期：年度指标记当年12月31日，时点指标记当日',
  yearly          BOOLEAN       NOT NULL COMMENT '是否年度指标',
  number          DECIMAL(24,6) NULL COMMENT '数值（金额为万元，百分比为百分数，是否类1为是0为否）',
  word            VARCHAR(60)   NULL COMMENT '选项代码或日期',
  source_document VARCHAR(200)  NOT NULL COMMENT '来源文件',
  source_page     VARCHAR(200)  NULL COMMENT '页码、行号或原文',
  reported_by     VARCHAR(60)   NOT NULL COMMENT '填报人',
  reported_at     DATETIME(6)   NOT NULL COMMENT '填报时间（北京时间）',
  expires_on      DATE          NULL COMMENT '佐证到期日，自该日起失效',
  supersedes_id   BIGINT        NULL COMMENT '所更正的填报值编号',
  PRIMARY KEY (company_id, indicator, period, id),
  UNIQUE KEY figure_id (id),
  UNIQUE KEY figure_supersedes (supersedes_id),
  KEY figure_by_indicator (indicator, period, company_id),
  CONSTRAINT figure_company_fk FOREIGN KEY (company_id) REFERENCES company (id),
  CONSTRAINT figure_supersedes_fk FOREIGN KEY (supersedes_id) REFERENCES figure (id),
  CONSTRAINT figure_one_value CHECK ((number IS NULL) <> (word IS NULL)),
  CONSTRAINT figure_year_end CHECK (yearly = FALSE OR (MONTH(period) = 12 AND DAY(period) = 31))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '填报值（只增不改）';
