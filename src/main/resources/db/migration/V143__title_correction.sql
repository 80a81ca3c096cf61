-- A revocation or surrender that was recorded wrongly is corrected by an addition that names it. The
-- title gets back the end that it had before, and days between keep the end that was believed then.
-- Of several such mistakes about one term the last is kept here; the state of each day follows from
-- the events.
ALTER TABLE title_holding
  ADD COLUMN mistaken_to DATE NULL COMMENT '曾误记的终止日（不含），已更正；空表示没有' AFTER planned_to,
  ADD COLUMN mistaken_from DATE NULL COMMENT '误记的终止日自该日起被当作已知' AFTER mistaken_to,
  ADD COLUMN mistaken_until DATE NULL COMMENT '更正登记日：自该日起不再作数' AFTER mistaken_from,
  ADD COLUMN mistaken_document VARCHAR(200) NULL COMMENT '误记的终止所依据的文件' AFTER mistaken_until;

ALTER TABLE title_event
  DROP CONSTRAINT title_event_kind_known,
  MODIFY COLUMN kind VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '事项：RENEWAL_STARTED转入复核、RENEWED通过复核、REVOKED撤销、GIVEN_UP放弃、REMOVED调出培育库、UPDATED完成年度更新、CORRECTED更正',
  ADD COLUMN corrects BIGINT NULL COMMENT '所更正的变动编号；更正时必有' AFTER successor,
  ADD COLUMN former_to DATE NULL COMMENT '此前已登记过提前终止的，原终止日（不含）' AFTER corrects,
  ADD COLUMN former_known_on DATE NULL COMMENT '原提前终止的登记日；空表示此前没有登记过提前终止' AFTER former_to,
  ADD COLUMN former_document VARCHAR(200) NULL COMMENT '原提前终止的文件' AFTER former_known_on,
  ADD UNIQUE KEY title_event_corrected_once (corrects),
  ADD CONSTRAINT title_event_corrects_fk FOREIGN KEY (corrects) REFERENCES title_event (id),
  ADD CONSTRAINT title_event_correction_names CHECK ((kind = 'CORRECTED') = (corrects IS NOT NULL)),
  ADD CONSTRAINT title_event_kind_known CHECK (kind IN ('RENEWAL_STARTED', 'RENEWED', 'REVOKED', 'GIVEN_UP', 'REMOVED', 'UPDATED', 'CORRECTED'));
