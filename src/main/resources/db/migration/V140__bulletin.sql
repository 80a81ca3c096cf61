-- Bulletins of a quarter or year. A draft is counted anew as often as wanted; what was issued lies in
-- tables of its own, which are only added to, so that nothing recorded later changes it.
CREATE TABLE bulletin (
  id          BIGINT      NOT NULL AUTO_INCREMENT COMMENT '通报编号',
  region_code VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '编制地区',
  about_year  SMALLINT    NOT NULL COMMENT '年度',
  quarter     TINYINT     NOT NULL COMMENT '季度；0 表示年度报告',
  stage       VARCHAR(8)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'DRAFT 编制中，ISSUED 已印发',
  known_at    DATETIME(6) NOT NULL COMMENT '取数时刻：此前登记的都计入',
  content     MEDIUMBLOB  NULL COMMENT '草稿取数结果（JSON，gzip）；印发后移入 bulletin_issue',
  drafted_on  DATE        NOT NULL COMMENT '开始编制日期',
  drafted_by  VARCHAR(60) NOT NULL COMMENT '开始编制的账号',
  kept_at     DATETIME(6) NOT NULL COMMENT '最近修改时刻',
  kept_by     VARCHAR(60) NOT NULL COMMENT '最近修改的账号',
  version     BIGINT      NOT NULL COMMENT '修改次数，用于发现同时修改',
  PRIMARY KEY (id),
  UNIQUE KEY bulletin_once (region_code, about_year, quarter),
  CONSTRAINT bulletin_quarter_known CHECK (quarter BETWEEN 0 AND 4),
  CONSTRAINT bulletin_stage_known CHECK (stage IN ('DRAFT', 'ISSUED'))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '信息通报和年度报告';

CREATE TABLE bulletin_words (
  bulletin_id BIGINT        NOT NULL COMMENT '通报',
  part        VARCHAR(20)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '部分',
  words       VARCHAR(4000) NOT NULL COMMENT '培育办写的话',
  PRIMARY KEY (bulletin_id, part),
  CONSTRAINT bulletin_words_fk FOREIGN KEY (bulletin_id) REFERENCES bulletin (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '通报各部分的文字';

CREATE TABLE bulletin_highlight (
  bulletin_id BIGINT        NOT NULL COMMENT '通报',
  place       INT           NOT NULL COMMENT '次序，自1起',
  headline    VARCHAR(120)  NOT NULL COMMENT '标题',
  words       VARCHAR(2000) NOT NULL COMMENT '内容',
  PRIMARY KEY (bulletin_id, place),
  CONSTRAINT bulletin_highlight_fk FOREIGN KEY (bulletin_id) REFERENCES bulletin (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '通报选登的工作亮点';

CREATE TABLE bulletin_line (
  bulletin_id BIGINT        NOT NULL COMMENT '通报',
  list        VARCHAR(40)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '名单',
  place       INT           NOT NULL COMMENT '名单内的次序，自1起',
  mark        VARCHAR(12)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '名单内的类别',
  company_id  BIGINT        NOT NULL COMMENT '企业编号',
  company     VARCHAR(120)  NOT NULL COMMENT '取数时的企业名称',
  demo        BOOLEAN       NOT NULL COMMENT '是否示例企业',
  region_code VARCHAR(12)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '取数时的所属区划',
  region      VARCHAR(60)   NOT NULL COMMENT '取数时的所属地区',
  detail      VARCHAR(500)  NOT NULL COMMENT '说明',
  happened_on DATE          NULL COMMENT '有关日期',
  amount      DECIMAL(24,6) NULL COMMENT '有关数值',
  PRIMARY KEY (bulletin_id, list, place),
  CONSTRAINT bulletin_line_fk FOREIGN KEY (bulletin_id) REFERENCES bulletin (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '草稿各数字背后的名单，重新取数时重写';

CREATE TABLE bulletin_issue (
  bulletin_id    BIGINT      NOT NULL COMMENT '通报',
  content        MEDIUMBLOB  NOT NULL COMMENT '印发的全部内容（JSON，gzip）',
  digest         CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '内容和名单的摘要（SHA-256）',
  archive_number VARCHAR(60) NOT NULL COMMENT '档案编号',
  issued_on      DATE        NOT NULL COMMENT '印发日期',
  issued_at      DATETIME(6) NOT NULL COMMENT '印发时刻',
  issued_by      VARCHAR(60) NOT NULL COMMENT '印发的账号',
  issued_as      VARCHAR(80) NOT NULL COMMENT '印发人身份：角色或单位',
  PRIMARY KEY (bulletin_id),
  CONSTRAINT bulletin_issue_fk FOREIGN KEY (bulletin_id) REFERENCES bulletin (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '印发的通报，只增不改';

CREATE TABLE bulletin_issue_line (
  bulletin_id BIGINT        NOT NULL COMMENT '通报',
  list        VARCHAR(40)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '名单',
  place       INT           NOT NULL COMMENT '名单内的次序，自1起',
  mark        VARCHAR(12)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '名单内的类别',
  company_id  BIGINT        NOT NULL COMMENT '企业编号',
  company     VARCHAR(120)  NOT NULL COMMENT '取数时的企业名称',
  demo        BOOLEAN       NOT NULL COMMENT '是否示例企业',
  region_code VARCHAR(12)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '取数时的所属区划',
  region      VARCHAR(60)   NOT NULL COMMENT '取数时的所属地区',
  detail      VARCHAR(500)  NOT NULL COMMENT '说明',
  happened_on DATE          NULL COMMENT '有关日期',
  amount      DECIMAL(24,6) NULL COMMENT '有关数值',
  PRIMARY KEY (bulletin_id, list, place),
  KEY bulletin_issue_line_company (company_id, bulletin_id, list),
  CONSTRAINT bulletin_issue_line_fk FOREIGN KEY (bulletin_id) REFERENCES bulletin (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '印发的通报各数字背后的名单，只增不改';
