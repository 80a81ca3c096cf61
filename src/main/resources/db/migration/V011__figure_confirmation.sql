-- The newest row for a figure decides; taking a confirmation back is a row too.
CREATE TABLE figure_confirmation (
  id           BIGINT      NOT NULL AUTO_INCREMENT COMMENT '编号',
  company_id   BIGINT      NOT NULL COMMENT '企业编号（与填报值相同，便于按企业连续读取）',
  figure_id    BIGINT      NOT NULL COMMENT '填报值编号',
  confirmed    BOOLEAN     NOT NULL COMMENT '是为确认，否为撤回确认',
  confirmed_by VARCHAR(60) NOT NULL COMMENT '确认人',
  confirmed_at DATETIME(6) NOT NULL COMMENT '确认时间（北京时间）',
  PRIMARY KEY (company_id, figure_id, id),
  UNIQUE KEY figure_confirmation_id (id),
  KEY figure_confirmation_figure (figure_id),
  CONSTRAINT figure_confirmation_figure_fk FOREIGN KEY (figure_id) REFERENCES figure (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '填报值确认（只增不改）';
