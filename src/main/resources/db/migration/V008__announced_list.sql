-- Announced lists: what one document says of all its rows, which companies a doubtful row may mean,
-- and which one somebody chose. Names that companies had before are found by too. The table of
-- imports is made by a later number, so that no key refers to it here.
CREATE TABLE former_name (
  id          BIGINT       NOT NULL AUTO_INCREMENT COMMENT '编号',
  company_id  BIGINT       NOT NULL COMMENT '企业编号',
  name        VARCHAR(200) NOT NULL COMMENT '曾用名',
  used_until  DATE         NOT NULL COMMENT '更名日期：自该日起不再使用',
  recorded_on DATE         NOT NULL COMMENT '登记日期：自该日起已知',
  source      VARCHAR(400) NOT NULL COMMENT '来源',
  PRIMARY KEY (id),
  UNIQUE KEY former_name_once (company_id, name),
  KEY former_name_by_name (name),
  CONSTRAINT former_name_company_fk FOREIGN KEY (company_id) REFERENCES company (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '企业曾用名，只增不改';

CREATE TABLE import_announcement (
  import_id BIGINT       NOT NULL COMMENT '导入编号',
  title     VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '名单授予的称号或在库（称号代码）',
  document  VARCHAR(200) NOT NULL COMMENT '公布文件名称和文号',
  held_from DATE         NOT NULL COMMENT '起始日（含）',
  last_day  DATE         NULL COMMENT '有效期至（含）；文件未载明为空',
  batch     VARCHAR(60)  NULL COMMENT '批次',
  PRIMARY KEY (import_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '公布名单整份适用的内容';

CREATE TABLE import_candidate (
  import_id  BIGINT       NOT NULL COMMENT '导入编号',
  sheet_row  INT          NOT NULL COMMENT '表格行号',
  company_id BIGINT       NOT NULL COMMENT '可能指的企业',
  typed      VARCHAR(200) NOT NULL COMMENT '表中的企业名称或代码',
  why        VARCHAR(60)  NOT NULL COMMENT '为什么可能是它',
  place      INT          NOT NULL COMMENT '排列次序，自1起',
  PRIMARY KEY (import_id, sheet_row, company_id),
  CONSTRAINT import_candidate_company_fk FOREIGN KEY (company_id) REFERENCES company (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '导入时不能确定是哪一家的候选企业';

CREATE TABLE import_match (
  import_id  BIGINT      NOT NULL COMMENT '导入编号',
  sheet_row  INT         NOT NULL COMMENT '表格行号',
  company_id BIGINT      NOT NULL COMMENT '经人确认的企业',
  chosen_by  VARCHAR(60) NOT NULL COMMENT '确认人账号',
  PRIMARY KEY (import_id, sheet_row),
  CONSTRAINT import_match_company_fk FOREIGN KEY (company_id) REFERENCES company (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '导入时经人确认的企业';
