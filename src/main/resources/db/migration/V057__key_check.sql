-- A text sealed with the key that this database belongs to: whoever cannot open it has another key
-- and must not write.
CREATE TABLE key_check (
  id     TINYINT      NOT NULL COMMENT '恒为 1',
  sealed VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '用本库密钥加密的校验文字',
  PRIMARY KEY (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '密钥校验';
