-- What becomes of a closed round: re-checks of those who had to put something right, and
-- corrections. The round itself stays as it was closed.
CREATE TABLE review_supplement (
  id             BIGINT       NOT NULL AUTO_INCREMENT COMMENT '编号',
  round_id       BIGINT       NOT NULL COMMENT '轮次',
  kind           VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '种类：RECHECK整改复查、CORRECTION更正',
  document       VARCHAR(200) NOT NULL COMMENT '补充决定的文件名称和文号',
  archive_number VARCHAR(40)  NOT NULL COMMENT '档案编号',
  effective_on   DATE         NOT NULL COMMENT '生效日期',
  reason         VARCHAR(500) NOT NULL COMMENT '作出补充决定的理由',
  digest         CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '内容摘要（SHA-256）',
  issued_at      DATETIME(6)  NOT NULL COMMENT '登记时刻',
  issued_by      VARCHAR(60)  NOT NULL COMMENT '经办账号',
  PRIMARY KEY (id),
  KEY review_supplement_of (round_id, id),
  CONSTRAINT review_supplement_round_fk FOREIGN KEY (round_id) REFERENCES review_round (id),
  CONSTRAINT review_supplement_kind_known CHECK (kind IN ('RECHECK', 'CORRECTION'))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '动态管理补充决定，只增不改';

CREATE TABLE review_supplement_line (
  supplement_id  BIGINT       NOT NULL COMMENT '补充决定',
  member_id      BIGINT       NOT NULL COMMENT '名单中的企业',
  was            VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '此前的决定',
  decision       VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '现在的决定',
  upward         VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT '推荐申报的称号代码',
  rectify_until  DATE         NULL COMMENT '整改期限（含）',
  reason         VARCHAR(500) NOT NULL COMMENT '理由或复查情况',
  truth          VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT '复查时的留库判定',
  verdict_number VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT '复查时的判定编号',
  PRIMARY KEY (supplement_id, member_id),
  KEY review_supplement_line_member (member_id, supplement_id),
  CONSTRAINT review_supplement_line_fk FOREIGN KEY (supplement_id) REFERENCES review_supplement (id),
  CONSTRAINT review_supplement_line_member_fk FOREIGN KEY (member_id) REFERENCES review_member (id),
  CONSTRAINT review_supplement_line_known CHECK (decision IN ('KEEP', 'RECTIFY', 'REMOVE', 'RECOMMEND')),
  CONSTRAINT review_supplement_line_until CHECK ((decision = 'RECTIFY') = (rectify_until IS NOT NULL)),
  CONSTRAINT review_supplement_line_upward CHECK ((decision = 'RECOMMEND') = (upward IS NOT NULL))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '补充决定逐家内容，只增不改';
