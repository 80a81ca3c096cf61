-- The note to the township is kept while it is written, as the answers are.
ALTER TABLE application_answer
  MODIFY typed VARCHAR(1000) NOT NULL COMMENT '企业填写的内容，原样保存；清空为空串';
