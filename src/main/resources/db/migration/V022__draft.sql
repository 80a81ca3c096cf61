-- An edition being written in the browser. The row says where it stands; every saving is a revision
-- with the whole document, and revisions are only added to.
CREATE TABLE edition_draft (
  id           BIGINT       NOT NULL AUTO_INCREMENT COMMENT '草案编号',
  edition      VARCHAR(60)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '发布后的版本代码',
  original     VARCHAR(60)  CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT '据以修改的版本；空表示从文件导入',
  purpose      VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '用途：AMEND修订、CONFIRM按年度通知确认、UPLOAD导入',
  stage        VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '状态：DRAFTING起草、PROPOSED待发布、ISSUED已发布、DISCARDED作废',
  ends         VARCHAR(60)  CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT '发布时由此写上废止日的版本；空表示不接替',
  revision     INT          NOT NULL COMMENT '最新修改次序',
  drafted_by   VARCHAR(60)  NOT NULL COMMENT '起草人账号',
  edited_by    VARCHAR(60)  NOT NULL COMMENT '最近修改人账号',
  changed_at   DATETIME(6)  NOT NULL COMMENT '最近修改时间',
  demo         BOOLEAN      NOT NULL COMMENT '是否示例',
  version      BIGINT       NOT NULL COMMENT '修改次数，用于发现同时修改',
  PRIMARY KEY (id),
  KEY edition_draft_stage (stage, id),
  KEY edition_draft_edition (edition),
  CONSTRAINT edition_draft_stage_known CHECK (stage IN ('DRAFTING', 'PROPOSED', 'ISSUED', 'DISCARDED')),
  CONSTRAINT edition_draft_purpose_known CHECK (purpose IN ('AMEND', 'CONFIRM', 'UPLOAD'))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '标准版本草案';

CREATE TABLE edition_revision (
  draft_id   BIGINT       NOT NULL COMMENT '草案编号',
  number     INT          NOT NULL COMMENT '修改次序，自1起',
  document   MEDIUMTEXT   NOT NULL COMMENT '标准全文（YAML）',
  cases      MEDIUMTEXT   NOT NULL COMMENT '算例（YAML）',
  deed       VARCHAR(300) NOT NULL COMMENT '改了什么',
  problems   INT          NOT NULL COMMENT '待改正处数',
  saved_by   VARCHAR(60)  NOT NULL COMMENT '修改人账号',
  saved_at   DATETIME(6)  NOT NULL COMMENT '修改时间',
  PRIMARY KEY (draft_id, number),
  CONSTRAINT edition_revision_fk FOREIGN KEY (draft_id) REFERENCES edition_draft (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '草案的每次修改，只增不改';
