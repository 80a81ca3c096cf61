-- Comparisons of all stored files with the hashes under which they were entered.
CREATE TABLE archive_check (
  id          BIGINT      NOT NULL AUTO_INCREMENT COMMENT '编号',
  region_code VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '核对的范围：本区划及其以下各单位',
  checked_at  DATETIME(3) NOT NULL COMMENT '完成时刻',
  checked_by  VARCHAR(60) NOT NULL COMMENT '核对人账号',
  files       INT         NOT NULL COMMENT '核对的文件数',
  problems    INT         NOT NULL COMMENT '不一致的文件数',
  PRIMARY KEY (id),
  KEY archive_check_region (region_code, id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '归档文件核对，只增不改';

CREATE TABLE archive_check_problem (
  check_id    BIGINT       NOT NULL COMMENT '核对',
  document_id BIGINT       NOT NULL COMMENT '归档文件',
  number      INT          NOT NULL COMMENT '文件内的序号',
  finding     VARCHAR(200) NOT NULL COMMENT '发现的问题',
  PRIMARY KEY (check_id, document_id, number),
  CONSTRAINT archive_check_problem_check FOREIGN KEY (check_id) REFERENCES archive_check (id),
  CONSTRAINT archive_check_problem_file FOREIGN KEY (document_id, number) REFERENCES archive_file (document_id, number)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '核对发现的问题，只增不改';
