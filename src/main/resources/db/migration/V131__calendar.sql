-- Holidays of years that the office entered from the State Council's notice. A year that is entered
-- again holds from then on; nothing is changed.
CREATE TABLE holiday_notice (
  id         BIGINT        NOT NULL AUTO_INCREMENT COMMENT '编号',
  about_year SMALLINT      NOT NULL COMMENT '年份',
  document   VARCHAR(200)  NOT NULL COMMENT '放假安排的通知名称和文号',
  days       VARCHAR(4000) NOT NULL COMMENT '逐行的放假和调休上班日期，原样保存',
  entered_on DATE          NOT NULL COMMENT '录入日期',
  entered_by VARCHAR(60)   NOT NULL COMMENT '录入人账号',
  PRIMARY KEY (id),
  KEY holiday_notice_year (about_year, id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '节假日安排，只增不改';
