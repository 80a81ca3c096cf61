-- Rules as the office changed them in the browser. Each version is a whole plan as the file would have
-- it; nothing is changed. Two that were made from the same one cannot both be kept.
CREATE TABLE reminder_rule_version (
  id         BIGINT       NOT NULL AUTO_INCREMENT COMMENT '版本',
  follows    BIGINT       NOT NULL COMMENT '在哪一版本上修改；0为配置文件',
  text       MEDIUMTEXT   NOT NULL COMMENT '全部规则（YAML）',
  from_on    DATE         NOT NULL COMMENT '自该日起执行',
  reason     VARCHAR(500) NOT NULL COMMENT '修改理由或依据',
  decided_at DATETIME(3)  NOT NULL COMMENT '修改时间',
  decided_by VARCHAR(60)  NOT NULL COMMENT '修改人账号',
  PRIMARY KEY (id),
  UNIQUE KEY reminder_rule_version_follows (follows)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '应报事项和提醒规则，只增不改';

-- Whom the office let off something for a period: a decision with its reason, the one part of what is
-- due that no other table knows. Its end is a day in the row; it may be given again.
CREATE TABLE obligation_exemption (
  id         BIGINT       NOT NULL AUTO_INCREMENT COMMENT '编号',
  company_id BIGINT       NOT NULL COMMENT '企业编号',
  kind       VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '应报事项代码',
  period     VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '所属期间',
  standing   TINYINT      NULL COMMENT '有效为1，撤销后为空：同一事项同一期间只有一件有效',
  reason     VARCHAR(200) NOT NULL COMMENT '免报理由或依据',
  decided_on DATE         NOT NULL COMMENT '决定日期',
  decided_by VARCHAR(60)  NOT NULL COMMENT '决定人账号',
  ended_on   DATE         NULL COMMENT '撤销日期',
  ended_by   VARCHAR(60)  NULL COMMENT '撤销人账号',
  PRIMARY KEY (id),
  UNIQUE KEY obligation_exemption_once (company_id, kind, period, standing),
  CONSTRAINT obligation_exemption_company_fk FOREIGN KEY (company_id) REFERENCES company (id),
  CONSTRAINT obligation_exemption_standing_known CHECK (standing IS NULL OR standing = 1),
  CONSTRAINT obligation_exemption_ended CHECK ((standing IS NULL) = (ended_on IS NOT NULL))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '免报';
