-- Who answers for an account that cannot answer for itself: one that waits for its person, or a
-- program's. Handing over ends a row and begins another.
CREATE TABLE custody (
  id         BIGINT      NOT NULL AUTO_INCREMENT COMMENT '编号',
  account_id BIGINT      NOT NULL COMMENT '账号编号（待开通账号或程序账号）',
  keeper_id  BIGINT      NOT NULL COMMENT '负责人账号编号',
  held_from  DATETIME(3) NOT NULL COMMENT '开始时间（含）',
  held_to    DATETIME(3) NULL COMMENT '结束时间（不含）；空表示仍在负责',
  PRIMARY KEY (id),
  KEY custody_account (account_id, held_to),
  KEY custody_keeper (keeper_id, held_to),
  CONSTRAINT custody_account_fk FOREIGN KEY (account_id) REFERENCES account (id),
  CONSTRAINT custody_keeper_fk FOREIGN KEY (keeper_id) REFERENCES account (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '账号负责人';
