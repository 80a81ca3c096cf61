-- What the record of an inspection also has to have: the company's code beside its titles, when the
-- officers came and went, and when the company was told of the result.
ALTER TABLE inspection_filing
  ADD COLUMN credit_code VARCHAR(18) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT '报备时的统一社会信用代码；没有登记为空串，本次升级以前报备的为空值';

ALTER TABLE inspection_conclusion
  ADD COLUMN entered_at DATETIME NULL COMMENT '进场时间（北京时间）',
  ADD COLUMN left_at    DATETIME NULL COMMENT '离场时间（北京时间）',
  ADD COLUMN told_on    DATE     NULL COMMENT '结果告知企业日期';
