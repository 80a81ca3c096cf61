package seedbed.plan;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import seedbed.criteria.PlanOutline;
import seedbed.criteria.PlanOutlineReading;

/// Forms as they are given out, and what people do to them before they bring them back.
final class GivenForms {

  static final PlanOutline OUTLINE = PlanOutlineReading.of(Path.of("config"));
  static final Span SPAN = new Span(2025, 2026, 2029);
  static final Instant MADE = Instant.parse("2026-03-02T01:30:00Z");
  static final FormMark MARK = FormMark.of("91320682MA1XYZ1234", "培育方案〔2026〕7号", 3);

  private GivenForms() {}

  static Content content(Map<String, String> fields) {
    return Content.of(fields);
  }

  /// A plan with three tasks, a project, some targets and passages.
  static Content aPlan() {
    Map<String, String> fields = new TreeMap<>();
    fields.put("prepared", "2026年2月28日");
    fields.put("text-strategy", "立足高压绝缘子细分市场。\n\n三年内进入国内前三。");
    fields.put("text-quality", "出厂合格率 99.8%");
    fields.put("text-funds", "每年安排自有资金 600 万元");
    fields.put("target-revenue-2025", "10,620.00");
    fields.put("target-revenue-2026", "12000");
    fields.put("target-rank_national-2029", "3");
    task(fields, 1, "建成中试线", "2026-10-31");
    task(fields, 2, "取得两项发明专利", "2027年6月");
    task(fields, 5, "通过能源管理体系认证", "2028-03-31");
    fields.put("item-project-1-name", "智能化改造项目");
    fields.put("item-project-1-amount", "1,200.50");
    fields.put("file-41", "发展战略规划.pdf");
    return Content.of(fields);
  }

  private static void task(Map<String, String> fields, int number, String name, String due) {
    fields.put("task-" + number + "-name", name);
    fields.put("task-" + number + "-owner", "李建国");
    fields.put("task-" + number + "-due", due);
  }

  static PlanPaper paper(Content content) {
    return new PlanPaper(
        "如皋市专精特新“小巨人”培育企业",
        "如皋市发展和改革委员会",
        "南通示例电气有限公司",
        SPAN,
        OUTLINE,
        content,
        highest(content),
        MADE);
  }

  private static Map<String, Integer> highest(Content content) {
    Map<String, Integer> highest = new TreeMap<>();
    for (RowSort sort : RowSort.all()) {
      if (!content.numbers(sort.code()).isEmpty()) {
        highest.put(sort.code(), content.numbers(sort.code()).last());
      }
    }
    return highest;
  }

  static PlanForm form(Content content) {
    return new PlanForm(MARK, paper(content));
  }

  static byte[] written(PlanForm form) throws IOException {
    var out = new ByteArrayOutputStream();
    form.write(out);
    return out.toByteArray();
  }

  static PlanFormReading.Result result(PlanForm sent, String name, byte[] bytes)
      throws IOException {
    return new PlanFormReading(sent, _ -> {}).read(name, new ByteArrayInputStream(bytes));
  }

  static PlanFormReading.Read read(PlanForm sent, byte[] bytes) throws IOException {
    return switch (result(sent, "培育发展方案.docx", bytes)) {
      case PlanFormReading.Read read -> read;
      case PlanFormReading.Refused(var sentence) -> throw new AssertionError(sentence);
    };
  }

  /// What somebody does to a document.
  interface Edit {
    void make(XWPFDocument document) throws IOException;
  }

  static byte[] edited(byte[] docx, Edit edit) throws IOException {
    try (var document = new XWPFDocument(new ByteArrayInputStream(docx))) {
      edit.make(document);
      var out = new ByteArrayOutputStream();
      document.write(out);
      return out.toByteArray();
    }
  }

  /// The same with one part written anew.
  static byte[] rewritten(byte[] docx, String part, UnaryOperator<String> change)
      throws IOException {
    var out = new ByteArrayOutputStream();
    try (var entries = new ZipInputStream(new ByteArrayInputStream(docx));
        var archive = new ZipOutputStream(out)) {
      for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        byte[] bytes = entries.readAllBytes();
        archive.putNextEntry(new ZipEntry(entry.getName()));
        if (entry.getName().equals(part)) {
          bytes =
              change
                  .apply(new String(bytes, StandardCharsets.UTF_8))
                  .getBytes(StandardCharsets.UTF_8);
        }
        archive.write(bytes);
        archive.closeEntry();
      }
    }
    return out.toByteArray();
  }

  static byte[] withPart(byte[] docx, String name, byte[] content) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var entries = new ZipInputStream(new ByteArrayInputStream(docx));
        var archive = new ZipOutputStream(out)) {
      for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        archive.putNextEntry(new ZipEntry(entry.getName()));
        entries.transferTo(archive);
        archive.closeEntry();
      }
      archive.putNextEntry(new ZipEntry(name));
      archive.write(content);
      archive.closeEntry();
    }
    return out.toByteArray();
  }

  /// The table of whose head a cell says this.
  static XWPFTable table(XWPFDocument document, String head) {
    return document.getTables().stream()
        .filter(table ->
            table.getRow(0).getTableCells().stream().anyMatch(cell -> cell.getText().equals(head)))
        .findFirst()
        .orElseThrow();
  }

  static int row(XWPFTable table, String said) {
    return IntStream.range(0, table.getNumberOfRows())
        .filter(at ->
            table.getRow(at).getTableCells().stream().anyMatch(cell -> cell.getText().equals(said)))
        .findFirst()
        .orElseThrow();
  }

  /// Fills an empty row, cell by cell.
  static void fill(XWPFTableRow row, List<String> texts) {
    for (int at = 0; at < texts.size(); at++) {
      type(row, at, texts.get(at));
    }
  }

  /// Types over what a cell says.
  static void type(XWPFTableRow row, int cell, String text) {
    var written = row.getCell(cell);
    while (written.getParagraphs().size() > 1) {
      written.removeParagraph(1);
    }
    var paragraph = written.getParagraphs().getFirst();
    while (!paragraph.getRuns().isEmpty()) {
      paragraph.removeRun(0);
    }
    paragraph.createRun().setText(text);
  }
}
