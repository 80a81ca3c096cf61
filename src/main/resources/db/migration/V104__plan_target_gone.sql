-- Targets are read from the version in force, beside its other words; this copy was written and never
-- read.
DROP TABLE plan_target;
