-- What belongs to a document of the archive. All of it is only added to: a document that was entered by
-- mistake is declared void and keeps its number, a paper that is moved leaves its former place behind.
CREATE TABLE archive_letter (
  document_id  BIGINT       NOT NULL COMMENT '归档文件',
  counterpart  VARCHAR(120) NULL COMMENT '来文单位或主送单位',
  reference    VARCHAR(120) NULL COMMENT '文号',
  dated_on     DATE         NOT NULL COMMENT '成文日期',
  copies       INT          NOT NULL COMMENT '份数',
  pages        INT          NULL COMMENT '页数',
  handled_by   VARCHAR(60)  NULL COMMENT '承办人或承办科室',
  remark       VARCHAR(300) NULL COMMENT '备注',
  PRIMARY KEY (document_id),
  KEY archive_letter_reference (reference),
  CONSTRAINT archive_letter_document FOREIGN KEY (document_id) REFERENCES archive_document (id),
  CONSTRAINT archive_letter_counts CHECK (copies > 0 AND (pages IS NULL OR pages > 0))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '手工登记的收文、发文，只增不改';

CREATE TABLE archive_file (
  document_id BIGINT       NOT NULL COMMENT '归档文件',
  number      INT          NOT NULL COMMENT '文件内的序号，自1起',
  kind        VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'ORIGINAL 归档时生成的原件，SCAN 上传的扫描件或电子文件',
  file_name   VARCHAR(200) NOT NULL COMMENT '文件名',
  format      VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '格式',
  bytes       BIGINT       NOT NULL COMMENT '字节数',
  hash        CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '文件的 SHA-256',
  added_at    DATETIME(3)  NOT NULL COMMENT '存入时刻',
  added_by    VARCHAR(60)  NOT NULL COMMENT '存入人账号',
  PRIMARY KEY (document_id, number),
  KEY archive_file_hash (hash),
  CONSTRAINT archive_file_document FOREIGN KEY (document_id) REFERENCES archive_document (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '归档文件的电子文件，只增不改';

CREATE TABLE archive_text (
  document_id BIGINT     NOT NULL COMMENT '归档文件',
  number      INT        NOT NULL COMMENT '文件内的序号',
  content     MEDIUMTEXT NOT NULL COMMENT '文件的文字，供检索',
  PRIMARY KEY (document_id, number),
  CONSTRAINT archive_text_file FOREIGN KEY (document_id, number) REFERENCES archive_file (document_id, number)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '归档文件全文，只增不改';

CREATE TABLE archive_amendment (
  id          BIGINT       NOT NULL AUTO_INCREMENT COMMENT '编号',
  document_id BIGINT       NOT NULL COMMENT '归档文件',
  kind        VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'CORRECTED 更正，VOIDED 作废，REPLACED 被替代',
  closing     TINYINT      NULL COMMENT '使文件失效的为 1，每份至多一次；更正为空',
  reason      VARCHAR(500) NOT NULL COMMENT '更正内容，或作废、替代的理由',
  replacement BIGINT       NULL COMMENT '替代它的归档文件',
  amended_at  DATETIME(3)  NOT NULL COMMENT '登记时刻',
  amended_by  VARCHAR(60)  NOT NULL COMMENT '登记人账号',
  PRIMARY KEY (id),
  UNIQUE KEY archive_amendment_closing (document_id, closing),
  CONSTRAINT archive_amendment_document FOREIGN KEY (document_id) REFERENCES archive_document (id),
  CONSTRAINT archive_amendment_replacement FOREIGN KEY (replacement) REFERENCES archive_document (id),
  CONSTRAINT archive_amendment_whole CHECK ((kind = 'CORRECTED') = (closing IS NULL) AND (kind = 'REPLACED') = (replacement IS NOT NULL))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '归档文件的更正、作废和替代，只增不改';

CREATE TABLE archive_location (
  id          BIGINT       NOT NULL AUTO_INCREMENT COMMENT '编号',
  document_id BIGINT       NOT NULL COMMENT '归档文件',
  cabinet     VARCHAR(30)  NOT NULL COMMENT '柜',
  box         VARCHAR(30)  NOT NULL COMMENT '盒',
  piece       VARCHAR(30)  NOT NULL COMMENT '件',
  remark      VARCHAR(200) NULL COMMENT '说明',
  placed_at   DATETIME(3)  NOT NULL COMMENT '登记时刻',
  placed_by   VARCHAR(60)  NOT NULL COMMENT '登记人账号',
  PRIMARY KEY (id),
  KEY archive_location_document (document_id, id),
  CONSTRAINT archive_location_document FOREIGN KEY (document_id) REFERENCES archive_document (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '纸质件的存放位置，最新一条有效，只增不改';
