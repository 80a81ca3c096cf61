-- What looked like a slip when an operating sheet was handed in, and the company said it had looked
-- at: kept in the words it was asked with, since what it was compared with may change.
CREATE TABLE operating_assurance (
  step_id BIGINT       NOT NULL COMMENT '提交的办理记录编号',
  place   INT          NOT NULL COMMENT '次序，自1起',
  wording VARCHAR(300) NOT NULL COMMENT '请核对的内容',
  PRIMARY KEY (step_id, place),
  CONSTRAINT operating_assurance_fk FOREIGN KEY (step_id) REFERENCES operating_step (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '运行情况表提交时企业已核对的内容，只增不改';
