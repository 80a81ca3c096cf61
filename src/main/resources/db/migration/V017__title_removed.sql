-- Leaving a pool is an event of its own: neither a penalty nor the company's own wish.
ALTER TABLE title_event
  DROP CONSTRAINT title_event_kind_known,
  MODIFY COLUMN kind VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '事项：RENEWAL_STARTED转入复核、RENEWED通过复核、REVOKED撤销、GIVEN_UP放弃、REMOVED调出培育库、UPDATED完成年度更新',
  ADD CONSTRAINT title_event_kind_known CHECK (kind IN ('RENEWAL_STARTED', 'RENEWED', 'REVOKED', 'GIVEN_UP', 'REMOVED', 'UPDATED'));
