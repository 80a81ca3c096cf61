-- What an inspection found, and what the company says of it.
CREATE TABLE inspection_conclusion (
  inspection_id  BIGINT        NOT NULL COMMENT '检查编号',
  ended_on       DATE          NOT NULL COMMENT '检查结束、处置结论作出之日',
  due_on         DATE          NOT NULL COMMENT '报送挂钩领导的期限（含）',
  record_number  VARCHAR(60)   NULL COMMENT '现场检查笔录编号',
  words          VARCHAR(2000) NOT NULL COMMENT '检查情况',
  conclusion     VARCHAR(2000) NOT NULL COMMENT '此次处置结论',
  inspectors     VARCHAR(200)  NOT NULL COMMENT '检查人员签字',
  opinion        VARCHAR(1000) NULL COMMENT '部门主要领导意见',
  problems       INT           NOT NULL COMMENT '发现问题数',
  late           BOOLEAN       NOT NULL COMMENT '是否逾期报送',
  digest         CHAR(64)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '内容摘要（SHA-256）',
  archive_number VARCHAR(60)   NOT NULL COMMENT '档案编号',
  concluded_on   DATE          NOT NULL COMMENT '报送日期',
  concluded_at   DATETIME(3)   NOT NULL COMMENT '报送时间',
  concluded_by   VARCHAR(60)   NOT NULL COMMENT '报送账号',
  PRIMARY KEY (inspection_id),
  KEY inspection_conclusion_on (concluded_on, inspection_id),
  CONSTRAINT inspection_conclusion_fk FOREIGN KEY (inspection_id) REFERENCES inspection_filing (inspection_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '检查结论，只增不改';

CREATE TABLE inspection_problem (
  inspection_id BIGINT        NOT NULL COMMENT '检查编号',
  ordinal       INT           NOT NULL COMMENT '序号',
  item          VARCHAR(200)  NOT NULL COMMENT '检查事项',
  words         VARCHAR(1000) NOT NULL COMMENT '存在问题',
  first_found   BOOLEAN       NOT NULL COMMENT '是否首次发现',
  proposed      BOOLEAN       NOT NULL COMMENT '按本系统记录，是否首次发现',
  disposition   VARCHAR(12)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '处置方式代码',
  reason        VARCHAR(1000) NULL COMMENT '首次发现而停产、罚款、上网的理由',
  correct_by    DATE          NULL COMMENT '整改期限（含）',
  recheck_on    DATE          NULL COMMENT '复查日期',
  PRIMARY KEY (inspection_id, ordinal),
  KEY inspection_problem_item (item),
  CONSTRAINT inspection_problem_fk FOREIGN KEY (inspection_id) REFERENCES inspection_conclusion (inspection_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '检查发现的问题，只增不改';

CREATE TABLE inspection_answer (
  id            BIGINT        NOT NULL AUTO_INCREMENT COMMENT '编号',
  inspection_id BIGINT        NOT NULL COMMENT '检查编号',
  kind          VARCHAR(12)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'RECEIPT签收、COMPLAINT投诉',
  words         VARCHAR(1000) NULL COMMENT '投诉内容',
  answered_at   DATETIME(3)   NOT NULL COMMENT '时间',
  answered_by   VARCHAR(60)   NOT NULL COMMENT '企业账号',
  PRIMARY KEY (id),
  KEY inspection_answer_of (inspection_id, kind, id),
  CONSTRAINT inspection_answer_fk FOREIGN KEY (inspection_id) REFERENCES inspection_conclusion (inspection_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '企业签收和投诉，只增不改';

-- That a company has rated, without when and what: so that it rates once.
CREATE TABLE inspection_rated (
  inspection_id BIGINT NOT NULL COMMENT '检查编号',
  PRIMARY KEY (inspection_id),
  CONSTRAINT inspection_rated_fk FOREIGN KEY (inspection_id) REFERENCES inspection_conclusion (inspection_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '已评价的检查，只增不改';

-- What was rated, without who and when: no company, inspection or account, a random key, and the
-- year alone, so that neither order nor time leads back.
CREATE TABLE inspection_rating (
  id          CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '随机编号',
  region_code VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '检查单位所在区划',
  unit        VARCHAR(60)  NOT NULL COMMENT '检查单位',
  rated_year  SMALLINT     NOT NULL COMMENT '评价年度',
  score       TINYINT      NOT NULL COMMENT '1至5分',
  words       VARCHAR(500) NULL COMMENT '意见',
  PRIMARY KEY (id),
  KEY inspection_rating_unit (region_code, unit, rated_year),
  CONSTRAINT inspection_rating_score CHECK (score BETWEEN 1 AND 5)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '匿名评价，只增不改';
