-- A company's yearly sheet. What was handed in are figures; here stands how far the sheet has come,
-- what is typed and not handed in yet, and a history that is only added to.
CREATE TABLE sheet (
  id         BIGINT      NOT NULL AUTO_INCREMENT COMMENT '填报表编号',
  company_id BIGINT      NOT NULL COMMENT '企业编号',
  about_year INT         NOT NULL COMMENT '填报年度（日历年）',
  stage      VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '环节：DRAFT填写、TOWNSHIP镇街核对、RETURNED退回、CONFIRMED已确认',
  round      INT         NOT NULL COMMENT '第几次提交；未提交为0',
  since      DATE        NOT NULL COMMENT '进入本环节之日',
  due_on     DATE        NULL COMMENT '本环节办理期限（含）；确认后为空',
  version    BIGINT      NOT NULL COMMENT '修改次数，用于发现同时修改',
  PRIMARY KEY (id),
  UNIQUE KEY sheet_once (company_id, about_year),
  KEY sheet_stage (about_year, stage, due_on, company_id),
  CONSTRAINT sheet_company_fk FOREIGN KEY (company_id) REFERENCES company (id),
  CONSTRAINT sheet_stage_known CHECK (stage IN ('DRAFT', 'TOWNSHIP', 'RETURNED', 'CONFIRMED'))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '年度填报表';

CREATE TABLE sheet_answer (
  sheet_id BIGINT       NOT NULL COMMENT '填报表编号',
  field    VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '指标代码',
  typed    VARCHAR(200) NULL COMMENT '尚未提交的填写内容，原样保存；清空为空串；已提交或未改动为空',
  remark   VARCHAR(300) NULL COMMENT '企业对提示的说明',
  PRIMARY KEY (sheet_id, field),
  CONSTRAINT sheet_answer_fk FOREIGN KEY (sheet_id) REFERENCES sheet (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '年度填报表的填写内容和说明';

CREATE TABLE sheet_step (
  id       BIGINT        NOT NULL AUTO_INCREMENT COMMENT '编号',
  sheet_id BIGINT        NOT NULL COMMENT '填报表编号',
  round    INT           NOT NULL COMMENT '第几次提交',
  move     VARCHAR(12)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '办理动作：SUBMIT提交、CONFIRM确认、RETURN退回',
  stage    VARCHAR(12)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '办理后所处环节',
  due_on   DATE          NULL COMMENT '办理前环节的期限',
  done_on  DATE          NOT NULL COMMENT '办理日期',
  done_at  DATETIME(3)   NOT NULL COMMENT '办理时间',
  done_by  VARCHAR(60)   NOT NULL COMMENT '办理人账号',
  done_as  VARCHAR(80)   NOT NULL COMMENT '办理人身份：角色或单位',
  note     VARCHAR(1000) NULL COMMENT '意见',
  PRIMARY KEY (id),
  KEY sheet_step_of (sheet_id, id),
  CONSTRAINT sheet_step_fk FOREIGN KEY (sheet_id) REFERENCES sheet (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '年度填报表办理记录，只增不改';

CREATE TABLE sheet_fault (
  step_id BIGINT       NOT NULL COMMENT '退回所在的办理记录',
  field   VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '指标代码',
  reason  VARCHAR(500) NOT NULL COMMENT '退回理由',
  PRIMARY KEY (step_id, field),
  CONSTRAINT sheet_fault_fk FOREIGN KEY (step_id) REFERENCES sheet_step (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '逐项退回理由';
