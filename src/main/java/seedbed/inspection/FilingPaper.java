package seedbed.inspection;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.pdf.Markup;
import seedbed.web.Formats;
import seedbed.web.QrCode;
import seedbed.word.Imprint;
import seedbed.word.OfficialDocument;
import seedbed.word.WordTable;

/// 皋政办发〔2021〕87号 附件6 as it is handed on: the table, what was filed in detail, and what was pointed
/// out. Word and PDF say the same.
///
/// @param table the rows of 附件6
/// @param details every field of the filing, and what was found
/// @param pointed what was pointed out when it was filed
record FilingPaper(
    String unit, LocalDate on, List<Row> table, List<Row> details, List<String> pointed) {

  static final String TITLE = "专精特新“小巨人”培育企业检查处置报备表";
  private static final String NOTE =
      "备注：对南通市级以上（含）专精特新小巨人企业、单项冠军企业进行检查处置，必须提前报市政府，处置结论作出的次日要将此表报该企业联系的市领导。";
  private static final String RIGHTS =
      "检查人员应当出示执法证件、说明来意；企业有陈述、申辩和申请回避的权利，对没有执法证、没有检查通知的检查有权拒绝。严禁逐利检查、干扰企业正常生产经营、任性处罚企业、下达检查指标、变相检查；"
          + "不得接受馈赠、报酬和福利，不得参加宴请、娱乐和旅游，不得由企业支付费用，不得指定中介，不得刻意要求法定代表人到场，不得乱查封、乱扣押、乱冻结、动辄责令停产停业，不得将考核与检查频次、罚没数额挂钩，不得以观摩、督导、考察等名义行检查之实。";

  private static final String STYLE =
      """
      @page { size: A4; margin: 24mm 20mm 20mm;
        @bottom-center { content: '第 ' counter(page) ' 页　共 ' counter(pages) ' 页'; font-family: paper; font-size: 9pt; color: #555 } }
      body { font-family: paper; font-size: 11pt; line-height: 1.6; word-wrap: break-word }
      h1 { font-size: 18pt; font-weight: 400; text-align: center; margin: 0 0 5mm }
      h2 { font-size: 12pt; font-weight: 400; margin: 6mm 0 2mm; page-break-after: avoid }
      p { margin: 0 0 2mm }
      .small { font-size: 9pt }
      table { width: 100%; border-collapse: collapse; margin: 0 0 3mm; table-layout: fixed }
      th, td { border: 0.5pt solid #444; padding: 1.2mm 2mm; font-weight: 400; text-align: left; vertical-align: top }
      th { width: 30% }
      tr { page-break-inside: avoid }
      .end { page-break-inside: avoid }
      .imprint { margin: 4mm 0 0 }
      .imprint td { border: 0; padding: 0; vertical-align: middle }
      .imprint td.code { width: 28mm }
      .imprint img { width: 25mm; height: 25mm }
      """;

  /// @param label several lines where the table groups rows
  /// @param personal whether it names somebody
  record Row(String label, String text, boolean personal) {

    Row(String label, String text) {
      this(label, text, false);
    }

    static Row ofPerson(String label, String text) {
      return new Row(label, text, true);
    }
  }

  FilingPaper {
    table = List.copyOf(table);
    details = List.copyOf(details);
    pointed = List.copyOf(pointed);
  }

  /// All that it says, for its digest.
  String words() {
    return Stream.of(List.of(new Row("检查处置单位", unit), new Row("日期", on.toString())), table, details)
        .flatMap(List::stream)
        .map(row -> row.label() + "\t" + row.text())
        .collect(Collectors.joining("\n"));
  }

  /// What it is found by in the archive, where nobody is looked for by name.
  private String searched() {
    return Stream.concat(table.stream(), details.stream())
        .filter(row -> !row.personal())
        .map(Row::text)
        .collect(Collectors.joining("\n", TITLE + "\n" + unit + "\n", ""));
  }

  /// @return what it is found by
  String word(@Nullable Imprint imprint, OutputStream out) throws IOException {
    try (OfficialDocument document = new OfficialDocument(TITLE)) {
      document
          .made(on.atStartOfDay(ZoneId.of("Asia/Shanghai")).toInstant())
          .caption("检查处置单位：" + unit + "（公章）");
      document.prose(
          List.of(WordTable.Column.centred("栏目", 3), WordTable.Column.text("内容", 8)), lines(table));
      document.hint(NOTE);
      document.caption("报备要素");
      document.table(
          List.of(WordTable.Column.text("要素", 3), WordTable.Column.text("填报内容", 8)),
          lines(details));
      if (!pointed.isEmpty()) {
        document.caption("报备时提示的问题");
        pointed.forEach(document::hint);
      }
      document.caption("检查须知").hint(RIGHTS);
      if (imprint != null) {
        document.imprint(imprint);
      }
      document.write(out);
      return searched();
    }
  }

  /// @param imprint the one that the Word file has too
  String markup(Imprint imprint) {
    var text = new StringBuilder("<html><head><title>");
    Markup.append(text, TITLE)
        .append("</title><style>")
        .append(STYLE)
        .append("</style></head><body><h1>");
    Markup.append(text, TITLE).append("</h1><p>检查处置单位：");
    Markup.append(text, unit)
        .append("（公章）　　")
        .append(Formats.longDay(on).replace(" ", ""))
        .append("</p>");
    table(text, table);
    text.append("<p class=\"small\">").append(NOTE).append("</p><h2>报备要素</h2>");
    table(text, details);
    if (!pointed.isEmpty()) {
      text.append("<h2>报备时提示的问题</h2>");
      pointed.forEach(each -> Markup.append(text.append("<p>"), each).append("</p>"));
    }
    text.append("<div class=\"end\"><h2>检查须知</h2><p class=\"small\">")
        .append(RIGHTS)
        .append("</p>");
    return imprint(text, imprint).append("</div></body></html>").toString();
  }

  // The picture is part of the page: whoever prints it reads nothing else.
  private static StringBuilder imprint(StringBuilder text, Imprint imprint) {
    text.append(
            "<table class=\"imprint\"><tr><td class=\"code\"><img alt=\"\""
                + " src=\"data:image/png;base64,")
        .append(Base64.getEncoder().encodeToString(QrCode.png(imprint.address())))
        .append("\"/></td><td><p class=\"small\">档案编号：");
    Markup.append(text, imprint.number()).append("</p><p class=\"small\">校验码：");
    return Markup.append(text, imprint.code())
        .append("</p><p class=\"small\">")
        .append(Imprint.ADVICE)
        .append("</p></td></tr></table>");
  }

  private static List<List<String>> lines(List<Row> rows) {
    return rows.stream().map(row -> List.of(row.label(), row.text())).toList();
  }

  private static void table(StringBuilder text, List<Row> rows) {
    text.append("<table><tbody>");
    for (Row row : rows) {
      Markup.append(text.append("<tr><th>"), row.label()).append("</th><td>");
      Markup.append(text, row.text()).append("</td></tr>");
    }
    text.append("</tbody></table>");
  }
}
