-- Cultivation plans. A version is written field by field, as typed; once it was handed in its fields
-- stay as they are, and what comes back is written on as the next version.
CREATE TABLE plan (
  id         BIGINT      NOT NULL AUTO_INCREMENT COMMENT '方案编号',
  company_id BIGINT      NOT NULL COMMENT '企业编号',
  base_year  SMALLINT    NOT NULL COMMENT '基期年度',
  first_year SMALLINT    NOT NULL COMMENT '方案期第一年',
  last_year  SMALLINT    NOT NULL COMMENT '方案期最后一年（含）',
  begun_on   DATE        NOT NULL COMMENT '开始编制日期',
  begun_by   VARCHAR(60) NOT NULL COMMENT '开始编制的账号',
  PRIMARY KEY (id),
  UNIQUE KEY plan_once (company_id, first_year),
  CONSTRAINT plan_company_fk FOREIGN KEY (company_id) REFERENCES company (id),
  CONSTRAINT plan_span CHECK (base_year < first_year AND last_year BETWEEN first_year + 2 AND first_year + 4)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '培育发展方案';

CREATE TABLE plan_version (
  id             BIGINT      NOT NULL AUTO_INCREMENT COMMENT '编号',
  plan_id        BIGINT      NOT NULL COMMENT '方案编号',
  ordinal        INT         NOT NULL COMMENT '第几稿，自1起',
  stage          VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '环节：DRAFT编制、TOWNSHIP镇街审核、OFFICE培育办审定、RETURNED已退回、APPROVED已批准',
  pending        TINYINT     NULL COMMENT '未办结为1，办结为空：一个方案同时只有一稿未办结',
  since          DATE        NOT NULL COMMENT '进入本环节之日',
  due_on         DATE        NULL COMMENT '本环节办理期限（含）；办结后为空',
  approved_on    DATE        NULL COMMENT '批准日期；自该日起执行',
  company_name   VARCHAR(200) NULL COMMENT '批准时的企业名称',
  archive_number VARCHAR(60) NULL COMMENT '档案编号',
  digest         CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT '批准时的内容摘要（SHA-256）',
  version        BIGINT      NOT NULL COMMENT '修改次数，用于发现同时修改',
  PRIMARY KEY (id),
  UNIQUE KEY plan_version_once (plan_id, ordinal),
  UNIQUE KEY plan_version_pending (plan_id, pending),
  KEY plan_version_stage (stage, due_on),
  CONSTRAINT plan_version_plan_fk FOREIGN KEY (plan_id) REFERENCES plan (id),
  CONSTRAINT plan_version_stage_known CHECK (stage IN ('DRAFT', 'TOWNSHIP', 'OFFICE', 'RETURNED', 'APPROVED')),
  CONSTRAINT plan_version_pending_known CHECK ((pending IS NOT NULL) = (stage IN ('DRAFT', 'TOWNSHIP', 'OFFICE'))),
  CONSTRAINT plan_version_approved CHECK (stage <> 'APPROVED' OR (approved_on IS NOT NULL AND company_name IS NOT NULL AND archive_number IS NOT NULL AND digest IS NOT NULL))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '方案各稿';

CREATE TABLE plan_field (
  version_id BIGINT      NOT NULL COMMENT '哪一稿',
  field      VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '栏目',
  words      MEDIUMTEXT  NOT NULL COMMENT '填写内容，原样保存',
  PRIMARY KEY (version_id, field),
  CONSTRAINT plan_field_version_fk FOREIGN KEY (version_id) REFERENCES plan_version (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '方案内容，提交后不改';

CREATE TABLE plan_step (
  id         BIGINT        NOT NULL AUTO_INCREMENT COMMENT '编号',
  version_id BIGINT        NOT NULL COMMENT '哪一稿',
  move       VARCHAR(12)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '办理动作：SUBMIT提交、WITHDRAW撤回、FORWARD报送、RETURN退回、APPROVE批准',
  stage      VARCHAR(12)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '办理后所处环节',
  due_on     DATE          NULL COMMENT '办理前环节的期限',
  done_on    DATE          NOT NULL COMMENT '办理日期',
  done_at    DATETIME(3)   NOT NULL COMMENT '办理时间',
  done_by    VARCHAR(60)   NOT NULL COMMENT '办理人账号',
  done_as    VARCHAR(80)   NOT NULL COMMENT '办理人身份：角色或单位',
  note       VARCHAR(1000) NULL COMMENT '意见',
  PRIMARY KEY (id),
  KEY plan_step_of (version_id, id),
  CONSTRAINT plan_step_version_fk FOREIGN KEY (version_id) REFERENCES plan_version (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '方案办理记录，只增不改';

CREATE TABLE plan_comment (
  step_id BIGINT       NOT NULL COMMENT '退回所在的办理记录',
  place   VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '所指段落',
  words   VARCHAR(500) NOT NULL COMMENT '意见',
  PRIMARY KEY (step_id, place),
  CONSTRAINT plan_comment_step_fk FOREIGN KEY (step_id) REFERENCES plan_step (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '逐段退回意见，只增不改';
