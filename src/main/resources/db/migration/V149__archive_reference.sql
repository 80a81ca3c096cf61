-- What Seedbed writes itself may carry a number of its own beside that of the archive, such as a public
-- notice. What was entered before is told as far as its subject proves it.
ALTER TABLE archive_document
  ADD COLUMN reference VARCHAR(200) NULL COMMENT '文件自己的名称和文号；收文、发文的在登记内容里，没有另编文号的为空';

UPDATE archive_document d
JOIN application_notice n
  ON d.about_kind = 'notice'
  AND n.application_id = d.about_id
  AND d.subject LIKE CONCAT('%，', n.document, '）%')
SET d.reference = n.document;
