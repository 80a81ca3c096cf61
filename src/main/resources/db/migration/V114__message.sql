-- What somebody is told inside the product. A message is written once for each account and never
-- changes but for the moment it was seen.
CREATE TABLE message (
  id         BIGINT        NOT NULL AUTO_INCREMENT COMMENT '编号',
  account_id BIGINT        NOT NULL COMMENT '收件账号',
  kind       VARCHAR(20)   NOT NULL COMMENT '事项，如“检查报备”',
  subject    VARCHAR(200)  NOT NULL COMMENT '标题',
  body       VARCHAR(1000) NOT NULL COMMENT '内容',
  reason     VARCHAR(200)  NOT NULL COMMENT '为什么收到',
  link       VARCHAR(200)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '本系统内的地址',
  company_id BIGINT        NULL COMMENT '有关企业',
  once_key   VARCHAR(120)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '同一账号下同一标识只收一次',
  created_at DATETIME(3)   NOT NULL COMMENT '送达时间',
  seen_at    DATETIME(3)   NULL COMMENT '阅读时间',
  PRIMARY KEY (id),
  UNIQUE KEY message_once (account_id, once_key),
  KEY message_unseen (account_id, seen_at, id),
  KEY message_company (company_id),
  CONSTRAINT message_account_fk FOREIGN KEY (account_id) REFERENCES account (id),
  CONSTRAINT message_company_fk FOREIGN KEY (company_id) REFERENCES company (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '站内消息';
