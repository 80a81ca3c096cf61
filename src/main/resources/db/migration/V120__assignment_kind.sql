ALTER TABLE assignment
  ADD COLUMN kind      VARCHAR(12)  NOT NULL DEFAULT 'LEADER'
    COMMENT '挂钩类别：LEADER 四套班子领导，TOWN 镇（区、街道）主要领导，DEPARTMENT 责任部门',
  ADD COLUMN ended_for VARCHAR(200) NULL COMMENT '结束挂钩的依据或原因',
  ADD COLUMN version   BIGINT       NOT NULL DEFAULT 0 COMMENT '修改次数';

-- The new key comes before the old one goes: the company's foreign key needs one of them.
ALTER TABLE assignment
  ADD UNIQUE KEY assignment_each (company_id, account_id, kind, held_from);

ALTER TABLE assignment
  DROP INDEX assignment_once;

ALTER TABLE assignment
  ADD CONSTRAINT assignment_kind CHECK (kind IN ('LEADER', 'TOWN', 'DEPARTMENT'));

-- Until now nobody said of which kind a link is: the account of its leader tells.
UPDATE assignment a
JOIN account k ON k.id = a.account_id
SET a.kind = CASE
               WHEN k.unit IS NOT NULL THEN 'DEPARTMENT'
               WHEN CHAR_LENGTH(k.region_code) = 9 THEN 'TOWN'
               ELSE 'LEADER'
             END;
