-- Plans of who applies for which title in which year. An entry is never deleted: it is moved to
-- another year or dropped, and nomination_step, which is only added to, says why.
CREATE TABLE nomination_plan (
  id          BIGINT       NOT NULL AUTO_INCREMENT COMMENT '计划编号',
  region_code VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '编制地区',
  name        VARCHAR(100) NOT NULL COMMENT '计划名称',
  from_year   SMALLINT     NOT NULL COMMENT '起始年度（含）',
  to_year     SMALLINT     NOT NULL COMMENT '终止年度（含）',
  document    VARCHAR(200) NULL COMMENT '依据文件；空表示没有文件',
  made_at     DATETIME(6)  NOT NULL COMMENT '登记时刻',
  made_by     VARCHAR(60)  NOT NULL COMMENT '登记人账号',
  PRIMARY KEY (id),
  UNIQUE KEY nomination_plan_once (region_code, name),
  CONSTRAINT nomination_plan_years CHECK (to_year >= from_year)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '申报计划';

CREATE TABLE nomination (
  id         BIGINT       NOT NULL AUTO_INCREMENT COMMENT '编号',
  plan_id    BIGINT       NOT NULL COMMENT '申报计划',
  about_year SMALLINT     NOT NULL COMMENT '计划申报年度',
  title      VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '称号代码',
  company_id BIGINT       NOT NULL COMMENT '企业编号',
  place      INT          NOT NULL COMMENT '在同一称号、年度中的次序，自1起',
  origin     VARCHAR(200) NULL COMMENT '出处：文件和位置；空表示在本系统列入',
  standing   TINYINT      NULL COMMENT '在列为1，调出后为空：同一计划、年度、称号一家企业只在列一次',
  version    BIGINT       NOT NULL COMMENT '修改次数，用于发现同时修改',
  PRIMARY KEY (id),
  UNIQUE KEY nomination_once (plan_id, about_year, title, company_id, standing),
  KEY nomination_company (company_id, about_year),
  CONSTRAINT nomination_plan_fk FOREIGN KEY (plan_id) REFERENCES nomination_plan (id),
  CONSTRAINT nomination_company_fk FOREIGN KEY (company_id) REFERENCES company (id),
  CONSTRAINT nomination_standing_known CHECK (standing IS NULL OR standing = 1)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '列入申报计划的企业';

CREATE TABLE nomination_step (
  id            BIGINT       NOT NULL AUTO_INCREMENT COMMENT '编号',
  nomination_id BIGINT       NOT NULL COMMENT '列入的企业',
  move          VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '动作：ENTERED列入、MOVED改列年度、APPLIED已申报、DROPPED调出',
  about_year    SMALLINT     NOT NULL COMMENT '动作以后的年度',
  note          VARCHAR(500) NULL COMMENT '理由或出处',
  done_on       DATE         NOT NULL COMMENT '日期',
  done_at       DATETIME(6)  NOT NULL COMMENT '登记时刻',
  done_by       VARCHAR(60)  NOT NULL COMMENT '登记人账号',
  PRIMARY KEY (id),
  KEY nomination_step_of (nomination_id, id),
  CONSTRAINT nomination_step_fk FOREIGN KEY (nomination_id) REFERENCES nomination (id),
  CONSTRAINT nomination_step_move_known CHECK (move IN ('ENTERED', 'MOVED', 'APPLIED', 'DROPPED'))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '申报计划变动记录，只增不改';
