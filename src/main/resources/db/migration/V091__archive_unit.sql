-- Numbers are counted by each unit for itself: a county's office and its prefecture's both begin with
-- 1. What was numbered before keeps its number; where several units had shared one counter, each goes
-- on after its last one, and what they shared is marked, so that completeness can still be proved.
ALTER TABLE archive_series
  ADD COLUMN region_code VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT '立档单位所在区划' FIRST,
  ADD COLUMN common INT NOT NULL DEFAULT 0 COMMENT '各单位共用编号时编到的顺序号，此后由本单位单独编号',
  DROP PRIMARY KEY,
  ADD PRIMARY KEY (region_code, series, year);

INSERT INTO archive_series (region_code, series, year, latest, common)
SELECT d.region_code, s.series, s.year, s.latest, s.latest
FROM archive_series s
JOIN (SELECT DISTINCT region_code, series, year FROM archive_document) d
  ON d.series = s.series AND d.year = s.year
WHERE s.region_code = '';

DELETE FROM archive_series WHERE region_code = '';

ALTER TABLE archive_series ALTER COLUMN region_code DROP DEFAULT;

ALTER TABLE archive_document
  ADD COLUMN number     VARCHAR(40) NOT NULL DEFAULT '' COMMENT '档案编号，归档时写定',
  ADD COLUMN retention  VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'PERMANENT' COMMENT '保管期限代码，归档时写定',
  ADD COLUMN company_id BIGINT      NULL COMMENT '所涉企业，不专涉一家的为空',
  ADD COLUMN token      VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT '核验页地址中的随机码，印在文件的二维码里',
  ADD COLUMN common     BOOLEAN     NOT NULL DEFAULT FALSE COMMENT '是否各单位共用编号时所编',
  MODIFY COLUMN subject    VARCHAR(500) NOT NULL COMMENT '题名',
  MODIFY COLUMN about_kind VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT '所记事项的类别',
  MODIFY COLUMN about_id   BIGINT NULL COMMENT '所记事项的编号',
  DROP KEY archive_document_number,
  ADD UNIQUE KEY archive_document_place (region_code, series, year, place),
  ADD UNIQUE KEY archive_document_token (token),
  ADD KEY archive_document_year (year, series, place),
  ADD KEY archive_document_number (number),
  ADD CONSTRAINT archive_document_company FOREIGN KEY (company_id) REFERENCES company (id);

UPDATE archive_document
SET common = TRUE,
    number = CONCAT(CASE series WHEN 'REVIEW' THEN '动管档' ELSE '动管补档' END, '〔', year, '〕', place, '号');

ALTER TABLE archive_document
  ALTER COLUMN number DROP DEFAULT,
  ALTER COLUMN retention DROP DEFAULT;
