-- What an edition or notice meant when it was first used. The hash never changes; the text follows
-- the file as long as the meaning stays, so that an export carries its latest remarks.
CREATE TABLE edition_publication (
  id           VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '版本或年度通知代码',
  content_hash CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '内容摘要，注释和排版不计入',
  source       MEDIUMTEXT  NOT NULL COMMENT '文件原文（YAML）',
  published_at DATETIME(6) NOT NULL COMMENT '发布时间',
  PRIMARY KEY (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '已发布的版本和年度通知';
