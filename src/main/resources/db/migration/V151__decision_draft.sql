-- Minutes are written in several goes: what is not issued yet is kept as it was typed, and may lack
-- its owner or its day. A decision is one from when the minutes are issued.
CREATE TABLE decision_draft (
  id         BIGINT        NOT NULL AUTO_INCREMENT COMMENT '编号',
  meeting_id BIGINT        NOT NULL COMMENT '会议',
  item_id    BIGINT        NOT NULL COMMENT '议题',
  number     INT           NOT NULL COMMENT '会议内的序号，自1起',
  words      VARCHAR(1000) NOT NULL COMMENT '拟议定的事项；没有写的为空串',
  owner      VARCHAR(80)   NOT NULL COMMENT '所选责任单位，如 UNIT:科技局；没有选的为空串',
  due        VARCHAR(40)   NOT NULL COMMENT '完成期限，按填写的原样；没有填的为空串',
  PRIMARY KEY (id),
  UNIQUE KEY decision_draft_once (meeting_id, number),
  CONSTRAINT decision_draft_meeting_fk FOREIGN KEY (meeting_id) REFERENCES meeting (id),
  CONSTRAINT decision_draft_item_fk FOREIGN KEY (item_id) REFERENCES meeting_item (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '没有印发的纪要中拟议定的事项，可以不完整';

INSERT INTO decision_draft (meeting_id, item_id, number, words, owner, due)
SELECT meeting_id, item_id, number, words, CONCAT(owner_kind, ':', owner), DATE_FORMAT(due_on, '%Y-%m-%d')
FROM decision
WHERE state = 'DRAFT';

DELETE FROM decision WHERE state = 'DRAFT';

ALTER TABLE decision DROP CONSTRAINT decision_state_known;
ALTER TABLE decision ADD CONSTRAINT decision_state_known CHECK (state IN ('OPEN', 'CLOSED'));
