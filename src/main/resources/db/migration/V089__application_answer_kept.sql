-- Answers stay when the application is handed in, so that they can be read again when it comes back.
ALTER TABLE application_answer
  COMMENT '入库申请中企业填写的内容：提交以前为正在填写的，提交以后保留提交时所填的，退回、撤回后在此基础上修改';
