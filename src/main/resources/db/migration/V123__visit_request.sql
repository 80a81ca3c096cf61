-- The key keeps two who turn the same note into a request at the same time from doing so twice.
CREATE TABLE visit_request (
  visit_id   BIGINT NOT NULL COMMENT '走访编号',
  number     INT    NOT NULL COMMENT '由这次走访提出的第几件诉求，从 1 起',
  request_id BIGINT NOT NULL COMMENT '诉求编号',
  PRIMARY KEY (visit_id, number),
  UNIQUE KEY visit_request_request (request_id),
  CONSTRAINT visit_request_visit_fk FOREIGN KEY (visit_id) REFERENCES visit (id),
  CONSTRAINT visit_request_request_fk FOREIGN KEY (request_id) REFERENCES request (id),
  CONSTRAINT visit_request_number CHECK (number > 0)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '由走访记录转来的诉求，只增加';
