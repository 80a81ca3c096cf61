ALTER TABLE assessment
  ADD COLUMN next_step BOOLEAN NOT NULL DEFAULT FALSE COMMENT '是否企业梯度中的下一级称号';

CREATE INDEX assessment_by_next_step ON assessment (run_id, next_step, truth, not_met_count);

-- Runs made before know no next step. They can be made again at any time, and are when asked for.
DELETE FROM assessment_gap;
DELETE FROM assessment;
DELETE FROM assessment_run;
