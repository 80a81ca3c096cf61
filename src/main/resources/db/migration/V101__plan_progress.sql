-- What an approved plan binds its company to, as rows, so that lists over many companies can ask for
-- it: written anew from the fields whenever a version is approved.
CREATE TABLE plan_task (
  plan_id    BIGINT       NOT NULL COMMENT '方案编号',
  number     INT          NOT NULL COMMENT '任务序号，各稿不变',
  version_id BIGINT       NOT NULL COMMENT '所依据的一稿',
  name       VARCHAR(500) NOT NULL COMMENT '任务内容',
  owner      VARCHAR(500) NOT NULL COMMENT '责任人',
  from_on    DATE         NULL COMMENT '开始时间',
  due_on     DATE         NOT NULL COMMENT '完成时间（含）',
  state      VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '最近填报的进展：WAITING未开始、ONGOING推进中、STALLED受阻、DONE已完成',
  done_on    DATE         NULL COMMENT '完成日期',
  reported   INT          NULL COMMENT '最近填报的季度：年×4+季-1；未填报为空',
  PRIMARY KEY (plan_id, number),
  KEY plan_task_due (due_on, state, plan_id),
  CONSTRAINT plan_task_plan_fk FOREIGN KEY (plan_id) REFERENCES plan (id),
  CONSTRAINT plan_task_version_fk FOREIGN KEY (version_id) REFERENCES plan_version (id),
  CONSTRAINT plan_task_state_known CHECK (state IN ('WAITING', 'ONGOING', 'STALLED', 'DONE')),
  CONSTRAINT plan_task_done CHECK ((state = 'DONE') = (done_on IS NOT NULL))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '执行中的方案任务';

CREATE TABLE plan_target (
  plan_id    BIGINT        NOT NULL COMMENT '方案编号',
  indicator  VARCHAR(64)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '指标代码',
  about_year SMALLINT      NOT NULL COMMENT '年度',
  goal       DECIMAL(24,6) NOT NULL COMMENT '目标值；基期年度为现状',
  PRIMARY KEY (plan_id, indicator, about_year),
  CONSTRAINT plan_target_plan_fk FOREIGN KEY (plan_id) REFERENCES plan (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '执行中的方案目标';

CREATE TABLE plan_progress (
  id          BIGINT        NOT NULL AUTO_INCREMENT COMMENT '编号',
  plan_id     BIGINT        NOT NULL COMMENT '方案编号',
  task        INT           NOT NULL COMMENT '任务序号',
  about_year  SMALLINT      NOT NULL COMMENT '填报的年度',
  quarter     TINYINT       NOT NULL COMMENT '填报的季度',
  state       VARCHAR(12)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '进展，同上',
  words       VARCHAR(1000) NOT NULL COMMENT '进展情况',
  done_on     DATE          NULL COMMENT '完成日期',
  evidence_id BIGINT        NULL COMMENT '佐证材料',
  reported_at DATETIME(3)   NOT NULL COMMENT '填报时间',
  reported_by VARCHAR(60)   NOT NULL COMMENT '填报账号',
  PRIMARY KEY (id),
  KEY plan_progress_of (plan_id, task, id),
  CONSTRAINT plan_progress_plan_fk FOREIGN KEY (plan_id) REFERENCES plan (id),
  CONSTRAINT plan_progress_quarter CHECK (quarter BETWEEN 1 AND 4),
  CONSTRAINT plan_progress_state_known CHECK (state IN ('WAITING', 'ONGOING', 'STALLED', 'DONE'))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '任务季度进展，只增不改';
