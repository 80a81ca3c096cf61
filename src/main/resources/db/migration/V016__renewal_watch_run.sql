-- The watch over renewals is a run of its own: it goes on in the background, one process at a time,
-- and one that was left behind is taken over.
ALTER TABLE renewal_watch
  MODIFY watched_at DATETIME(6) NULL COMMENT '预判完成时刻（UTC）；空表示还没有完成',
  ADD COLUMN state VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'DONE' COMMENT '状态：WAITING等待、RUNNING进行中、DONE完成、FAILED失败',
  ADD COLUMN titles INT NOT NULL DEFAULT 0 COMMENT '要预判的称号数',
  ADD COLUMN done INT NOT NULL DEFAULT 0 COMMENT '已预判的称号数',
  ADD COLUMN attempt INT NOT NULL DEFAULT 0 COMMENT '第几次进行；只有最新一次可以写入',
  ADD COLUMN touched_at DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) COMMENT '最近进展时刻（UTC）',
  ADD CONSTRAINT renewal_watch_state_known CHECK (state IN ('WAITING', 'RUNNING', 'DONE', 'FAILED'));
