-- What goes out of the house: written with the message it carries, sent afterwards, tried again when it
-- fails. What is in the product itself needs none of it.
CREATE TABLE reminder_delivery (
  id        BIGINT        NOT NULL AUTO_INCREMENT COMMENT '编号',
  channel   VARCHAR(8)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '渠道：MAIL电子邮件、WECOM企业微信群机器人、DINGTALK钉钉群机器人',
  digest_id BIGINT        NULL COMMENT '邮件所发的提醒',
  robot     CHAR(16)      CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT '机器人标识：地址摘要的开头',
  told_on   DATE          NOT NULL COMMENT '日期',
  words     VARCHAR(2000) NULL COMMENT '机器人所发的内容',
  state     VARCHAR(8)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '状态：WAITING待发送、SENT已发送、FAILED多次未成',
  attempts  INT           NOT NULL COMMENT '已试次数',
  next_at   DATETIME(3)   NOT NULL COMMENT '不早于此时再试；正在发送的，此前别的节点不再取',
  sent_at   DATETIME(3)   NULL COMMENT '发送时间',
  problem   VARCHAR(300)  NULL COMMENT '最近一次未成的原因',
  PRIMARY KEY (id),
  UNIQUE KEY reminder_delivery_mail (digest_id, channel),
  UNIQUE KEY reminder_delivery_robot (robot, told_on),
  KEY reminder_delivery_next (state, next_at, id),
  CONSTRAINT reminder_delivery_digest_fk FOREIGN KEY (digest_id) REFERENCES reminder_digest (id),
  CONSTRAINT reminder_delivery_state_known CHECK (state IN ('WAITING', 'SENT', 'FAILED')),
  CONSTRAINT reminder_delivery_channel_known CHECK (channel IN ('MAIL', 'WECOM', 'DINGTALK')),
  CONSTRAINT reminder_delivery_about CHECK ((digest_id IS NULL) <> (robot IS NULL))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '提醒的对外发送';

-- A calendar that a telephone reads without signing in: whoever knows the link sees what is due for its
-- owner, so only its hash is looked up, and its owner can see it again and end it.
CREATE TABLE calendar_feed (
  account_id   BIGINT       NOT NULL COMMENT '账号编号',
  token_hash   CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '链接密文的SHA-256',
  token_sealed VARCHAR(300) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '链接密文（加密），供本人再看',
  made_at      DATETIME(3)  NOT NULL COMMENT '生成时间',
  PRIMARY KEY (account_id),
  UNIQUE KEY calendar_feed_token (token_hash),
  CONSTRAINT calendar_feed_account_fk FOREIGN KEY (account_id) REFERENCES account (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '日历订阅';
