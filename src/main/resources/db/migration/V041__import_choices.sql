ALTER TABLE data_import
  MODIFY kind VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT '内容：COMPANIES企业、TITLES称号、FIGURES年度指标；空表示尚未识别',
  MODIFY runner CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT '最近一次开始处理的标识；更早的一次不能再写入',
  ADD COLUMN remarked_rows BIGINT NOT NULL DEFAULT 0 COMMENT '可以登记但有提示的行数' AFTER known_rows,
  ADD COLUMN corrects_id BIGINT NULL COMMENT '所更正的以前一次导入' AFTER source_document,
  ADD CONSTRAINT data_import_corrects_fk FOREIGN KEY (corrects_id) REFERENCES data_import (id);
