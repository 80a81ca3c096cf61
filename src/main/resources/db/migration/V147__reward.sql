CREATE TABLE reward (
  id             BIGINT        NOT NULL AUTO_INCREMENT COMMENT '编号',
  company_id     BIGINT        NOT NULL COMMENT '企业编号',
  year           SMALLINT      NOT NULL COMMENT '政策年度',
  item           VARCHAR(80)   NOT NULL COMMENT '奖励项目',
  level          VARCHAR(12)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '级别：MUNICIPAL市级、PROVINCIAL省级、NATIONAL国家级',
  document       VARCHAR(200)  NOT NULL COMMENT '依据文件名称',
  document_no    VARCHAR(60)   NULL COMMENT '依据文号',
  due_amount     DECIMAL(18,6) NULL COMMENT '应奖金额，万元；空表示不明，0表示只表彰',
  granted_amount DECIMAL(18,6) NULL COMMENT '实际奖励金额，万元；空表示不明',
  reason         VARCHAR(300)  NULL COMMENT '实际与应奖不同的原因',
  decided_on     DATE          NOT NULL COMMENT '决定日期',
  archived_id    BIGINT        NULL COMMENT '决定在档案中的文件',
  remark         VARCHAR(300)  NULL COMMENT '备注',
  import_id      BIGINT        NULL COMMENT '来自哪次导入',
  entered_by     VARCHAR(60)   NOT NULL COMMENT '登记人登录名',
  entered_at     DATETIME(6)   NOT NULL COMMENT '登记时间',
  PRIMARY KEY (id),
  KEY reward_company (company_id, year),
  KEY reward_decided (decided_on, id),
  CONSTRAINT reward_company_fk FOREIGN KEY (company_id) REFERENCES company (id),
  CONSTRAINT reward_archived_fk FOREIGN KEY (archived_id) REFERENCES archive_document (id),
  CONSTRAINT reward_import_fk FOREIGN KEY (import_id) REFERENCES data_import (id),
  CONSTRAINT reward_amounts CHECK (due_amount >= 0 AND granted_amount >= 0),
  CONSTRAINT reward_differs CHECK (due_amount = granted_amount OR reason IS NOT NULL)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '奖励，只增加';

CREATE TABLE reward_payment (
  id          BIGINT        NOT NULL AUTO_INCREMENT COMMENT '编号',
  reward_id   BIGINT        NOT NULL COMMENT '奖励编号',
  paid_on     DATE          NOT NULL COMMENT '到位日期',
  amount      DECIMAL(18,6) NULL COMMENT '到位金额，万元；奖励金额不明时为空',
  remark      VARCHAR(300)  NULL COMMENT '说明',
  recorded_by VARCHAR(60)   NOT NULL COMMENT '登记人登录名',
  recorded_at DATETIME(6)   NOT NULL COMMENT '登记时间',
  PRIMARY KEY (id),
  KEY reward_payment_reward (reward_id, paid_on),
  CONSTRAINT reward_payment_reward_fk FOREIGN KEY (reward_id) REFERENCES reward (id),
  CONSTRAINT reward_payment_amount CHECK (amount > 0)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '奖励资金的到位，只增加';

CREATE TABLE reward_void (
  reward_id BIGINT       NOT NULL COMMENT '奖励编号',
  reason    VARCHAR(300) NOT NULL COMMENT '作废原因',
  voided_by VARCHAR(60)  NOT NULL COMMENT '作废人登录名',
  voided_at DATETIME(6)  NOT NULL COMMENT '作废时间',
  PRIMARY KEY (reward_id),
  CONSTRAINT reward_void_reward_fk FOREIGN KEY (reward_id) REFERENCES reward (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '奖励登记的作废，只增加';
