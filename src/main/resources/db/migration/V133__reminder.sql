-- Who was told last on which day: the row that a scan holds while it decides about an account, so that
-- two nodes never do at once.
CREATE TABLE reminder_recipient (
  account_id BIGINT NOT NULL COMMENT '账号编号',
  told_on    DATE   NULL COMMENT '最近一次提醒的日期；空表示从未提醒',
  PRIMARY KEY (account_id),
  CONSTRAINT reminder_recipient_account_fk FOREIGN KEY (account_id) REFERENCES account (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '提醒对象';

-- One message for a person and a day with everything in it.
CREATE TABLE reminder_digest (
  id         BIGINT       NOT NULL AUTO_INCREMENT COMMENT '编号',
  account_id BIGINT       NOT NULL COMMENT '账号编号',
  told_on    DATE         NOT NULL COMMENT '日期',
  subject    VARCHAR(200) NOT NULL COMMENT '标题',
  body       VARCHAR(2000) NOT NULL COMMENT '内容',
  items      INT          NOT NULL COMMENT '事项数',
  made_at    DATETIME(3)  NOT NULL COMMENT '产生时间',
  node       VARCHAR(120) NOT NULL COMMENT '产生它的节点',
  PRIMARY KEY (id),
  UNIQUE KEY reminder_digest_once (account_id, told_on),
  KEY reminder_digest_day (told_on, id),
  CONSTRAINT reminder_digest_account_fk FOREIGN KEY (account_id) REFERENCES account (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '每人每日一条的提醒';

-- One reminder: of what, to whom, by which step of which rule. The key is why it is never given twice.
CREATE TABLE reminder (
  id           BIGINT       NOT NULL AUTO_INCREMENT COMMENT '编号',
  digest_id    BIGINT       NOT NULL COMMENT '所在的提醒',
  account_id   BIGINT       NOT NULL COMMENT '账号编号',
  kind         VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '应报事项代码',
  subject_id   BIGINT       NOT NULL COMMENT '所报事项的编号；按期填报的为企业编号',
  period       VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '所属期间或环节',
  step         SMALLINT     NOT NULL COMMENT '提醒步骤：期限后第几天，期限前为负',
  whom         VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '作为谁收到：OWNER应报人、TOWNSHIP镇街、OFFICE培育办、LEADER挂钩领导',
  company_id   BIGINT       NOT NULL COMMENT '有关企业',
  title        VARCHAR(300) NOT NULL COMMENT '应报事项',
  path         VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '办理的地址',
  due_on       DATE         NOT NULL COMMENT '期限（含）',
  rule_version BIGINT       NOT NULL COMMENT '所依据的规则版本；0为配置文件',
  PRIMARY KEY (id),
  UNIQUE KEY reminder_once (account_id, kind, subject_id, period, step),
  KEY reminder_digest (digest_id, id),
  KEY reminder_company (company_id, due_on),
  CONSTRAINT reminder_digest_fk FOREIGN KEY (digest_id) REFERENCES reminder_digest (id),
  CONSTRAINT reminder_company_fk FOREIGN KEY (company_id) REFERENCES company (id),
  CONSTRAINT reminder_whom_known CHECK (whom IN ('OWNER', 'TOWNSHIP', 'OFFICE', 'LEADER'))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '提醒，只增不改';
