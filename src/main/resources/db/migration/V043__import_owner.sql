-- Imports of before belong to nobody and are seen by nobody: nothing has been delivered with them.
ALTER TABLE data_import
  ADD COLUMN account_id BIGINT NOT NULL DEFAULT 0 COMMENT '上传人账号编号' AFTER uploaded_by,
  ADD COLUMN region_code VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT '上传时账号所属区划；可见范围和可登记的企业以它为界' AFTER account_id,
  MODIFY uploaded_by VARCHAR(60) NOT NULL COMMENT '上传人登录名',
  ADD KEY data_import_region (region_code, id);
