ALTER TABLE assessment
  ADD COLUMN shortfall VARCHAR(200) NULL COMMENT '主要差距或所缺数据，供名单显示';

-- Runs made before say nothing of it. They can be made again at any time, and are when asked for.
DELETE FROM assessment_gap;
DELETE FROM assessment;
DELETE FROM assessment_run;
