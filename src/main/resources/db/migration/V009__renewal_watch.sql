-- What the renewal edition of its expected day says of every title that ends soon, once for each run
-- over the pool; and the major changes that holders have to report.
CREATE TABLE renewal_watch (
  run_id     BIGINT      NOT NULL COMMENT '全库判定批次',
  watched_at DATETIME(6) NOT NULL COMMENT '预判时刻（UTC）',
  PRIMARY KEY (run_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '复核预警批次';

CREATE TABLE renewal_forecast (
  run_id     BIGINT      NOT NULL COMMENT '全库判定批次',
  holding_id BIGINT      NOT NULL COMMENT '称号登记编号',
  edition    VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT '预计复核之日所用标准版本；空表示没有可用标准',
  overlay    VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT '所用年度通知',
  applicant  VARCHAR(8)  CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT '所用清单：RENEWAL复核、NEW新申报（没有复核清单时）',
  truth      VARCHAR(8)  CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT '预判：MET满足、NOT_MET不满足、UNKNOWN待定；空表示没有可用标准',
  PRIMARY KEY (run_id, holding_id),
  KEY renewal_forecast_truth (run_id, truth)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '复核预警，可随时重算';

CREATE TABLE company_change (
  id            BIGINT        NOT NULL AUTO_INCREMENT COMMENT '编号',
  company_id    BIGINT        NOT NULL COMMENT '企业编号',
  kind          VARCHAR(16)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '重大变化：RENAMED更名、MERGED合并、RESTRUCTURED重组、RELOCATED跨省迁移、BRANCH_ABROAD设立境外分支机构、OTHER其他',
  happened_on   DATE          NOT NULL COMMENT '发生日期',
  recorded_on   DATE          NOT NULL COMMENT '登记日期：自该日起已知',
  detail        VARCHAR(1000) NULL COMMENT '说明；更名的写原名称',
  recorded_by   VARCHAR(60)   NOT NULL COMMENT '登记人账号',
  reported_on   DATE          NULL COMMENT '向主管部门报告的日期；空表示没有登记报告',
  report_recorded_on DATE     NULL COMMENT '报告的登记日期：自该日起已知',
  report_document VARCHAR(200) NULL COMMENT '重大变化情况报告表编号或说明',
  PRIMARY KEY (id),
  KEY company_change_of (company_id, happened_on),
  CONSTRAINT company_change_company_fk FOREIGN KEY (company_id) REFERENCES company (id),
  CONSTRAINT company_change_kind_known CHECK (kind IN ('RENAMED', 'MERGED', 'RESTRUCTURED', 'RELOCATED', 'BRANCH_ABROAD', 'OTHER')),
  CONSTRAINT company_change_report_known CHECK ((reported_on IS NULL) = (report_recorded_on IS NULL))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '企业重大变化及其报告';
