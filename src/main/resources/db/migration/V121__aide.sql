CREATE TABLE aide (
  id           BIGINT      NOT NULL AUTO_INCREMENT COMMENT '编号',
  leader_id    BIGINT      NOT NULL COMMENT '挂钩领导账号编号',
  aide_id      BIGINT      NOT NULL COMMENT '联络员账号编号',
  held_from    DATE        NOT NULL COMMENT '起始日（含）',
  held_to      DATE        NULL COMMENT '终止日（不含）；空表示仍在联络',
  appointed_by VARCHAR(60) NOT NULL COMMENT '指定人登录名',
  ended_by     VARCHAR(60) NULL COMMENT '结束人登录名',
  PRIMARY KEY (id),
  UNIQUE KEY aide_once (leader_id, aide_id, held_from),
  KEY aide_of (aide_id, held_from, held_to, leader_id),
  CONSTRAINT aide_leader_fk FOREIGN KEY (leader_id) REFERENCES account (id),
  CONSTRAINT aide_aide_fk FOREIGN KEY (aide_id) REFERENCES account (id),
  CONSTRAINT aide_another CHECK (leader_id <> aide_id),
  CONSTRAINT aide_interval CHECK (held_to IS NULL OR held_to > held_from)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '挂钩领导的联络员';
