-- Counts tries, not failures: a try is taken before the password is looked at, so that many at
-- once do not get more than one after the other. The key is a keyed hash of a name that need not
-- exist, or of an address.
CREATE TABLE sign_in_lock (
  kind         VARCHAR(8)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '对象：ACCOUNT登录名、ADDRESS来源地址',
  key_hash     CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '登录名或来源地址的散列',
  failures     INT         NOT NULL COMMENT '连续失败次数',
  failed_at    DATETIME(3) NOT NULL COMMENT '最近一次失败时间',
  locked_until DATETIME(3) NULL COMMENT '锁定至',
  PRIMARY KEY (kind, key_hash),
  KEY sign_in_lock_failed (failed_at)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '登录锁定';
