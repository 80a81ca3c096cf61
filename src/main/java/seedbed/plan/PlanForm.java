package seedbed.plan;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.TreeMap;
import seedbed.word.OfficialDocument;
import seedbed.word.WordTable;

/// The official form of a plan (皋政办发〔2021〕87号 附件5) as a Word file, filled with what the plan says
/// so far and with room for the rest.
///
/// @param mark what the file says about itself
record PlanForm(FormMark mark, PlanPaper paper) {

  // 附件5 编制说明, with the years of our spans.
  private static final List<String> INSTRUCTIONS =
      List.of(
          "一、市培育库企业应编制企业培育发展方案（以下简称方案），填报内容应涵盖但不限于方案编制提纲中的内容。",
          "二、培育企业可参照国家、省级专精特新“小巨人”企业的主要条件，制定未来 3-5 年培育发展的目标任务、具体计划和措施。",
          "三、培育企业应根据实际情况科学合理制定目标任务和计划，措施得当，切实可行，避免目标任务定的过高过空。",
          "四、已制定未来 3-5 年发展战略规划的入库企业，可将有关材料一并附上，电子版的材料自行扫描附上。",
          "五、提交材料包括方案纸质材料一式三份和电子文本。电子文本通过网络递交。入库企业必须确保纸质材料和电子文本的一致性。",
          "六、纸质材料请使用 A4 纸双面印刷，装订平整，采用普通纸质材料作为封面。");

  private static final List<String> HINTS =
      List.of(
          "填表方法：本表可用 Word 或 WPS 填写，填好后保存为 .docx，在方案页面上传，系统按表头和行名逐格读取。"
              + "请写在表格里：表格以外的文字、图片和批注不读取，图片和材料请在网页作为附件上传。",
          "行可以移动、增加、删除；请不要改动表头、指标名称和已有的序号，不要改动页脚的表式信息。"
              + "一格内可以分段。上传后先显示读取结果，核对、补齐后再提交；网页上另有改动的，须重新下载本表。");

  void write(OutputStream out) throws IOException {
    try (OfficialDocument document = document()) {
      document.write(out);
    }
  }

  /// What it says outside of tables, to tell it from what somebody has added.
  List<String> sentences() throws IOException {
    try (OfficialDocument document = document()) {
      return document.sentences();
    }
  }

  private OfficialDocument document() {
    OfficialDocument document =
        new OfficialDocument(
            new OfficialDocument.Cover(
                paper.programme(),
                PlanPaper.TITLE,
                List.of(
                    new WordTable.Labelled(PlanPaper.COMPANY, paper.company()),
                    new WordTable.Labelled(PlanPaper.PREPARED, paper.content().prepared())),
                paper.imprint()));
    document.made(paper.made()).foot(mark.line());
    new TreeMap<>(mark.properties()).forEach(document::property);
    document.part("编制说明");
    INSTRUCTIONS.forEach(document::text);
    HINTS.forEach(document::hint);
    document.part(PlanPaper.TITLE);
    PlanChapters.write(document, paper, PlanChapters.Use.TO_FILL_IN);
    return document;
  }
}
