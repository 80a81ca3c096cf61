-- Who did what. An entry is written by the request itself, without waiting for a place in the
-- chain; a sealer links entries into the chain about once a second. The user that serves requests
-- may only add to these tables. No foreign keys: whatever happens to an account or a company, what
-- was done stays, and an entry costs one row in one index.
--
-- Nothing in trail_entry and trail_link is personal: people are numbers there, and what was typed,
-- what changed and from where is in trail_detail and trail_place, of which entries hold digests.
CREATE TABLE trail_entry (
  id            BIGINT       NOT NULL COMMENT '编号，高位是毫秒时刻',
  at            DATETIME(3)  NOT NULL COMMENT '时间（北京时间）',
  account_id    BIGINT       NULL COMMENT '账号编号；空表示没有登录',
  session_id    BIGINT       NULL COMMENT '会话编号',
  begun         BIGINT       NULL COMMENT '结果所属的开始记录',
  result        SMALLINT     NULL COMMENT '结果（HTTP 状态码）；空表示开始办理',
  act           VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT '事项代码',
  method        VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '请求方法',
  route         VARCHAR(160) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT '路由，不含参数值',
  object_kind   VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT '对象类别',
  object_id     VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT '对象编号',
  place         BINARY(32)   NULL COMMENT '来源地址的摘要',
  detail_digest BINARY(32)   NULL COMMENT '前后内容的摘要',
  mac           BINARY(32)   NOT NULL COMMENT '本行校验值',
  PRIMARY KEY (id),
  UNIQUE KEY trail_entry_begun (begun),
  KEY trail_entry_account (account_id, id),
  KEY trail_entry_object (object_kind, object_id, id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '审计记录';

CREATE TABLE trail_link (
  seq      BIGINT     NOT NULL COMMENT '序号，不间断',
  entry_id BIGINT     NOT NULL COMMENT '审计记录编号',
  sound    BOOLEAN    NOT NULL COMMENT '入链时本行校验值是否相符',
  hash     BINARY(32) NOT NULL COMMENT '链校验值',
  PRIMARY KEY (seq),
  UNIQUE KEY trail_link_entry (entry_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '审计记录的链';

CREATE TABLE trail_head (
  id        TINYINT    NOT NULL COMMENT '恒为 1',
  seq       BIGINT     NOT NULL COMMENT '最后一环的序号',
  entry_id  BIGINT     NOT NULL COMMENT '已入链的最大记录编号',
  hash      BINARY(32) NOT NULL COMMENT '最后一环的校验值',
  PRIMARY KEY (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '审计记录的链头';

INSERT INTO trail_head (id, seq, entry_id, hash)
VALUES (1, 0, 0, UNHEX(REPEAT('00', 32)));

CREATE TABLE trail_detail (
  entry_id BIGINT        NOT NULL COMMENT '审计记录编号',
  sealed   VARCHAR(8000) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '前后内容（加密）',
  PRIMARY KEY (entry_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '审计记录的前后内容';

CREATE TABLE trail_place (
  digest BINARY(32)   NOT NULL COMMENT '密文的摘要',
  sealed VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '来源地址（加密）',
  PRIMARY KEY (digest)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '审计记录的来源地址';

CREATE TABLE trail_check (
  id         BIGINT      NOT NULL AUTO_INCREMENT COMMENT '编号',
  at         DATETIME(3) NOT NULL COMMENT '完成时间（北京时间）',
  account_id BIGINT      NULL COMMENT '发起人账号编号；空表示命令行',
  seq        BIGINT      NOT NULL COMMENT '核验到的序号',
  millis     BIGINT      NOT NULL COMMENT '用时（毫秒）',
  problems   INT         NOT NULL COMMENT '发现的问题数',
  PRIMARY KEY (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '审计记录的核验';
