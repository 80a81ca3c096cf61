CREATE TABLE assessment_run (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT '编号',
  judged_on DATE NOT NULL COMMENT '判定日期',
  basis CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '所依据数据与标准的摘要',
  editions CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '所用标准的摘要',
  known_at DATETIME(6) NOT NULL COMMENT '数据截至时刻（UTC）',
  state VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '状态：WAITING 待开始，RUNNING 进行中，DONE 完成，STOPPED 已停止',
  companies INT NOT NULL COMMENT '企业总数',
  done INT NOT NULL COMMENT '已判定企业数',
  started_at DATETIME(6) NOT NULL COMMENT '开始时刻（UTC）',
  touched_at DATETIME(6) NOT NULL COMMENT '最近进展时刻（UTC）',
  PRIMARY KEY (id),
  UNIQUE KEY assessment_run_basis (judged_on, basis),
  CONSTRAINT assessment_run_progress CHECK (done >= 0 AND done <= companies)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '全库判定批次';

CREATE TABLE assessment (
  run_id BIGINT NOT NULL COMMENT '批次',
  company_id BIGINT NOT NULL COMMENT '企业',
  title VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '称号代码',
  held BOOLEAN NOT NULL COMMENT '当日是否持有该称号',
  edition VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '所用标准版本',
  overlay VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT '所用年度通知',
  truth VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '判定：MET 满足，NOT_MET 不满足，UNKNOWN 待定',
  not_met_count SMALLINT NOT NULL COMMENT '不满足的条件数',
  unknown_count SMALLINT NOT NULL COMMENT '待定的条件数',
  missing_count SMALLINT NOT NULL COMMENT '补齐后即可判定的数据项数',
  PRIMARY KEY (run_id, company_id, title),
  KEY assessment_by_outcome (run_id, title, truth, not_met_count, unknown_count),
  CONSTRAINT assessment_of_run FOREIGN KEY (run_id) REFERENCES assessment_run (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '全库判定结果';

CREATE TABLE assessment_gap (
  run_id BIGINT NOT NULL COMMENT '批次',
  company_id BIGINT NOT NULL COMMENT '企业',
  title VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '称号代码',
  indicator VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '指标代码',
  year SMALLINT NOT NULL COMMENT '年度；0 表示按日的指标',
  PRIMARY KEY (run_id, company_id, title, indicator, year),
  KEY assessment_gap_by_indicator (run_id, indicator, year),
  CONSTRAINT assessment_gap_of_run FOREIGN KEY (run_id) REFERENCES assessment_run (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '全库判定所缺数据';
