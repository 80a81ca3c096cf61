-- A run that was taken over or begun again belongs to its newest attempt; what an older one still
-- writes is refused.
ALTER TABLE assessment_run
  ADD COLUMN attempt INT NOT NULL DEFAULT 0 COMMENT '第几次判定；只有最近一次可写入';
