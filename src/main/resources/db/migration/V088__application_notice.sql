-- A public notice as it was given: what its paper says stays the same when the company is renamed or
-- the application comes back and is announced once more.
CREATE TABLE application_notice (
  id             BIGINT       NOT NULL AUTO_INCREMENT COMMENT '编号',
  application_id BIGINT       NOT NULL COMMENT '申请编号',
  step_id        BIGINT       NOT NULL COMMENT '开始公示的办理记录',
  company        VARCHAR(200) NOT NULL COMMENT '公示时的企业名称',
  credit_code    VARCHAR(18)  CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT '公示时的统一社会信用代码',
  town           VARCHAR(80)  NOT NULL COMMENT '公示时的所在地区',
  pool           VARCHAR(80)  NOT NULL COMMENT '拟进入的培育库名称',
  office         VARCHAR(80)  NOT NULL COMMENT '作出公示的培育办所在地区',
  document       VARCHAR(200) NULL COMMENT '公示文件名称和文号',
  shown_from     DATE         NOT NULL COMMENT '公示起始日（含）',
  shown_until    DATE         NOT NULL COMMENT '公示截止日（含）',
  entered_on     DATE         NOT NULL COMMENT '登记之日',
  reason         VARCHAR(500) NULL COMMENT '补登理由：起始日早于登记之日的必有',
  PRIMARY KEY (id),
  UNIQUE KEY application_notice_step (step_id),
  KEY application_notice_of (application_id, id),
  CONSTRAINT application_notice_fk FOREIGN KEY (application_id) REFERENCES application (id),
  CONSTRAINT application_notice_step_fk FOREIGN KEY (step_id) REFERENCES application_step (id),
  CONSTRAINT application_notice_reason CHECK (shown_from >= entered_on OR reason IS NOT NULL)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '入库公示，只增不改';
