-- Names of those who inspected are sealed from now on; earlier ones stay as they are and are read.
ALTER TABLE inspection_conclusion
  MODIFY inspectors VARCHAR(1300) NOT NULL COMMENT '检查人员签字；加密保存，本次升级以前的为原文';
