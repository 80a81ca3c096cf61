-- What people type is compared with it, and that may be in any script: a name that no account can
-- have is unknown, not an error.
ALTER TABLE account
  MODIFY COLUMN username VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT '登录名，小写';
