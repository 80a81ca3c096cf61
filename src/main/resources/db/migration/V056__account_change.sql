ALTER TABLE account
  ADD COLUMN changed_by BIGINT      NULL COMMENT '最近修改人账号编号；空表示从未修改' AFTER created_at,
  ADD COLUMN changed_at DATETIME(3) NULL COMMENT '最近修改时间' AFTER changed_by;
