-- Official documents that leave the house have one number per series and year, without gaps: the
-- counter is raised in the transaction that writes the document, under the lock of its row.
CREATE TABLE archive_series (
  series VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '档案类别代码',
  year   SMALLINT    NOT NULL COMMENT '年度',
  latest INT         NOT NULL COMMENT '已编到的顺序号',
  PRIMARY KEY (series, year),
  CONSTRAINT archive_series_counts CHECK (latest > 0)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '档案编号计数';

CREATE TABLE archive_document (
  id          BIGINT       NOT NULL AUTO_INCREMENT COMMENT '编号',
  series      VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '档案类别代码',
  year        SMALLINT     NOT NULL COMMENT '年度',
  place       INT          NOT NULL COMMENT '年内顺序号，自1起连续',
  subject     VARCHAR(300) NOT NULL COMMENT '题名',
  entered_on  DATE         NOT NULL COMMENT '归档日期',
  entered_by  VARCHAR(60)  NOT NULL COMMENT '归档人账号',
  region_code VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '责任单位所在区划',
  about_kind  VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '所记事项的类别',
  about_id    BIGINT       NOT NULL COMMENT '所记事项的编号',
  digest      CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '内容摘要（SHA-256）',
  PRIMARY KEY (id),
  UNIQUE KEY archive_document_number (series, year, place),
  KEY archive_document_about (about_kind, about_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '归档文件，只增不改';
