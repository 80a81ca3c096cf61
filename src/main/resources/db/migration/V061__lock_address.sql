-- Whoever lifts a lock has to see which address it is. Rows are forgotten after two days.
ALTER TABLE sign_in_lock
  ADD COLUMN address_sealed VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT '来源地址（加密）；登录名不保存';
