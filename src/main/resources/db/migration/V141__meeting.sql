-- Monthly meetings. The agenda is drafted from data, edited and frozen, the minutes are written and
-- frozen; what was frozen lies in meeting_paper, which is only added to. Decisions live on until they
-- are closed, and come back on each agenda until then.
CREATE TABLE meeting (
  id           BIGINT        NOT NULL AUTO_INCREMENT COMMENT '会议编号',
  region_code  VARCHAR(12)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '组织地区',
  about_year   SMALLINT      NOT NULL COMMENT '年度',
  about_month  TINYINT       NOT NULL COMMENT '月份',
  stage        VARCHAR(8)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'DRAFT 拟议程，FROZEN 议程已定，ISSUED 纪要已印发',
  held_on      DATE          NULL COMMENT '会议日期',
  held_time    VARCHAR(20)   NOT NULL COMMENT '会议时间',
  place        VARCHAR(120)  NOT NULL COMMENT '会议地点',
  chair        VARCHAR(120)  NOT NULL COMMENT '主持人',
  participants VARCHAR(1000) NOT NULL COMMENT '参加单位和人员',
  drafted_on   DATE          NOT NULL COMMENT '起草日期',
  drafted_by   VARCHAR(60)   NOT NULL COMMENT '起草的账号',
  kept_at      DATETIME(6)   NOT NULL COMMENT '最近修改时刻',
  kept_by      VARCHAR(60)   NOT NULL COMMENT '最近修改的账号',
  version      BIGINT        NOT NULL COMMENT '修改次数，用于发现同时修改',
  PRIMARY KEY (id),
  UNIQUE KEY meeting_once (region_code, about_year, about_month),
  CONSTRAINT meeting_month_known CHECK (about_month BETWEEN 1 AND 12),
  CONSTRAINT meeting_stage_known CHECK (stage IN ('DRAFT', 'FROZEN', 'ISSUED'))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '月度联席会议';

CREATE TABLE decision (
  id          BIGINT        NOT NULL AUTO_INCREMENT COMMENT '议定事项编号',
  region_code VARCHAR(12)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '组织会议的地区',
  meeting_id  BIGINT        NOT NULL COMMENT '在哪次会议议定',
  item_id     BIGINT        NOT NULL COMMENT '议题',
  number      INT           NOT NULL COMMENT '会议内的序号，自1起',
  words       VARCHAR(1000) NOT NULL COMMENT '议定事项',
  owner_kind  VARCHAR(8)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '责任单位种类：OFFICE 培育办，TOWN 镇（区、街道），UNIT 部门',
  owner       VARCHAR(60)   NOT NULL COMMENT '责任单位：区划代码或部门名称',
  owner_label VARCHAR(120)  NOT NULL COMMENT '议定时的责任单位名称',
  due_on      DATE          NOT NULL COMMENT '办理期限（含）',
  state       VARCHAR(8)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'DRAFT 纪要未印发，OPEN 进行中，CLOSED 已销号',
  version     BIGINT        NOT NULL COMMENT '修改次数，用于发现同时修改',
  PRIMARY KEY (id),
  UNIQUE KEY decision_once (meeting_id, number),
  KEY decision_open (region_code, state, due_on),
  KEY decision_owner (owner_kind, owner, state),
  CONSTRAINT decision_meeting_fk FOREIGN KEY (meeting_id) REFERENCES meeting (id),
  CONSTRAINT decision_owner_known CHECK (owner_kind IN ('OFFICE', 'TOWN', 'UNIT')),
  CONSTRAINT decision_state_known CHECK (state IN ('DRAFT', 'OPEN', 'CLOSED'))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '会议议定事项';

CREATE TABLE meeting_item (
  id          BIGINT        NOT NULL AUTO_INCREMENT COMMENT '议题编号',
  meeting_id  BIGINT        NOT NULL COMMENT '会议',
  place       INT           NOT NULL COMMENT '次序',
  source      VARCHAR(16)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '来自哪类数据；own 为自拟',
  subject     VARCHAR(60)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '所涉事项的代码，同类中不重复',
  company_id  BIGINT        NULL COMMENT '所涉企业',
  decision_id BIGINT        NULL COMMENT '未办结的议定事项',
  headline    VARCHAR(200)  NOT NULL COMMENT '议题',
  reason      VARCHAR(1000) NOT NULL COMMENT '列入理由',
  link        VARCHAR(300)  NOT NULL COMMENT '数据所在页面；没有的为空串',
  dropped     VARCHAR(300)  NULL COMMENT '不列入的理由；列入的为空',
  conclusion  VARCHAR(4000) NOT NULL COMMENT '会议结论',
  PRIMARY KEY (id),
  UNIQUE KEY meeting_item_once (meeting_id, source, subject),
  CONSTRAINT meeting_item_meeting_fk FOREIGN KEY (meeting_id) REFERENCES meeting (id),
  CONSTRAINT meeting_item_company_fk FOREIGN KEY (company_id) REFERENCES company (id),
  CONSTRAINT meeting_item_decision_fk FOREIGN KEY (decision_id) REFERENCES decision (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '会议议题';

ALTER TABLE decision
  ADD CONSTRAINT decision_item_fk FOREIGN KEY (item_id) REFERENCES meeting_item (id);

CREATE TABLE decision_step (
  id          BIGINT        NOT NULL AUTO_INCREMENT COMMENT '编号',
  decision_id BIGINT        NOT NULL COMMENT '议定事项',
  move        VARCHAR(8)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'REPORT 报告进展，CLOSE 销号，REOPEN 恢复办理',
  words       VARCHAR(1000) NOT NULL COMMENT '内容',
  done_on     DATE          NOT NULL COMMENT '日期',
  done_at     DATETIME(6)   NOT NULL COMMENT '登记时刻',
  done_by     VARCHAR(60)   NOT NULL COMMENT '登记账号',
  done_as     VARCHAR(80)   NOT NULL COMMENT '登记人身份：角色或单位',
  PRIMARY KEY (id),
  KEY decision_step_of (decision_id, id),
  CONSTRAINT decision_step_fk FOREIGN KEY (decision_id) REFERENCES decision (id),
  CONSTRAINT decision_step_move_known CHECK (move IN ('REPORT', 'CLOSE', 'REOPEN'))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '议定事项办理记录，只增不改';

CREATE TABLE meeting_paper (
  meeting_id     BIGINT      NOT NULL COMMENT '会议',
  kind           VARCHAR(8)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'AGENDA 议程，MINUTES 纪要',
  content        MEDIUMBLOB  NOT NULL COMMENT '全部内容（JSON，gzip）',
  digest         CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '内容摘要（SHA-256）',
  archive_number VARCHAR(60) NOT NULL COMMENT '档案编号',
  frozen_on      DATE        NOT NULL COMMENT '确定或印发的日期',
  frozen_at      DATETIME(6) NOT NULL COMMENT '确定或印发的时刻',
  frozen_by      VARCHAR(60) NOT NULL COMMENT '办理的账号',
  frozen_as      VARCHAR(80) NOT NULL COMMENT '办理人身份：角色或单位',
  PRIMARY KEY (meeting_id, kind),
  CONSTRAINT meeting_paper_fk FOREIGN KEY (meeting_id) REFERENCES meeting (id),
  CONSTRAINT meeting_paper_kind_known CHECK (kind IN ('AGENDA', 'MINUTES'))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '定稿的会议议程和纪要，只增不改';
