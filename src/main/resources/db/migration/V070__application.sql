-- A company's application for a place in a pool. Its history is in application_step and is only
-- added to; the row itself says where it stands now.
CREATE TABLE application (
  id              BIGINT       NOT NULL AUTO_INCREMENT COMMENT '申请编号',
  company_id      BIGINT       NOT NULL COMMENT '企业编号',
  title           VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '申请进入的培育库（称号代码）',
  open_mark       TINYINT      NULL COMMENT '办理中为1；入库后为空。同一企业同一培育库只有一件办理中',
  stage           VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '环节：DRAFT填写、TOWNSHIP镇街初审、DEPARTMENTS部门核实、OFFICE审定、NOTICE公示、RETURNED退回、WITHDRAWN撤回、ADMITTED入库',
  round           INT          NOT NULL COMMENT '第几次提交；未提交为0',
  since           DATE         NOT NULL COMMENT '进入本环节之日',
  due_on          DATE         NULL COMMENT '本环节办理期限（含）；企业填写环节为空',
  judged_on       DATE         NULL COMMENT '提交时的判定日期',
  verdict_number  VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT '提交时的判定编号',
  notice_document VARCHAR(200) NULL COMMENT '公示文件',
  notice_from     DATE         NULL COMMENT '公示起始日（含）',
  notice_until    DATE         NULL COMMENT '公示截止日（含）',
  version         BIGINT       NOT NULL COMMENT '修改次数，用于发现同时修改',
  PRIMARY KEY (id),
  UNIQUE KEY application_open (company_id, title, open_mark),
  KEY application_stage (stage, due_on, id),
  CONSTRAINT application_company_fk FOREIGN KEY (company_id) REFERENCES company (id),
  CONSTRAINT application_stage_known CHECK (stage IN ('DRAFT', 'TOWNSHIP', 'DEPARTMENTS', 'OFFICE', 'NOTICE', 'RETURNED', 'WITHDRAWN', 'ADMITTED')),
  CONSTRAINT application_open_known CHECK (open_mark IS NULL OR open_mark = 1)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '入库申请';

CREATE TABLE application_answer (
  application_id BIGINT       NOT NULL COMMENT '申请编号',
  field          VARCHAR(80)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '填报项：指标代码，年度指标加年份',
  typed          VARCHAR(200) NOT NULL COMMENT '企业填写的内容，原样保存；清空为空串',
  PRIMARY KEY (application_id, field),
  CONSTRAINT application_answer_fk FOREIGN KEY (application_id) REFERENCES application (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '入库申请尚未提交的填写内容';

CREATE TABLE application_step (
  id             BIGINT        NOT NULL AUTO_INCREMENT COMMENT '编号',
  application_id BIGINT        NOT NULL COMMENT '申请编号',
  round          INT           NOT NULL COMMENT '第几次提交',
  move           VARCHAR(16)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '办理动作',
  stage          VARCHAR(12)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '办理后所处环节',
  due_on         DATE          NULL COMMENT '办理前环节的期限',
  done_on        DATE          NOT NULL COMMENT '办理日期',
  done_at        DATETIME(3)   NOT NULL COMMENT '办理时间',
  done_by        VARCHAR(60)   NOT NULL COMMENT '办理人账号',
  done_as        VARCHAR(80)   NOT NULL COMMENT '办理人身份：角色或单位',
  note           VARCHAR(1000) NULL COMMENT '意见',
  PRIMARY KEY (id),
  KEY application_step_of (application_id, id),
  CONSTRAINT application_step_fk FOREIGN KEY (application_id) REFERENCES application (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '入库申请办理记录，只增不改';

CREATE TABLE application_fault (
  step_id BIGINT       NOT NULL COMMENT '退回所在的办理记录',
  place   INT          NOT NULL COMMENT '条款在清单中的次序，自1起',
  clause  VARCHAR(600) NOT NULL COMMENT '条款',
  reason  VARCHAR(500) NOT NULL COMMENT '退回理由',
  PRIMARY KEY (step_id, place),
  CONSTRAINT application_fault_fk FOREIGN KEY (step_id) REFERENCES application_step (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '逐条退回理由';

CREATE TABLE application_check (
  application_id BIGINT        NOT NULL COMMENT '申请编号',
  round          INT           NOT NULL COMMENT '第几次提交',
  unit           VARCHAR(60)   NOT NULL COMMENT '核实单位',
  opinion        VARCHAR(8)    CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT '意见：TRUE属实、DOUBTED有异议；空表示未答复',
  note           VARCHAR(1000) NULL COMMENT '说明',
  answered_by    VARCHAR(60)   NULL COMMENT '答复人账号',
  answered_on    DATE          NULL COMMENT '答复日期',
  PRIMARY KEY (application_id, round, unit),
  KEY application_check_unit (unit, opinion, application_id),
  CONSTRAINT application_check_fk FOREIGN KEY (application_id) REFERENCES application (id),
  CONSTRAINT application_check_known CHECK (opinion IS NULL OR opinion IN ('TRUE', 'DOUBTED'))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '入库申请的部门核实';

CREATE TABLE application_objection (
  id             BIGINT        NOT NULL AUTO_INCREMENT COMMENT '编号',
  application_id BIGINT        NOT NULL COMMENT '申请编号',
  raised_on      DATE          NOT NULL COMMENT '提出日期',
  content        VARCHAR(1000) NOT NULL COMMENT '异议内容；不记提出人身份',
  upheld         BOOLEAN       NULL COMMENT '核查结论：1成立、0不成立；空表示尚未核查',
  finding        VARCHAR(1000) NULL COMMENT '核查情况',
  answered_on    DATE          NULL COMMENT '核查完成日期',
  PRIMARY KEY (id),
  KEY application_objection_of (application_id, id),
  CONSTRAINT application_objection_fk FOREIGN KEY (application_id) REFERENCES application (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '公示期异议';
