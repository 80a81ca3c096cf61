-- A node that works on an import says so every few seconds; when it stops saying so, it was killed
-- and anybody may start the work again.
CREATE TABLE data_import (
  id              BIGINT       NOT NULL AUTO_INCREMENT COMMENT '导入编号',
  kind            VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT '内容：COMPANIES企业、FIGURES年度指标；空表示尚未识别',
  file_name       VARCHAR(160) NOT NULL COMMENT '文件名',
  file_hash       CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '文件内容的SHA-256',
  file_size       BIGINT       NOT NULL COMMENT '文件字节数',
  format          VARCHAR(40)  NOT NULL COMMENT '文件格式',
  source_document VARCHAR(200) NOT NULL COMMENT '登记为来源的文件名；同一内容再次上传时沿用首次的文件名',
  state           VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '状态：WAITING排队、CHECKING检查中、CHECKED待确认、REFUSED不受理、STORING登记中、STORED已登记、CANCELLED已取消、FAILED出错',
  cancelling      BOOLEAN      NOT NULL COMMENT '是否已要求取消',
  runner          CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT '正在处理的进程',
  beat_at         DATETIME(6)  NULL COMMENT '处理进程最近一次报告的时间',
  done_rows       BIGINT       NOT NULL COMMENT '已处理行数',
  total_rows      BIGINT       NOT NULL COMMENT '总行数；0表示尚未数清',
  sentence        VARCHAR(600) NULL COMMENT '不受理或出错的原因',
  sheet           VARCHAR(100) NULL COMMENT '工作表',
  head_row        INT          NULL COMMENT '表头所在行',
  problem_column  INT          NULL COMMENT '标注问题的列，从0起',
  good_rows       BIGINT       NOT NULL COMMENT '可以登记的行数',
  wrong_rows      BIGINT       NOT NULL COMMENT '有错误的行数',
  known_rows      BIGINT       NOT NULL COMMENT '库中已有的行数',
  cautions        BIGINT       NOT NULL COMMENT '需要核对的提示数',
  stored_rows     BIGINT       NOT NULL COMMENT '登记的行数',
  stored_values   BIGINT       NOT NULL COMMENT '登记的企业或填报值数',
  corrected       BIGINT       NOT NULL COMMENT '其中更正的数',
  uploaded_by     VARCHAR(60)  NOT NULL COMMENT '上传人',
  uploaded_at     DATETIME(6)  NOT NULL COMMENT '上传时间',
  ended_at        DATETIME(6)  NULL COMMENT '登记或结束时间',
  PRIMARY KEY (id),
  KEY data_import_hash (file_hash, state),
  KEY data_import_state (state, uploaded_at)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '数据导入';

-- In pieces, because a server may take no more than 16 MB at once.
CREATE TABLE data_import_file (
  import_id BIGINT     NOT NULL COMMENT '导入编号',
  piece     INT        NOT NULL COMMENT '第几块，从0起',
  content   MEDIUMBLOB NOT NULL COMMENT '内容',
  PRIMARY KEY (import_id, piece),
  CONSTRAINT data_import_file_fk FOREIGN KEY (import_id) REFERENCES data_import (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '上传的文件，到期删除';

CREATE TABLE data_import_problem (
  import_id     BIGINT       NOT NULL COMMENT '导入编号',
  number        INT          NOT NULL COMMENT '序号，从1起',
  sheet_row    INT          NOT NULL COMMENT '行号；0表示整个文件',
  sheet_column INT          NULL COMMENT '列，从0起；空表示整行',
  heading       VARCHAR(120) NOT NULL COMMENT '列名',
  severity      VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'ERROR错误、CAUTION提示',
  shown         VARCHAR(120) NOT NULL COMMENT '单元格内容',
  reason        VARCHAR(400) NOT NULL COMMENT '原因',
  remedy        VARCHAR(400) NOT NULL COMMENT '怎样改正',
  PRIMARY KEY (import_id, number),
  CONSTRAINT data_import_problem_fk FOREIGN KEY (import_id) REFERENCES data_import (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '导入检查发现的问题';
