-- Where a company comes from is one of three things, so a yes or no cannot say it. Whether it is a
-- demonstration company follows from it and stays readable as before.
ALTER TABLE company
  ADD COLUMN origin VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'DOCUMENT' COMMENT '来源类别：DOCUMENT文件所列、IMPORT导入、DEMO示例' AFTER founded_on,
  ADD COLUMN short_initials VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT '简称拼音首字母，用于检索' AFTER name_initials;

UPDATE company SET origin = 'DEMO' WHERE demo;
UPDATE company SET origin = 'IMPORT' WHERE NOT demo AND source LIKE '%，第 % 行';

ALTER TABLE company DROP COLUMN demo;
ALTER TABLE company
  ADD COLUMN demo BOOLEAN GENERATED ALWAYS AS (origin = 'DEMO') VIRTUAL COMMENT '是否示例企业' AFTER origin,
  ADD CONSTRAINT company_origin_known CHECK (origin IN ('DOCUMENT', 'IMPORT', 'DEMO'));

CREATE INDEX company_short_initials ON company (short_initials, id);
