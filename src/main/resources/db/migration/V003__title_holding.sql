-- A place in a pool is a title too: document_no admits, end_document removes, and coming back is
-- a new row. Intervals are half-open: held from held_from, no longer on held_to.
CREATE TABLE title_holding (
  id             BIGINT       NOT NULL AUTO_INCREMENT COMMENT '编号',
  company_id     BIGINT       NOT NULL COMMENT '企业编号',
  title          VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '称号代码',
  held_from      DATE         NOT NULL COMMENT '起始日（含）；只知年份的记当年12月31日，只知已取得的记文件所及之日',
  from_precision VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '起始日精度：DAY日、YEAR年、AT_LATEST至迟',
  held_to        DATE         NULL COMMENT '终止日（不含）；空表示在库，或文件未载明',
  batch          VARCHAR(60)  NULL COMMENT '批次',
  document_no    VARCHAR(200) NOT NULL COMMENT '认定或入库文件',
  end_document   VARCHAR(200) NULL COMMENT '取消或出库文件',
  source         VARCHAR(400) NOT NULL COMMENT '来源',
  PRIMARY KEY (id),
  UNIQUE KEY title_holding_once (company_id, title, held_from),
  KEY title_holding_on_day (title, held_from, held_to, company_id),
  CONSTRAINT title_holding_company_fk FOREIGN KEY (company_id) REFERENCES company (id),
  CONSTRAINT title_holding_interval CHECK (held_to IS NULL OR held_to > held_from),
  CONSTRAINT title_holding_precision_known CHECK (from_precision IN ('DAY', 'YEAR', 'AT_LATEST'))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '称号与在库登记';
