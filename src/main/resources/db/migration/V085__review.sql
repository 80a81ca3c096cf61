-- The yearly review of a pool. Opening a round writes down, once and for all, who was a member and
-- what was judged on which figures (review_member, review_verdict); only review_ruling changes
-- while the round is open, and nothing does after it was closed.
CREATE TABLE review_round (
  id             BIGINT       NOT NULL AUTO_INCREMENT COMMENT '编号',
  title          VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '培育库（称号代码）',
  region_code    VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '核实范围：该区划及其以下',
  about_year     SMALLINT     NOT NULL COMMENT '年度',
  standing       TINYINT      NULL COMMENT '有效为1，作废后为空：同一范围、培育库、年度只有一轮有效',
  stage          VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '阶段：OPENING建立中、OPEN进行中、CLOSED已结束、CANCELLED已作废',
  as_of          DATE         NOT NULL COMMENT '数据截止日：名单、数据和判定均按该日',
  known_at       DATETIME(6)  NOT NULL COMMENT '数据截至时刻，此后登记的数据不计入',
  opinions_due   DATE         NOT NULL COMMENT '镇（街道）提出意见的期限（含）',
  decisions_due  DATE         NOT NULL COMMENT '作出决定的期限（含）',
  last_round     BIGINT       NULL COMMENT '上一轮；空表示没有',
  members        INT          NOT NULL COMMENT '参加核实的企业数；建立完成前为0',
  opened_on      DATE         NOT NULL COMMENT '建立日期',
  opened_by      VARCHAR(60)  NOT NULL COMMENT '建立人账号',
  effective_on   DATE         NULL COMMENT '决定生效日期：调出的自该日起不在库',
  document       VARCHAR(200) NULL COMMENT '公布决定的文件名称和文号',
  archive_number VARCHAR(40)  NULL COMMENT '档案编号',
  digest         CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT '结束时全部结果的摘要（SHA-256）',
  closed_at      DATETIME(6)  NULL COMMENT '结束时刻',
  closed_by      VARCHAR(60)  NULL COMMENT '结束或作废的经办人账号',
  cancel_reason  VARCHAR(500) NULL COMMENT '作废理由',
  version        BIGINT       NOT NULL COMMENT '修改次数',
  PRIMARY KEY (id),
  UNIQUE KEY review_round_once (region_code, title, about_year, standing),
  CONSTRAINT review_round_stage_known CHECK (stage IN ('OPENING', 'OPEN', 'CLOSED', 'CANCELLED')),
  CONSTRAINT review_round_closed_whole CHECK (stage <> 'CLOSED' OR (document IS NOT NULL AND digest IS NOT NULL AND effective_on IS NOT NULL AND archive_number IS NOT NULL)),
  CONSTRAINT review_round_standing_known CHECK (standing IS NULL OR standing = 1)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '动态管理轮次';

CREATE TABLE review_work (
  round_id   BIGINT       NOT NULL COMMENT '轮次',
  kind       VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '工作：OPENING建立、CLOSING结束',
  state      VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '状态：WAITING待开始、RUNNING进行中、DONE完成、FAILED未完成',
  attempt    INT          NOT NULL COMMENT '第几次进行；只有最近一次可以写入',
  done       INT          NOT NULL COMMENT '已处理企业数',
  total      INT          NOT NULL COMMENT '企业总数',
  sentence   VARCHAR(500) NULL COMMENT '未完成的原因',
  touched_at DATETIME(6)  NOT NULL COMMENT '最近进展时刻（UTC）',
  PRIMARY KEY (round_id, kind)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '动态管理的后台工作进度';

CREATE TABLE review_member (
  id           BIGINT        NOT NULL AUTO_INCREMENT COMMENT '编号',
  round_id     BIGINT        NOT NULL COMMENT '轮次',
  company_id   BIGINT        NOT NULL COMMENT '企业编号',
  name         VARCHAR(200)  NOT NULL COMMENT '当时的企业名称',
  credit_code  VARCHAR(18)   CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT '统一社会信用代码',
  region_code  VARCHAR(12)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '当时所在区划',
  region_name  VARCHAR(60)   NOT NULL COMMENT '当时所在区划名称',
  demo         BOOLEAN       NOT NULL COMMENT '是否示例企业',
  holding_id   BIGINT        NOT NULL COMMENT '所核实的在库登记',
  held_from    DATE          NOT NULL COMMENT '入库日期',
  stay         VARCHAR(8)    CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT '留库判定：MET、NOT_MET、UNKNOWN；空表示没有在用标准',
  stay_words   VARCHAR(300)  NULL COMMENT '留库判定的主要差距或所缺数据',
  next_title   VARCHAR(32)   CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT '上一级称号代码；空表示没有',
  next_truth   VARCHAR(8)    CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT '上一级判定',
  next_words   VARCHAR(300)  NULL COMMENT '上一级判定的主要差距或所缺数据',
  carried      VARCHAR(1000) NULL COMMENT '沿用以前填报、待重新确认的指标；空表示没有',
  last_stay    VARCHAR(8)    CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT '上一轮的留库判定',
  last_opinion VARCHAR(12)   CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT '上一轮的镇（街道）意见',
  last_note    VARCHAR(500)  NULL COMMENT '上一轮的镇（街道）意见说明',
  last_ruling  VARCHAR(12)   CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT '上一轮的决定，含补充决定',
  PRIMARY KEY (id),
  UNIQUE KEY review_member_once (round_id, company_id),
  KEY review_member_town (round_id, region_code),
  KEY review_member_company (company_id, round_id),
  CONSTRAINT review_member_round_fk FOREIGN KEY (round_id) REFERENCES review_round (id),
  CONSTRAINT review_member_company_fk FOREIGN KEY (company_id) REFERENCES company (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '动态管理的企业名单，建立后不改';

CREATE TABLE review_verdict (
  member_id BIGINT      NOT NULL COMMENT '名单中的企业',
  purpose   VARCHAR(8)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '用途：STAY留库、NEXT上一级',
  title     VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '称号代码',
  edition   VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '所用标准版本',
  overlay   VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT '所用年度通知',
  number    VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '判定编号',
  truth     VARCHAR(8)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '判定',
  panel     MEDIUMBLOB  NOT NULL COMMENT '判定全文（JSON，gzip 压缩）：条款、所用数据和来源、差距、路径',
  PRIMARY KEY (member_id, purpose),
  CONSTRAINT review_verdict_member_fk FOREIGN KEY (member_id) REFERENCES review_member (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '动态管理冻结的判定，建立后不改';

CREATE TABLE review_ruling (
  member_id     BIGINT       NOT NULL COMMENT '名单中的企业',
  opinion       VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT '镇（街道）意见：KEEP保留、RECTIFY限期整改、REMOVE调出、RECOMMEND推荐上一级',
  opinion_note  VARCHAR(500) NULL COMMENT '意见说明',
  confirmed     BOOLEAN      NOT NULL DEFAULT FALSE COMMENT '沿用以前填报的内容是否已核对属实',
  opinion_by    VARCHAR(60)  NULL COMMENT '提出意见的账号',
  opinion_on    DATE         NULL COMMENT '提出意见日期',
  decision      VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT '决定，同上',
  upward        VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT '推荐申报的称号代码',
  rectify_until DATE         NULL COMMENT '整改期限（含）',
  reason        VARCHAR(500) NULL COMMENT '决定理由',
  decided_by    VARCHAR(60)  NULL COMMENT '作出决定的账号',
  decided_on    DATE         NULL COMMENT '作出决定日期',
  version       BIGINT       NOT NULL COMMENT '修改次数，用于发现同时修改',
  PRIMARY KEY (member_id),
  CONSTRAINT review_ruling_member_fk FOREIGN KEY (member_id) REFERENCES review_member (id),
  CONSTRAINT review_ruling_opinion_known CHECK (opinion IS NULL OR opinion IN ('KEEP', 'RECTIFY', 'REMOVE', 'RECOMMEND')),
  CONSTRAINT review_ruling_decision_known CHECK (decision IS NULL OR decision IN ('KEEP', 'RECTIFY', 'REMOVE', 'RECOMMEND')),
  CONSTRAINT review_ruling_reasoned CHECK (decision IS NULL OR reason IS NOT NULL),
  CONSTRAINT review_ruling_until CHECK ((COALESCE(decision, '') = 'RECTIFY') = (rectify_until IS NOT NULL)),
  CONSTRAINT review_ruling_upward CHECK ((COALESCE(decision, '') = 'RECOMMEND') = (upward IS NOT NULL))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '动态管理的意见和决定；轮次结束后不改';

CREATE TABLE review_entry (
  id        BIGINT       NOT NULL AUTO_INCREMENT COMMENT '编号',
  member_id BIGINT       NOT NULL COMMENT '名单中的企业',
  kind      VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '事项：OPINION意见、DECISION决定',
  says      VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '内容：KEEP、RECTIFY、REMOVE、RECOMMEND',
  detail    VARCHAR(60)  NULL COMMENT '整改期限，或推荐的称号',
  note      VARCHAR(500) NULL COMMENT '说明或理由',
  done_at   DATETIME(6)  NOT NULL COMMENT '时刻',
  done_by   VARCHAR(60)  NOT NULL COMMENT '经办账号',
  done_as   VARCHAR(80)  NOT NULL COMMENT '经办身份：角色或单位',
  PRIMARY KEY (id),
  KEY review_entry_of (member_id, id),
  CONSTRAINT review_entry_member_fk FOREIGN KEY (member_id) REFERENCES review_member (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '动态管理办理记录，只增不改';
