-- A company can take back a sheet that nobody has answered yet: one more move in both histories.
ALTER TABLE sheet_step
  MODIFY move VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '办理动作：SUBMIT提交、WITHDRAW撤回、CONFIRM确认、RETURN退回';

ALTER TABLE operating_step
  MODIFY move VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '办理动作：SUBMIT提交、WITHDRAW撤回、SEE已阅、RETURN退回';
