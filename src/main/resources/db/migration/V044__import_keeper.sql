-- Who uploaded a file stays written beside it; who answers for it may change.
ALTER TABLE data_import
  MODIFY account_id BIGINT NOT NULL DEFAULT 0 COMMENT '负责人账号编号：上传人，移交后是接手人',
  ADD COLUMN kept_by VARCHAR(60) NULL COMMENT '接手人登录名；空表示没有移交过' AFTER account_id,
  ADD KEY data_import_account (account_id);
