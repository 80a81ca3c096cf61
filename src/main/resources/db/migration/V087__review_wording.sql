-- What a round calls by a code (its pool, titles, standards, region) it keeps in the words of its
-- time: labels are configuration, and a closed round has to read the same when they are changed.
-- Rounds that were closed before keep none. What they were called then is not written down anywhere,
-- and what is called so today must not pass for it: they go on with the labels of the day. Rounds
-- that are open get theirs when they are closed.
CREATE TABLE review_label (
  round_id    BIGINT       NOT NULL COMMENT '轮次',
  kind        VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '种类：TITLE称号、EDITION标准版本、NOTICE年度通知、REGION区划',
  code        VARCHAR(60)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '代码',
  label       VARCHAR(300) NOT NULL COMMENT '当时的名称',
  short_label VARCHAR(100) NOT NULL COMMENT '当时的简称；没有简称的同名称',
  PRIMARY KEY (round_id, kind, code),
  CONSTRAINT review_label_round_fk FOREIGN KEY (round_id) REFERENCES review_round (id),
  CONSTRAINT review_label_kind_known CHECK (kind IN ('TITLE', 'EDITION', 'NOTICE', 'REGION'))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '动态管理一轮所用的名称';

-- As what somebody opened, closed or issued: only the office could.
ALTER TABLE review_round
  ADD COLUMN opened_as VARCHAR(80) NULL COMMENT '建立人身份：角色或单位' AFTER opened_by,
  ADD COLUMN closed_as VARCHAR(80) NULL COMMENT '结束或作废的经办人身份：角色或单位' AFTER closed_by,
  ADD COLUMN digest_version TINYINT NULL COMMENT '摘要算法：1为只含逐家结果的旧算法，2为含全部内容的现行算法' AFTER digest;
UPDATE review_round SET opened_as = '培育办';
UPDATE review_round SET closed_as = '培育办' WHERE closed_by IS NOT NULL;
UPDATE review_round SET digest_version = 1 WHERE digest IS NOT NULL;
ALTER TABLE review_round
  MODIFY COLUMN opened_as VARCHAR(80) NOT NULL COMMENT '建立人身份：角色或单位';
ALTER TABLE review_round
  ADD CONSTRAINT review_round_digest_whole CHECK ((digest IS NULL) = (digest_version IS NULL));

ALTER TABLE review_supplement
  ADD COLUMN issued_as VARCHAR(80) NULL COMMENT '经办身份：角色或单位',
  ADD COLUMN digest_version TINYINT NULL COMMENT '摘要算法：1为旧算法（逐家次序未留存，不能重算），2为现行算法';
UPDATE review_supplement SET issued_as = '培育办', digest_version = 1;
ALTER TABLE review_supplement
  MODIFY COLUMN issued_as VARCHAR(80) NOT NULL COMMENT '经办身份：角色或单位',
  MODIFY COLUMN digest_version TINYINT NOT NULL COMMENT '摘要算法：1为旧算法（逐家次序未留存，不能重算），2为现行算法';

ALTER TABLE review_supplement_line
  ADD COLUMN upward_label VARCHAR(300) NULL COMMENT '推荐申报的称号当时的名称' AFTER upward;

-- Standards published in the browser may have codes as long as this.
ALTER TABLE review_verdict
  MODIFY COLUMN edition VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '所用标准版本',
  MODIFY COLUMN overlay VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT '所用年度通知';
