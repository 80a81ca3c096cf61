-- Dossiers of several companies that are made into one file in the background. The node at work says
-- so every half second; when it stops saying so, its work is taken up by the next look of the maker.
CREATE TABLE dossier_bundle (
  id          BIGINT       NOT NULL AUTO_INCREMENT COMMENT '编号',
  account_id  BIGINT       NOT NULL COMMENT '制作人账号编号；只有本人可见',
  title       VARCHAR(200) NOT NULL COMMENT '封面标题',
  town        VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT '选定的镇（街道）；空为全部可见企业',
  as_of       DATE         NOT NULL COMMENT '数据截至日',
  format      VARCHAR(4)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '格式：WORD、PDF',
  state       VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '状态：WAITING等候、RUNNING制作中、DONE完成、CANCELLED已取消、FAILED未完成',
  attempt     INT          NOT NULL COMMENT '第几次着手；只有最近一次可以写入',
  done        INT          NOT NULL COMMENT '已装订的企业数',
  total       INT          NOT NULL COMMENT '企业数',
  sentence    VARCHAR(300) NULL COMMENT '未完成的原因',
  asked_at    DATETIME(6)  NOT NULL COMMENT '提出时间',
  touched_at  DATETIME(6)  NOT NULL COMMENT '制作进程最近一次报告的时间（UTC）',
  known_at    DATETIME(6)  NULL COMMENT '开始读取数据的时间',
  holding_mark BIGINT      NOT NULL DEFAULT 0 COMMENT '开始读取数据时最后一个称号登记编号',
  event_mark  BIGINT       NOT NULL DEFAULT 0 COMMENT '开始读取数据时最后一个称号变动编号',
  hash        CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT '文件内容的SHA-256；完成以前为空',
  bytes       BIGINT       NULL COMMENT '文件字节数',
  kept_until  DATETIME(6)  NOT NULL COMMENT '保留到何时；此后文件和本行都删除',
  PRIMARY KEY (id),
  KEY dossier_bundle_account (account_id, id),
  KEY dossier_bundle_hash (hash),
  KEY dossier_bundle_kept (kept_until),
  CONSTRAINT dossier_bundle_state_known CHECK (state IN ('WAITING', 'RUNNING', 'DONE', 'CANCELLED', 'FAILED')),
  CONSTRAINT dossier_bundle_file CHECK ((state = 'DONE') = (hash IS NOT NULL AND bytes IS NOT NULL))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '一企一册合订本，限期保留';

CREATE TABLE dossier_bundle_company (
  bundle_id  BIGINT NOT NULL COMMENT '合订本编号',
  place      INT    NOT NULL COMMENT '次序，自1起',
  company_id BIGINT NOT NULL COMMENT '企业编号',
  PRIMARY KEY (bundle_id, place),
  KEY dossier_bundle_company_of (company_id),
  CONSTRAINT dossier_bundle_company_fk FOREIGN KEY (bundle_id) REFERENCES dossier_bundle (id) ON DELETE CASCADE,
  CONSTRAINT dossier_bundle_company_company_fk FOREIGN KEY (company_id) REFERENCES company (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '合订本所含企业';
