-- What stands in a cell as it was written and cannot be read is shown until the cell says something
-- that can.
ALTER TABLE plan_unread
  ADD COLUMN field VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT '所在栏目；内容原样保留在该栏、但读不出的才有' AFTER place;
