-- What a Word form said and could not be read, so that it is there until the plan is handed in.
CREATE TABLE plan_unread (
  version_id BIGINT        NOT NULL COMMENT '哪一稿',
  place      INT           NOT NULL COMMENT '次序，自1起',
  words      VARCHAR(2000) NOT NULL COMMENT '没有读取的内容和所在，一句话',
  PRIMARY KEY (version_id, place),
  CONSTRAINT plan_unread_version_fk FOREIGN KEY (version_id) REFERENCES plan_version (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '最近一次上传的填写表中没有读取的内容，提交后删去';
