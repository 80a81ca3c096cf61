CREATE TABLE reward_payment_void (
  payment_id BIGINT       NOT NULL COMMENT '到位编号',
  reason     VARCHAR(300) NOT NULL COMMENT '作废原因',
  voided_by  VARCHAR(60)  NOT NULL COMMENT '作废人登录名',
  voided_at  DATETIME(6)  NOT NULL COMMENT '作废时间',
  PRIMARY KEY (payment_id),
  CONSTRAINT reward_payment_void_payment_fk FOREIGN KEY (payment_id) REFERENCES reward_payment (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '奖励资金到位的作废，只增加';
