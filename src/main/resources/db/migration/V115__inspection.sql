-- Inspections that are filed before they happen (皋政办发〔2021〕87号 四（四）、附件6). `inspection` is what its
-- unit writes on until it is filed; what was filed, added, concluded and answered stands in tables of
-- its own that are only added to, and how far an inspection has come follows from them.
CREATE TABLE inspection (
  id          BIGINT      NOT NULL AUTO_INCREMENT COMMENT '编号',
  company_id  BIGINT      NOT NULL COMMENT '企业编号',
  region_code VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '检查单位所在区划',
  unit        VARCHAR(60) NOT NULL COMMENT '检查单位',
  typed       MEDIUMTEXT  NOT NULL COMMENT '填写内容（JSON），原样保存；报备后不再改动',
  begun_at    DATETIME(3) NOT NULL COMMENT '开始填写时间',
  begun_by    VARCHAR(60) NOT NULL COMMENT '开始填写的账号',
  version     BIGINT      NOT NULL COMMENT '修改次数，用于发现同时修改',
  PRIMARY KEY (id),
  KEY inspection_company (company_id, id),
  KEY inspection_unit (unit, region_code, id),
  CONSTRAINT inspection_company_fk FOREIGN KEY (company_id) REFERENCES company (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '涉企检查';

CREATE TABLE inspection_filing (
  inspection_id  BIGINT        NOT NULL COMMENT '检查编号',
  company_name   VARCHAR(200)  NOT NULL COMMENT '报备时的企业名称',
  titles         VARCHAR(400)  NOT NULL COMMENT '报备时有效的称号',
  leaders        VARCHAR(200)  NOT NULL COMMENT '报备时的挂钩领导',
  duty           VARCHAR(8)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '报备义务：CALLED须报备、NONE不须、UNKNOWN称号登记不完整',
  exemption      VARCHAR(12)   CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT '免于事先报备：ORDERED上级专项、NECESSARY必要的安全环保检查；空为不免',
  item           VARCHAR(200)  NOT NULL COMMENT '检查事项',
  area           VARCHAR(12)   CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT '领域代码；未填写为空',
  kind           VARCHAR(12)   CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT '类别：ROUTINE日常、CASE个案、SPECIAL专项；未填写为空',
  planned_on     DATE          NOT NULL COMMENT '计划（或实际）检查日期',
  ends_on        DATE          NOT NULL COMMENT '预计结束日期（含）',
  due_on         DATE          NOT NULL COMMENT '报送结论的期限（含）',
  counts         BOOLEAN       NOT NULL COMMENT '是否计入年度频次',
  year_limit     INT           NULL COMMENT '报备时本单位对一家企业的年度上限；空为没有登记计划',
  count_before   INT           NOT NULL COMMENT '此前本年度已计入的次数',
  afterwards     BOOLEAN       NOT NULL COMMENT '先查后报：检查开始以后才报备',
  content        MEDIUMTEXT    NOT NULL COMMENT '报备内容（JSON）',
  warnings       MEDIUMTEXT    NOT NULL COMMENT '报备时提示的问题（JSON）',
  digest         CHAR(64)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '内容摘要（SHA-256）',
  archive_number VARCHAR(60)   NOT NULL COMMENT '档案编号',
  filed_on       DATE          NOT NULL COMMENT '报备日期',
  filed_at       DATETIME(3)   NOT NULL COMMENT '报备时间',
  filed_by       VARCHAR(60)   NOT NULL COMMENT '报备账号',
  PRIMARY KEY (inspection_id),
  KEY inspection_filing_planned (planned_on, inspection_id),
  KEY inspection_filing_due (due_on, inspection_id),
  CONSTRAINT inspection_filing_fk FOREIGN KEY (inspection_id) REFERENCES inspection (id),
  CONSTRAINT inspection_filing_days CHECK (ends_on >= planned_on AND due_on >= ends_on)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '检查报备，只增不改';

CREATE TABLE inspection_addition (
  id            BIGINT        NOT NULL AUTO_INCREMENT COMMENT '编号',
  inspection_id BIGINT        NOT NULL COMMENT '检查编号',
  about         VARCHAR(60)   NOT NULL COMMENT '补充或更正哪一栏',
  words         VARCHAR(1000) NOT NULL COMMENT '补充内容',
  added_at      DATETIME(3)   NOT NULL COMMENT '补充时间',
  added_by      VARCHAR(60)   NOT NULL COMMENT '补充账号',
  PRIMARY KEY (id),
  KEY inspection_addition_of (inspection_id, id),
  CONSTRAINT inspection_addition_fk FOREIGN KEY (inspection_id) REFERENCES inspection_filing (inspection_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '报备补充，只增不改';

-- A proposal to another unit to inspect together (综合查一次).
CREATE TABLE inspection_proposal (
  id            BIGINT       NOT NULL AUTO_INCREMENT COMMENT '编号',
  inspection_id BIGINT       NOT NULL COMMENT '提议单位的检查',
  other_id      BIGINT       NOT NULL COMMENT '另一单位的检查',
  proposed_at   DATETIME(3)  NOT NULL COMMENT '提议时间',
  proposed_by   VARCHAR(60)  NOT NULL COMMENT '提议账号',
  PRIMARY KEY (id),
  UNIQUE KEY inspection_proposal_once (inspection_id, other_id),
  KEY inspection_proposal_other (other_id),
  CONSTRAINT inspection_proposal_fk FOREIGN KEY (inspection_id) REFERENCES inspection (id),
  CONSTRAINT inspection_proposal_other_fk FOREIGN KEY (other_id) REFERENCES inspection_filing (inspection_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '联合检查提议，只增不改';
