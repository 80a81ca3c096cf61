-- What becomes of a title after it was given. Events are only added; the state on a day is computed
-- from those that had happened and were recorded by then. A title that ended before its time keeps
-- the end that was known until then, so that past days stay as they were.
ALTER TABLE title_holding
  ADD COLUMN planned_to DATE NULL COMMENT '提前终止前已载明的终止日（不含）；空表示此前没有载明' AFTER end_recorded_on;

CREATE TABLE title_event (
  id          BIGINT        NOT NULL AUTO_INCREMENT COMMENT '编号',
  holding_id  BIGINT        NOT NULL COMMENT '称号登记编号',
  kind        VARCHAR(16)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '事项：RENEWAL_STARTED转入复核、RENEWED通过复核、REVOKED撤销、GIVEN_UP放弃、UPDATED完成年度更新',
  happened_on DATE          NOT NULL COMMENT '发生日期',
  recorded_on DATE          NOT NULL COMMENT '登记日期：自该日起已知',
  document    VARCHAR(200)  NULL COMMENT '文件名称和文号',
  ground      VARCHAR(16)   CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT '撤销事由代码；撤销时必有',
  note        VARCHAR(1000) NULL COMMENT '说明',
  ban_until   DATE          NULL COMMENT '禁报至（不含）：该日起可以再次申报；空表示不禁报',
  ban_basis   VARCHAR(200)  NULL COMMENT '禁报年限的依据',
  successor   BIGINT        NULL COMMENT '通过复核后新一期的称号登记编号',
  recorded_by VARCHAR(60)   NOT NULL COMMENT '登记人账号',
  PRIMARY KEY (id),
  KEY title_event_of (holding_id, recorded_on, id),
  KEY title_event_ban (ban_until, holding_id),
  CONSTRAINT title_event_holding_fk FOREIGN KEY (holding_id) REFERENCES title_holding (id),
  CONSTRAINT title_event_kind_known CHECK (kind IN ('RENEWAL_STARTED', 'RENEWED', 'REVOKED', 'GIVEN_UP', 'UPDATED')),
  CONSTRAINT title_event_ground_given CHECK ((kind = 'REVOKED') = (ground IS NOT NULL)),
  CONSTRAINT title_event_known_later CHECK (recorded_on >= happened_on)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '称号变动，只增不改';
