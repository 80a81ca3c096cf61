CREATE TABLE visit (
  id         BIGINT       NOT NULL AUTO_INCREMENT COMMENT '编号',
  company_id BIGINT       NOT NULL COMMENT '企业编号',
  leader_id  BIGINT       NOT NULL COMMENT '走访领导账号编号',
  visited_on DATE         NOT NULL COMMENT '走访日期',
  took_part  VARCHAR(300) NULL COMMENT '参加人员',
  note       TEXT         NOT NULL COMMENT '走访情况',
  shared     BOOLEAN      NOT NULL COMMENT '供企业查看',
  written_by VARCHAR(60)  NOT NULL COMMENT '记录人登录名',
  written_at DATETIME(6)  NOT NULL COMMENT '记录时间',
  PRIMARY KEY (id),
  KEY visit_company (company_id, visited_on),
  KEY visit_leader (leader_id, visited_on),
  KEY visit_day (visited_on),
  CONSTRAINT visit_company_fk FOREIGN KEY (company_id) REFERENCES company (id),
  CONSTRAINT visit_leader_fk FOREIGN KEY (leader_id) REFERENCES account (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '走访记录，只增加';

CREATE TABLE visit_addition (
  id         BIGINT      NOT NULL AUTO_INCREMENT COMMENT '编号',
  visit_id   BIGINT      NOT NULL COMMENT '走访编号',
  note       TEXT        NULL COMMENT '补充或更正',
  shared     BOOLEAN     NOT NULL COMMENT '自此是否供企业查看',
  written_by VARCHAR(60) NOT NULL COMMENT '记录人登录名',
  written_at DATETIME(6) NOT NULL COMMENT '记录时间',
  PRIMARY KEY (id),
  KEY visit_addition_visit (visit_id, id),
  CONSTRAINT visit_addition_visit_fk FOREIGN KEY (visit_id) REFERENCES visit (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '走访记录的补充，只增加';

CREATE TABLE visit_photo (
  visit_id  BIGINT       NOT NULL COMMENT '走访编号',
  number    INT          NOT NULL COMMENT '第几张，从 1 起',
  file_name VARCHAR(200) NOT NULL COMMENT '文件名',
  format    VARCHAR(10)  NOT NULL COMMENT '格式',
  bytes     BIGINT       NOT NULL COMMENT '字节数',
  hash      CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'SHA-256',
  added_at  DATETIME(6)  NOT NULL COMMENT '上传时间',
  PRIMARY KEY (visit_id, number),
  KEY visit_photo_hash (hash),
  CONSTRAINT visit_photo_visit_fk FOREIGN KEY (visit_id) REFERENCES visit (id),
  CONSTRAINT visit_photo_number CHECK (number > 0)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '走访照片，只增加';
