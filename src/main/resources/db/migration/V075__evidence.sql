-- Files behind figures and clauses. The bytes lie in the content store under their hash; rows are
-- never deleted: a new version follows the old one, a withdrawn file stays in the history.
CREATE TABLE evidence (
  id             BIGINT       NOT NULL AUTO_INCREMENT COMMENT '佐证编号',
  company_id     BIGINT       NOT NULL COMMENT '企业编号',
  indicator      VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT '所证明的指标代码',
  title          VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT '所证明条款的称号代码',
  clause         VARCHAR(80)  CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT '所证明条款在标准清单中的代码',
  period         DATE         NULL COMMENT '所属期间的最后一天；不分期间为空',
  yearly         BOOLEAN      NOT NULL COMMENT '所属期间：1整年，0某日或不分期间',
  kind           VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '种类：CERTIFICATE证书证照、REPORT报告、CONTRACT合同发票、RECORD查询证明、STATEMENT说明承诺、OTHER其他',
  name           VARCHAR(120) NOT NULL COMMENT '材料名称',
  opened_by      VARCHAR(60)  NOT NULL COMMENT '登记人账号',
  opened_at      DATETIME(3)  NOT NULL COMMENT '登记时间',
  withdrawn_at   DATETIME(3)  NULL COMMENT '撤下时间；空表示有效',
  withdrawn_by   VARCHAR(60)  NULL COMMENT '撤下人账号',
  withdrawn_why  VARCHAR(300) NULL COMMENT '撤下理由',
  PRIMARY KEY (id),
  KEY evidence_company (company_id, indicator, id),
  CONSTRAINT evidence_company_fk FOREIGN KEY (company_id) REFERENCES company (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '佐证材料';

CREATE TABLE evidence_version (
  evidence_id BIGINT       NOT NULL COMMENT '佐证编号',
  number      INT          NOT NULL COMMENT '第几版，自1起；最大的一版有效',
  file_name   VARCHAR(120) NOT NULL COMMENT '文件名',
  format      VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '按内容识别的格式',
  bytes       BIGINT       NOT NULL COMMENT '字节数',
  hash        CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '内容的SHA-256',
  pages       INT          NOT NULL COMMENT 'PDF的页数；其他为0',
  expires_on  DATE         NULL COMMENT '有效期截止日（含）；长期有效为空',
  uploaded_by VARCHAR(60)  NOT NULL COMMENT '上传人账号',
  uploaded_at DATETIME(3)  NOT NULL COMMENT '上传时间',
  cleared_at  DATETIME(3)  NULL COMMENT '查毒通过时间；空表示等待查毒或未通过',
  refusal     VARCHAR(300) NULL COMMENT '查毒未通过的原因',
  PRIMARY KEY (evidence_id, number),
  KEY evidence_version_hash (hash),
  KEY evidence_version_waiting (cleared_at, refusal),
  CONSTRAINT evidence_version_fk FOREIGN KEY (evidence_id) REFERENCES evidence (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '佐证材料的各个版本，只增不改；查毒结论除外';
