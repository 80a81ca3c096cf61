-- Whom the identity provider means: names there are given to somebody else one day, the subject of
-- an issuer never is.
CREATE TABLE account_identity (
  id         BIGINT       NOT NULL AUTO_INCREMENT COMMENT '编号',
  issuer     VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT '统一登录的签发者',
  subject    VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT '签发者给本人的永久编号',
  account_id BIGINT       NOT NULL COMMENT '账号编号',
  bound_at   DATETIME(3)  NOT NULL COMMENT '首次统一登录的时间',
  PRIMARY KEY (id),
  UNIQUE KEY account_identity_subject (issuer, subject),
  UNIQUE KEY account_identity_account (account_id, issuer),
  CONSTRAINT account_identity_account_fk FOREIGN KEY (account_id) REFERENCES account (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '账号与统一登录身份的绑定';
