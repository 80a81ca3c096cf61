-- The kind that a company chose can be put right with the routing; the history keeps both.
ALTER TABLE request_entry
  ADD COLUMN was_kind VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT '更正前的类别代码；没有更正类别的为空',
  ADD COLUMN kind VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT '更正后的类别代码；没有更正类别的为空',
  ADD CONSTRAINT request_entry_kind_known CHECK ((was_kind IS NULL) = (kind IS NULL) AND (kind IS NULL OR kind <> was_kind));
