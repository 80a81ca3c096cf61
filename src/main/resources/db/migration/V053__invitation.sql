-- A link that works once: to open an account, or to set a new password.
CREATE TABLE invitation (
  id         BIGINT      NOT NULL AUTO_INCREMENT COMMENT '邀请编号',
  token_hash CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '链接凭据的散列',
  account_id BIGINT      NOT NULL COMMENT '账号编号',
  made_by    BIGINT      NOT NULL COMMENT '发出人账号编号',
  made_at    DATETIME(3) NOT NULL COMMENT '发出时间',
  expires_at DATETIME(3) NOT NULL COMMENT '失效时间',
  used_at    DATETIME(3) NULL COMMENT '使用时间',
  PRIMARY KEY (id),
  UNIQUE KEY invitation_token (token_hash),
  KEY invitation_account (account_id, used_at),
  KEY invitation_maker (made_by),
  CONSTRAINT invitation_account_fk FOREIGN KEY (account_id) REFERENCES account (id),
  CONSTRAINT invitation_maker_fk FOREIGN KEY (made_by) REFERENCES account (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '账号邀请与口令重置';
