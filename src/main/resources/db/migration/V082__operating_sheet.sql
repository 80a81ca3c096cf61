-- How a company does from January through a month: part of a year, so no verdict may read it and it
-- is no figure. What is handed in stands in the row; drafts stand in operating_answer as typed.
CREATE TABLE operating_sheet (
  id            BIGINT        NOT NULL AUTO_INCREMENT COMMENT '运行情况表编号',
  company_id    BIGINT        NOT NULL COMMENT '企业编号',
  about_year    INT           NOT NULL COMMENT '年份',
  through_month INT           NOT NULL COMMENT '累计至几月（含）',
  stage         VARCHAR(12)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '环节：DRAFT填写、SUBMITTED已提交、SEEN镇街已阅',
  due_on        DATE          NOT NULL COMMENT '填报期限（含）',
  sales         DECIMAL(24,6) NULL COMMENT '累计销售收入，万元',
  forecast      DECIMAL(24,6) NULL COMMENT '预计全年销售收入，万元',
  market_share  DECIMAL(24,6) NULL COMMENT '主导产品国内市场占有率，%',
  new_customers DECIMAL(24,6) NULL COMMENT '累计新增客户，家',
  rd_expense    DECIMAL(24,6) NULL COMMENT '累计研发费用，万元',
  orders        DECIMAL(24,6) NULL COMMENT '在手订单，万元',
  version       BIGINT        NOT NULL COMMENT '修改次数，用于发现同时修改',
  PRIMARY KEY (id),
  UNIQUE KEY operating_sheet_once (company_id, about_year, through_month),
  KEY operating_sheet_period (about_year, through_month, stage, company_id),
  CONSTRAINT operating_sheet_company_fk FOREIGN KEY (company_id) REFERENCES company (id),
  CONSTRAINT operating_sheet_stage_known CHECK (stage IN ('DRAFT', 'SUBMITTED', 'SEEN')),
  CONSTRAINT operating_sheet_month_known CHECK (through_month BETWEEN 1 AND 12)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '运行情况表';

CREATE TABLE operating_answer (
  sheet_id BIGINT       NOT NULL COMMENT '运行情况表编号',
  field    VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '填报项',
  typed    VARCHAR(200) NOT NULL COMMENT '填写内容，原样保存',
  PRIMARY KEY (sheet_id, field),
  CONSTRAINT operating_answer_fk FOREIGN KEY (sheet_id) REFERENCES operating_sheet (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '运行情况表的填写内容';

CREATE TABLE operating_warning (
  sheet_id BIGINT       NOT NULL COMMENT '运行情况表编号',
  kind     VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '预警：FALL比上年同期下降、PACE预计与进度相差较大',
  wording  VARCHAR(300) NOT NULL COMMENT '预警内容，提交时写定',
  PRIMARY KEY (sheet_id, kind),
  CONSTRAINT operating_warning_fk FOREIGN KEY (sheet_id) REFERENCES operating_sheet (id),
  CONSTRAINT operating_warning_kind_known CHECK (kind IN ('FALL', 'PACE'))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '运行情况预警';

CREATE TABLE operating_step (
  id       BIGINT        NOT NULL AUTO_INCREMENT COMMENT '编号',
  sheet_id BIGINT        NOT NULL COMMENT '运行情况表编号',
  move     VARCHAR(12)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '办理动作：SUBMIT提交、SEE已阅、RETURN退回',
  due_on   DATE          NOT NULL COMMENT '填报期限',
  done_on  DATE          NOT NULL COMMENT '办理日期',
  done_at  DATETIME(3)   NOT NULL COMMENT '办理时间',
  done_by  VARCHAR(60)   NOT NULL COMMENT '办理人账号',
  done_as  VARCHAR(80)   NOT NULL COMMENT '办理人身份：角色或单位',
  note     VARCHAR(1000) NULL COMMENT '意见',
  PRIMARY KEY (id),
  KEY operating_step_of (sheet_id, id),
  CONSTRAINT operating_step_fk FOREIGN KEY (sheet_id) REFERENCES operating_sheet (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '运行情况表办理记录，只增不改';
