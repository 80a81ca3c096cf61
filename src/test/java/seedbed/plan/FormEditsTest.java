package seedbed.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static seedbed.plan.GivenForms.aPlan;
import static seedbed.plan.GivenForms.fill;
import static seedbed.plan.GivenForms.form;
import static seedbed.plan.GivenForms.rewritten;
import static seedbed.plan.GivenForms.row;
import static seedbed.plan.GivenForms.table;
import static seedbed.plan.GivenForms.type;
import static seedbed.plan.GivenForms.written;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.xwpf.usermodel.BreakType;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.evidence.content.HonestFiles;

/// What comes back is read as the people meant it who worked on it in Word or WPS.
class FormEditsTest {

  private static final String BODY = "word/document.xml";
  private static final PlanForm SENT = form(aPlan());

  private static PlanFormReading.Read after(GivenForms.Edit edit) throws IOException {
    return GivenForms.read(SENT, GivenForms.edited(written(SENT), edit));
  }

  private static PlanFormReading.Read afterMarkup(UnaryOperator<String> change) throws IOException {
    return GivenForms.read(SENT, rewritten(written(SENT), BODY, change));
  }

  private static Map<String, String> sentFields() {
    Map<String, String> fields = new TreeMap<>(aPlan().fields());
    fields.remove("file-41");
    return fields;
  }

  /// The row that says something, put before the one that says something else.
  private static String moved(String body, String said, String before) {
    int from = rowOf(body, said);
    int to = body.indexOf("</w:tr>", from) + "</w:tr>".length();
    String without = body.substring(0, from) + body.substring(to);
    int place = rowOf(without, before);
    return without.substring(0, place) + body.substring(from, to) + without.substring(place);
  }

  private static int rowOf(String body, String said) {
    return body.lastIndexOf("<w:tr>", body.indexOf(">" + said + "<"));
  }

  @Test
  @DisplayName("任务行换了位置，序号随行，内容不变")
  void movedRowsKeepTheirNumbers() throws IOException {
    var read = afterMarkup(body -> moved(body, "通过能源管理体系认证", "建成中试线"));

    assertThat(read.content().fields()).isEqualTo(sentFields());
    assertThat(read.unread()).isEmpty();
  }

  @Test
  @DisplayName("任务行换位置后重新编号，仍按原序号读取并告知")
  void rowsNumberedAnewKeepTheirNumbersAndAreTold() throws IOException {
    byte[] moved = rewritten(written(SENT), BODY, body -> moved(body, "通过能源管理体系认证", "建成中试线"));

    var read =
        GivenForms.read(
            SENT,
            GivenForms.edited(
                moved,
                document -> {
                  XWPFTable tasks = table(document, "工作任务");
                  for (int at = 1; at <= 3; at++) {
                    type(tasks.getRow(at), 0, String.valueOf(at));
                  }
                }));

    assertThat(read.content().fields()).isEqualTo(sentFields());
    assertThat(read.unread()).anyMatch(told -> told.contains("序号写成了 1，内容是原来的第 5 项")).hasSize(3);
  }

  @Test
  @DisplayName("新增行没有序号的，接着最大的序号编")
  void addedRowGetsTheNextNumber() throws IOException {
    var read =
        after(document -> {
          XWPFTable tasks = table(document, "工作任务");
          fill(tasks.insertNewTableRow(2), List.of());
          var added = tasks.getRow(2);
          for (int i = 0; i < 6; i++) {
            added.createCell();
          }
          fill(added, List.of("", "组建博士后工作站", "", "王芳", "", "2028-12-31"));
        });

    assertThat(read.content().field("task-6-name")).isEqualTo("组建博士后工作站");
    assertThat(read.content().field("task-6-due")).isEqualTo("2028-12-31");
    assertThat(read.content().numbers("task")).containsExactly(1, 2, 5, 6);
    assertThat(read.unread()).isEmpty();
  }

  @Test
  @DisplayName("复制出来的行序号重复，按新增读取并告知")
  void duplicatedNumberIsTold() throws IOException {
    var read =
        after(document ->
            fill(
                table(document, "工作任务").getRow(4),
                List.of("2", "参展两次", "", "王芳", "", "2028-01-31")));

    assertThat(read.content().field("task-2-name")).isEqualTo("取得两项发明专利");
    assertThat(read.content().field("task-6-name")).isEqualTo("参展两次");
    assertThat(read.unread()).singleElement().asString().contains("第 4 行", "序号 2", "重复", "第 6 项");
  }

  @Test
  @DisplayName("写了以前删去的任务的序号，按新增读取并告知，不接着它的进展")
  void theNumberOfARemovedRowIsNotTakenUp() throws IOException {
    var read =
        after(document ->
            fill(
                table(document, "工作任务").getRow(4),
                List.of("3", "参展两次", "", "王芳", "", "2028-01-31")));

    assertThat(read.content().numbers("task")).containsExactly(1, 2, 5, 6);
    assertThat(read.content().field("task-6-name")).isEqualTo("参展两次");
    assertThat(read.unread()).singleElement().asString().contains("序号 3", "已经删去", "第 6 项");
  }

  @Test
  @DisplayName("序号写成文字的，按新增读取并告知；全角和带点的照读")
  void numbersAreReadAsPeopleWriteThem() throws IOException {
    var read =
        after(document -> {
          XWPFTable tasks = table(document, "工作任务");
          type(tasks.getRow(1), 0, "１．");
          type(tasks.getRow(2), 0, "（2）");
          fill(tasks.getRow(4), List.of("另加", "参展两次"));
        });

    assertThat(read.content().numbers("task")).containsExactly(1, 2, 5, 6);
    assertThat(read.unread()).singleElement().asString().contains("序号“另加”");
  }

  @Test
  @DisplayName("删掉的行就是删掉了")
  void removedRowIsGone() throws IOException {
    var read =
        after(document -> {
          XWPFTable tasks = table(document, "工作任务");
          tasks.removeRow(row(tasks, "取得两项发明专利"));
        });

    assertThat(read.content().numbers("task")).containsExactly(1, 5);
    assertThat(read.unread()).isEmpty();
  }

  @Test
  @DisplayName("指标行换了位置不影响读取")
  void indicatorsAreFoundByTheirNames() throws IOException {
    byte[] moved = rewritten(written(SENT), BODY, body -> moved(body, "净利润", "营业收入总额"));

    var read =
        GivenForms.read(
            SENT,
            GivenForms.edited(
                moved,
                document -> {
                  XWPFTable targets = table(document, "指标");
                  type(targets.getRow(row(targets, "净利润")), 3, "1,310.25");
                }));

    assertThat(read.content().target("revenue", 2026)).isEqualTo("12000");
    assertThat(read.content().target("net_profit", 2026)).isEqualTo("1,310.25");
    assertThat(read.unread()).isEmpty();
  }

  @Test
  @DisplayName("换了位置的表照读")
  void movedTablesAreFoundByTheirHeads() throws IOException {
    var read =
        afterMarkup(body -> {
          int head = body.indexOf("工作任务</w:t>");
          int from = body.lastIndexOf("<w:tbl>", head);
          int to = body.indexOf("</w:tbl>", head) + "</w:tbl>".length();
          String table = body.substring(from, to);
          return body.replace(table, "").replace("<w:sectPr>", table + "<w:p/><w:sectPr>");
        });

    assertThat(read.content().fields()).isEqualTo(sentFields());
    assertThat(read.unread()).isEmpty();
  }

  @Test
  @DisplayName("被拆成两张的表，没有表头的一半接着读")
  void theRestOfAPartedTableIsRead() throws IOException {
    var read =
        afterMarkup(body -> {
          int row = body.lastIndexOf("<w:tr>", body.indexOf("取得两项发明专利"));
          int properties = body.lastIndexOf("<w:tblPr>", row);
          String begin =
              body.substring(properties, body.indexOf("</w:tblGrid>", properties)) + "</w:tblGrid>";
          return body.substring(0, row) + "</w:tbl><w:p/><w:tbl>" + begin + body.substring(row);
        });

    assertThat(read.content().fields()).isEqualTo(sentFields());
    assertThat(read.unread()).isEmpty();
  }

  @Test
  @DisplayName("多出来的列和行、改了名的指标逐处告知")
  void whatHasNoPlaceIsTold() throws IOException {
    var read =
        after(document -> {
          XWPFTable targets = table(document, "指标");
          targets.getRows().forEach(row -> row.createCell());
          type(targets.getRow(0), 7, "备注");
          type(targets.getRow(1), 7, "不含税");
          type(targets.getRow(2), 0, "主营收入");
          type(targets.getRow(2), 3, "9,900");
        });

    assertThat(read.unread())
        .anyMatch(told -> told.contains("“备注”列") && told.contains("不含税"))
        .anyMatch(told -> told.contains("经营目标") && told.contains("第 2 行") && told.contains("9,900"))
        .hasSize(2);
    assertThat(read.content().target("revenue", 2026)).isEqualTo("12000");
  }

  @Test
  @DisplayName("原来填过的指标行找不到了，告知")
  void whatIsNowhereAnyMoreIsTold() throws IOException {
    var read =
        after(document -> {
          XWPFTable targets = table(document, "指标");
          targets.removeRow(row(targets, "10,620.00"));
          document.removeBodyElement(document.getPosOfTable(table(document, "项目计划")));
        });

    assertThat(read.unread())
        .anyMatch(told -> told.contains("经营目标：营业收入"))
        .anyMatch(told -> told.contains("没有找到“项目计划”表"))
        .hasSize(2);
  }

  @Test
  @DisplayName("表格以外的文字、图片和别人的表告知位置")
  void whatIsOutsideOfTheTablesIsTold() throws IOException {
    var read =
        after(document -> {
          var paragraph = document.createParagraph();
          paragraph.createRun().setText("补充：另有两项任务待定。");
          try {
            paragraph
                .createRun()
                .addPicture(
                    new ByteArrayInputStream(HonestFiles.picture("png", 20)),
                    PictureType.PNG,
                    "a.png",
                    9_525,
                    9_525);
          } catch (InvalidFormatException e) {
            throw new IOException(e);
          }
          var own = document.createTable(1, 2);
          own.getRow(0).getCell(0).setText("设备");
          own.getRow(0).getCell(1).setText("三台");
        });

    assertThat(read.content().fields()).isEqualTo(sentFields());
    assertThat(read.unread())
        .anyMatch(told -> told.contains("表格以外") && told.contains("补充：另有两项任务待定。"))
        .anyMatch(told -> told.contains("图片"))
        .anyMatch(told -> told.contains("设备　三台"))
        .hasSize(3);
  }

  @Test
  @DisplayName("一格里的段落和换行都是行，制表符保留")
  void paragraphsAndBreaksOfACellAreLines() throws IOException {
    var read =
        after(document -> {
          XWPFTable measures = table(document, "保障措施");
          var cell = measures.getRow(row(measures, "人力资源")).getCell(1);
          var run = cell.getParagraphs().getFirst().createRun();
          run.setText("引进：");
          run.addBreak(BreakType.TEXT_WRAPPING);
          run.setText("博士 2 名");
          cell.addParagraph().createRun().setText("培养：\t技师 10 名");
        });

    assertThat(read.content().text(Passage.PEOPLE)).isEqualTo("引进：\n博士 2 名\n培养：\t技师 10 名");
  }

  @Test
  @DisplayName("修订：插入的算，删除的不算，删除的行不算")
  void trackedChangesAreReadAsIfAccepted() throws IOException {
    String by = " w:id=\"9\" w:author=\"张\" w:date=\"2026-03-01T00:00:00Z\"";
    var read =
        afterMarkup(body -> {
          int row = body.lastIndexOf("<w:tr>", body.indexOf("取得两项发明专利"));
          String changed =
              body.substring(0, row)
                  + "<w:tr><w:trPr><w:del"
                  + by
                  + "/></w:trPr>"
                  + body.substring(body.indexOf("<w:tc>", row));
          return changed.replaceFirst(
              "(<w:r>(?:(?!<w:r>).)*?)建成中试线</w:t></w:r>",
              "$1建成</w:t></w:r><w:ins"
                  + by
                  + "><w:r><w:t>两条</w:t></w:r></w:ins>"
                  + "<w:del"
                  + by
                  + "><w:r><w:delText>一条</w:delText></w:r></w:del>"
                  + "<w:moveFrom"
                  + by
                  + "><w:r><w:t>旧的</w:t></w:r></w:moveFrom>"
                  + "<w:r><w:t>中试线</w:t></w:r>");
        });

    assertThat(read.content().field("task-1-name")).isEqualTo("建成两条中试线");
    assertThat(read.content().numbers("task")).containsExactly(1, 5);
  }

  @Test
  @DisplayName("删去的段落标记把两段并成一段")
  void aDeletedEndOfParagraphJoinsTheNext() throws IOException {
    String mark =
        "<w:pPr><w:rPr><w:del w:id=\"9\" w:author=\"张\""
            + " w:date=\"2026-03-01T00:00:00Z\"/></w:rPr></w:pPr>";
    var read =
        afterMarkup(body -> {
          int from = body.lastIndexOf("<w:p>", body.indexOf("立足高压"));
          return body.substring(0, from) + "<w:p>" + mark + body.substring(from + "<w:p>".length());
        });

    assertThat(read.content().text(Passage.STRATEGY)).isEqualTo("立足高压绝缘子细分市场。\n三年内进入国内前三。");
  }

  @Test
  @DisplayName("内容控件里的格、行和文字照读，占位提示和隐藏文字不读")
  void contentControlsAreLookedThrough() throws IOException {
    var read =
        afterMarkup(body -> {
          String inCell =
              body.replaceFirst(
                  "<w:t>建成中试线</w:t></w:r>",
                  "<w:t></w:t></w:r><w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>建成中试线</w:t></w:r></w:sdtContent></w:sdt>"
                      + "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>单击输入</w:t></w:r></w:sdtContent></w:sdt>"
                      + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>看不见</w:t></w:r>");
          int row = inCell.lastIndexOf("<w:tr>", inCell.indexOf("取得两项发明专利"));
          int end = inCell.indexOf("</w:tr>", row) + "</w:tr>".length();
          String inRow =
              inCell.substring(0, row)
                  + "<w:sdt><w:sdtPr/><w:sdtContent>"
                  + inCell.substring(row, end)
                  + "</w:sdtContent></w:sdt>"
                  + inCell.substring(end);
          int cell = inRow.lastIndexOf("<w:tc>", inRow.indexOf("通过能源管理体系认证"));
          int close = inRow.indexOf("</w:tc>", cell) + "</w:tc>".length();
          return inRow.substring(0, cell)
              + "<w:sdt><w:sdtPr/><w:sdtContent>"
              + inRow.substring(cell, close)
              + "</w:sdtContent></w:sdt>"
              + inRow.substring(close);
        });

    assertThat(read.content().fields()).isEqualTo(sentFields());
    assertThat(read.unread()).isEmpty();
  }

  @Test
  @DisplayName("合并的单元格按左边一列读取并告知")
  void mergedCellsAreTold() throws IOException {
    var read =
        afterMarkup(body -> {
          int last = body.lastIndexOf("<w:tc>", body.indexOf("2027年6月"));
          int before = body.lastIndexOf("<w:tc>", last - 1);
          String wide =
              body.substring(last).replaceFirst("(<w:tcW[^>]*/>)", "$1<w:gridSpan w:val=\"2\"/>");
          return body.substring(0, before) + wide;
        });

    assertThat(read.content().field("task-2-from")).isEqualTo("2027年6月");
    assertThat(read.content().field("task-2-name")).isEqualTo("取得两项发明专利");
    assertThat(read.unread())
        .singleElement()
        .asString()
        .contains("“工作任务及时间进度”表第 2 行", "合并的单元格", "2027年6月");
  }

  @Test
  @DisplayName("企业名称不从表中读取，改动了要告知；附件清单多出来的要告知")
  void companyAndAttachmentsAreNotReadFromTheForm() throws IOException {
    var read =
        after(document -> {
          type(document.getTables().getFirst().getRow(0), 1, "别的公司");
          var list = table(document, "附件名称");
          type(list.getRow(1), 1, "另一份.pdf");
        });

    assertThat(read.unread())
        .anyMatch(told -> told.contains("别的公司"))
        .anyMatch(told -> told.contains("另一份.pdf"))
        .hasSize(2);
    assertThat(read.over(aPlan())).isEqualTo(aPlan());
  }

  @Test
  @DisplayName("没有读取的地方太多时，先列一百处")
  void aLongListIsCut() throws IOException {
    var read =
        after(document -> {
          for (int i = 0; i < 150; i++) {
            document.createParagraph().createRun().setText("另加的第 " + i + " 段");
          }
        });

    assertThat(read.unread()).hasSize(101).last().asString().contains("另有 50 处");
  }

  @Test
  @DisplayName("文件属性丢了，页脚仍说明是哪份表")
  void theFootOfThePageIsEnough() throws IOException {
    byte[] bare =
        rewritten(
            written(SENT), "docProps/custom.xml", text -> text.replace("SeedbedForm", "Other"));

    assertThat(GivenForms.read(SENT, bare).content().fields()).isEqualTo(sentFields());
  }

  @Test
  @DisplayName("文本框、格内的表、批注和脚注告知")
  void whatIsBesideTheTextIsTold() throws IOException {
    String box =
        "<w:r><w:pict><v:shape xmlns:v=\"urn:schemas-microsoft-com:vml\"><v:textbox><w:txbxContent>"
            + "<w:p><w:r><w:t>框里的话</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>";
    String nested =
        "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:p><w:r><w:t>格内的表</w:t>"
            + "</w:r></w:p></w:tc></w:tr></w:tbl><w:p/>";
    var read =
        afterMarkup(body -> {
          int cell = body.indexOf("</w:tc>", body.indexOf("建成中试线"));
          String filled = body.substring(0, cell) + nested + body.substring(cell);
          return filled.replaceFirst(
              "<w:t>出厂合格率 99.8%</w:t></w:r>",
              "$0"
                  + box
                  + "<w:r><w:commentReference w:id=\"1\"/><w:footnoteReference w:id=\"2\"/></w:r>");
        });

    assertThat(read.content().fields()).isEqualTo(sentFields());
    assertThat(read.unread())
        .anyMatch(told -> told.contains("框里的话"))
        .anyMatch(told -> told.contains("格内的表"))
        .anyMatch(told -> told.contains("批注"))
        .anyMatch(told -> told.contains("脚注"))
        .hasSize(4);
  }

  @Test
  @DisplayName("单位改了要告知")
  void anotherUnitIsTold() throws IOException {
    var read = after(document -> type(table(document, "指标").getRow(1), 1, "亿元"));

    assertThat(read.unread()).singleElement().asString().contains("亿元", "万元");
    assertThat(read.content().target("revenue", 2025)).isEqualTo("10,620.00");
  }
}
