-- Companies are known from a day on, so that a past day shows those known by then. The migration
-- has its number after the figures, because it asks them.
ALTER TABLE company
  ADD COLUMN recorded_on DATE NULL COMMENT '登记日：自该日起已知有此企业' AFTER demo;

-- What is held or reported of a company was known of it, so it was known itself by then. Of most
-- companies that documents name nothing more is known; for them it is the day of the document.
UPDATE company c
LEFT JOIN (SELECT company_id, MIN(known_on) AS first_day
           FROM (SELECT company_id, recorded_on AS known_on
                 FROM title_holding
                 UNION ALL
                 SELECT company_id, DATE(reported_at)
                 FROM figure) told
           GROUP BY company_id) earliest ON earliest.company_id = c.id
SET c.recorded_on = LEAST(
    COALESCE(earliest.first_day, CURRENT_DATE),
    CASE
      WHEN c.origin <> 'DOCUMENT' THEN CURRENT_DATE
      WHEN c.source LIKE '工业经济、科技、服务业转型升级奖励资金项目绩效自评价报告（2019年度） %' THEN DATE '2020-10-31'
      WHEN c.source LIKE '皋政办发〔2021〕87号 %' THEN DATE '2021-06-18'
      WHEN c.source LIKE '如皋市2020年高质量发展激励资金（工业奖励）绩效评价报告 %' THEN DATE '2022-10-31'
      ELSE CURRENT_DATE
    END);

ALTER TABLE company
  MODIFY COLUMN recorded_on DATE NOT NULL COMMENT '登记日：自该日起已知有此企业';
