-- Editions published in the browser. They stand beside the files of the config folder and are only
-- added to. A node that sees another number in edition_shelf reads them again.
CREATE TABLE edition_shelf (
  id      TINYINT NOT NULL COMMENT '恒为1',
  version BIGINT  NOT NULL COMMENT '网上发布的次数；各节点据此发现新版本',
  PRIMARY KEY (id),
  CONSTRAINT edition_shelf_one CHECK (id = 1)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '网上发布计数';

INSERT INTO edition_shelf (id, version) VALUES (1, 0);

CREATE TABLE issued_edition (
  id           VARCHAR(60)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '版本代码',
  content_hash CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '内容摘要，注释和排版不计入',
  source       MEDIUMTEXT   NOT NULL COMMENT '标准全文（YAML）',
  cases        MEDIUMTEXT   NOT NULL COMMENT '算例（YAML）',
  original     VARCHAR(60)  CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT '据以修改的版本；空表示从文件导入',
  drafted_by   VARCHAR(60)  NOT NULL COMMENT '起草人账号',
  issued_by    VARCHAR(60)  NOT NULL COMMENT '发布人账号',
  issued_at    DATETIME(6)  NOT NULL COMMENT '发布时间',
  PRIMARY KEY (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '网上发布的标准版本，只增不改';

CREATE TABLE edition_end (
  edition_id VARCHAR(60)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '被接替的版本',
  ends_on    DATE         NOT NULL COMMENT '最后适用日（含）',
  successor  VARCHAR(60)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '接替的版本',
  ended_at   DATETIME(6)  NOT NULL COMMENT '登记时间',
  PRIMARY KEY (edition_id),
  KEY edition_end_successor (successor),
  CONSTRAINT edition_end_successor_fk FOREIGN KEY (successor) REFERENCES issued_edition (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '由接替版本带来的废止日，只增不改';
