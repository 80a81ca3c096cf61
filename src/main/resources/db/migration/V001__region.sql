-- A region's code carries those of its ancestors as a prefix (2, 4, 6, 9 digits), so the code is
-- the path: everything below 南通市 is LIKE '3206%', answered by the primary key.
CREATE TABLE region (
  code        VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '区划代码：省2位、设区市4位、县（市、区）6位、镇（街道）9位',
  name        VARCHAR(60)  NOT NULL COMMENT '名称',
  level       VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '层级：PROVINCE省、PREFECTURE设区市、COUNTY县（市、区）、TOWNSHIP镇（街道）',
  parent_code VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT '上级区划代码',
  source      VARCHAR(200) NOT NULL COMMENT '代码来源',
  PRIMARY KEY (code),
  KEY region_parent (parent_code),
  CONSTRAINT region_parent_fk FOREIGN KEY (parent_code) REFERENCES region (code),
  CONSTRAINT region_code_extends_parent CHECK (parent_code IS NULL OR code LIKE CONCAT(parent_code, '_%')),
  CONSTRAINT region_level_known CHECK (level IN ('PROVINCE', 'PREFECTURE', 'COUNTY', 'TOWNSHIP'))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '行政区划';
