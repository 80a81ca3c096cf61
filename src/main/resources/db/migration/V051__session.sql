-- A person's session and a program's token are the same thing: a hash that lets its bearer act as
-- an account until a moment. Any node serves any session.
CREATE TABLE session (
  id          BIGINT       NOT NULL AUTO_INCREMENT COMMENT '会话编号',
  token_hash  CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '会话凭据的散列',
  account_id  BIGINT       NOT NULL COMMENT '账号编号',
  kind        VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '种类：BROWSER网页、PROGRAM接口登录、TOKEN接口令牌',
  label       VARCHAR(60)  NULL COMMENT '令牌名称',
  reading     BOOLEAN      NOT NULL COMMENT '是否只能查询',
  passed      BOOLEAN      NOT NULL COMMENT '第二因素是否已通过，或不需要',
  opened_at   DATETIME(3)  NOT NULL COMMENT '开始时间',
  seen_at     DATETIME(3)  NOT NULL COMMENT '最近使用时间，按分钟记',
  expires_at  DATETIME(3)  NOT NULL COMMENT '最迟失效时间',
  ended_at    DATETIME(3)  NULL COMMENT '退出、撤销或被终止的时间',
  address     VARCHAR(45)  CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT '来源地址',
  agent       VARCHAR(200) NULL COMMENT '浏览器或程序',
  PRIMARY KEY (id),
  UNIQUE KEY session_token (token_hash),
  KEY session_account (account_id, ended_at, expires_at),
  KEY session_expiry (expires_at),
  CONSTRAINT session_account_fk FOREIGN KEY (account_id) REFERENCES account (id),
  CONSTRAINT session_kind_known CHECK (kind IN ('BROWSER', 'PROGRAM', 'TOKEN'))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '会话与接口令牌';
