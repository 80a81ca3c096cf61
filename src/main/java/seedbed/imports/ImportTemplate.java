package seedbed.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.CreationHelper;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Drawing;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import seedbed.spreadsheet.Table;
import seedbed.spreadsheet.WorkbookStyles;
import seedbed.spreadsheet.Workbooks;

/// Writes a form as a workbook to be filled in: title, bands, heads with notes, drop-down lists, a
/// page of explanations, and a hidden mark by which it is known again.
final class ImportTemplate {

  private static final String EXPLANATIONS = "填写说明";
  private static final String LISTS = "选项";
  private static final int TITLE_ROW = 0;
  private static final int NOTE_ROW = 1;
  private static final int BAND_ROW = 2;
  private static final int HEAD_ROW = 3;
  private static final int FIRST_ROW = HEAD_ROW + 1;
  private static final int LAST_ROW = 5_003;
  private static final int RULED_ROWS = 20;
  private static final short PRINTED_PERCENT = 60;
  private static final int LONGEST_PROMPT = 250;
  private static final int CHARACTER = 256;
  private static final int ROWS_IN_MEMORY = 500;

  private final Form form;
  private final LocalDate today;
  // Shared strings, as Excel writes them: some tools leave inline strings behind when they edit.
  private final SXSSFWorkbook workbook = new SXSSFWorkbook(null, ROWS_IN_MEMORY, false, true);
  private final WorkbookStyles styles = new WorkbookStyles(workbook);
  private final SXSSFSheet sheet;
  private final SXSSFSheet lists;
  private int listed;

  private ImportTemplate(Form form, LocalDate today) {
    this.form = form;
    this.today = today;
    sheet = workbook.createSheet(form.kind().label());
    explain(workbook.createSheet(EXPLANATIONS));
    lists = workbook.createSheet(LISTS);
  }

  static void write(Form form, LocalDate today, OutputStream out) throws IOException {
    ImportTemplate template = new ImportTemplate(form, today);
    try (SXSSFWorkbook workbook = template.workbook) {
      template.fill();
      workbook.write(out);
    }
  }

  private void fill() {
    front();
    bands();
    heads();
    lines();
    print();
    mark();
    workbook.setSheetVisibility(workbook.getSheetIndex(LISTS), SheetVisibility.HIDDEN);
    workbook.setActiveSheet(0);
  }

  private void front() {
    Row title = sheet.createRow(TITLE_ROW);
    title.setHeightInPoints(34);
    Cell name = title.createCell(0);
    name.setCellValue(form.title());
    name.setCellStyle(styles.title());
    Row note = sheet.createRow(NOTE_ROW);
    note.setHeightInPoints(20);
    Cell words = note.createCell(0);
    words.setCellValue(
        switch (form.kind()) {
          case COMPANIES -> "标 * 的必填；一家企业一行。怎样填见各栏批注和“填写说明”。";
          case TITLES -> "一家企业一项称号一行；没有任何称号的企业也填一行，只填名称和核对日期。怎样填见各栏批注和“填写说明”。";
          case REWARDS -> "金额单位：万元。一家企业一个奖励项目一行；金额不清楚的留空，只表彰不奖励的填 0。怎样填见各栏批注和“填写说明”。";
          case FIGURES -> "金额单位：万元。没有数据的留空，确实为零的填 0；一家企业一个年度一行。怎样填见各栏批注和“填写说明”。";
        });
    words.setCellStyle(styles.note());
    int shown = Math.min(form.fields().size(), 9) - 1;
    sheet.addMergedRegion(new CellRangeAddress(TITLE_ROW, TITLE_ROW, 0, shown));
    sheet.addMergedRegion(new CellRangeAddress(NOTE_ROW, NOTE_ROW, 0, shown));
  }

  private void bands() {
    Row row = sheet.createRow(BAND_ROW);
    row.setHeightInPoints(22);
    CellStyle band = styles.band();
    int from = 0;
    for (int column = 0; column < form.fields().size(); column++) {
      Cell cell = row.createCell(column);
      cell.setCellStyle(band);
      boolean begins = column == 0 || !band(column).equals(band(column - 1));
      if (begins) {
        merge(from, column - 1);
        from = column;
        cell.setCellValue(band(column));
      }
    }
    merge(from, form.fields().size() - 1);
  }

  private void merge(int from, int to) {
    if (to > from) {
      sheet.addMergedRegion(new CellRangeAddress(BAND_ROW, BAND_ROW, from, to));
    }
  }

  private String band(int column) {
    FormField field = form.fields().get(column);
    if (field.indicator() == null) {
      return field.key().equals(Form.DAY) ? "时点" : field.group();
    }
    return switch (field.indicator().period()) {
      case YEAR -> "年度指标 · " + field.group();
      case DAY -> "时点指标 · " + field.group();
    };
  }

  private void heads() {
    Row row = sheet.createRow(HEAD_ROW);
    row.setHeightInPoints(48);
    CellStyle must = styles.must();
    Drawing<?> drawing = sheet.createDrawingPatriarch();
    for (int column = 0; column < form.fields().size(); column++) {
      FormField field = form.fields().get(column);
      Cell cell = row.createCell(column);
      cell.setCellValue(field.heading() + (field.required() ? "*" : ""));
      cell.setCellStyle(field.required() ? must : styles.head());
      comment(drawing, cell, field);
      sheet.setColumnWidth(column, width(field) * CHARACTER);
      sheet.setDefaultColumnStyle(column, styles.column(cellKind(field)));
      validate(column, field);
    }
  }

  // Ruled as far as one sheet of paper goes; what is typed below takes the style of its column.
  private void lines() {
    for (int line = FIRST_ROW; line < FIRST_ROW + RULED_ROWS; line++) {
      Row row = sheet.createRow(line);
      row.setHeightInPoints(20);
      for (int column = 0; column < form.fields().size(); column++) {
        row.createCell(column).setCellStyle(styles.cell(cellKind(form.fields().get(column))));
      }
    }
  }

  // A hundred columns on one page would be too small to read: they go on several, each with the
  // names.
  private void print() {
    int named = form.kind() == ImportKind.FIGURES ? 3 : 1;
    Workbooks.printed(sheet, HEAD_ROW);
    if (form.kind() == ImportKind.FIGURES) {
      sheet.setFitToPage(false);
      sheet.getPrintSetup().setScale(PRINTED_PERCENT);
      sheet.setRepeatingColumns(new CellRangeAddress(-1, -1, 0, named - 1));
    }
    sheet.setRepeatingRows(new CellRangeAddress(BAND_ROW, HEAD_ROW, -1, -1));
    sheet.createFreezePane(named, FIRST_ROW);
  }

  private void comment(Drawing<?> drawing, Cell cell, FormField field) {
    CreationHelper helper = workbook.getCreationHelper();
    ClientAnchor anchor = helper.createClientAnchor();
    anchor.setCol1(cell.getColumnIndex());
    anchor.setRow1(HEAD_ROW);
    anchor.setCol2(cell.getColumnIndex() + 3);
    anchor.setRow2(HEAD_ROW + 5);
    Comment comment = drawing.createCellComment(anchor);
    comment.setAuthor("培育库");
    comment.setString(helper.createRichTextString(field.hint()));
    cell.setCellComment(comment);
  }

  private void validate(int column, FormField field) {
    DataValidationHelper helper = sheet.getDataValidationHelper();
    DataValidationConstraint constraint =
        switch (field.entry()) {
          case CHOICE -> helper.createFormulaListConstraint(list(field));
          case NUMBER ->
              helper.createDecimalConstraint(
                  OperatorType.BETWEEN, "-1000000000000", "1000000000000");
          case WHOLE ->
              field.key().equals(Form.YEAR)
                  ? helper.createIntegerConstraint(
                      OperatorType.BETWEEN, "1990", Integer.toString(lastYear()))
                  : helper.createIntegerConstraint(OperatorType.BETWEEN, "0", "100000000");
          case DAY ->
              helper.createDateConstraint(
                  OperatorType.BETWEEN, "DATE(1900,1,1)", "DATE(2100,12,31)", "yyyy-mm-dd");
          case CODE, WORDS -> null;
        };
    if (constraint == null) {
      return;
    }
    DataValidation validation =
        helper.createValidation(
            constraint, new CellRangeAddressList(FIRST_ROW, LAST_ROW, column, column));
    validation.setErrorStyle(DataValidation.ErrorStyle.STOP);
    validation.setShowErrorBox(true);
    validation.createErrorBox(field.label().length() > 30 ? "填写有误" : field.label(), refusal(field));
    validation.setEmptyCellAllowed(true);
    sheet.addValidationData(validation);
  }

  // A policy is of the year that runs; figures are of one that is over.
  private int lastYear() {
    return form.kind() == ImportKind.REWARDS ? today.getYear() : today.getYear() - 1;
  }

  private String refusal(FormField field) {
    String sentence =
        switch (field.entry()) {
          case CHOICE -> field.required() ? "请从下拉列表中选择。" : "请从下拉列表中选择；不清楚的留空。";
          case NUMBER ->
              "请只填数字" + (field.unit().isEmpty() ? "" : "，单位：" + field.unit()) + "；没有数据的留空。";
          case WHOLE ->
              field.key().equals(Form.YEAR)
                  ? "请填%s的年度，例如 %d。"
                      .formatted(
                          lastYear() == today.getYear() ? "今年或以前" : "已经结束", today.getYear() - 1)
                  : "请填整数；没有数据的留空。";
          case DAY -> "请填日期，例如 " + (today.getYear() - 1) + "-12-31。";
          case CODE, WORDS -> field.hint();
        };
    return sentence.length() <= LONGEST_PROMPT ? sentence : sentence.substring(0, LONGEST_PROMPT);
  }

  // A list inside a validation may have 255 characters; one in a sheet has no limit.
  private String list(FormField field) {
    List<String> options = field.options();
    int column = listed++;
    for (int i = 0; i < options.size(); i++) {
      Row row = lists.getRow(i);
      (row == null ? lists.createRow(i) : row).createCell(column).setCellValue(options.get(i));
    }
    String letter = CellReference.convertNumToColString(column);
    return "'%s'!$%s$1:$%s$%d".formatted(LISTS, letter, letter, Math.max(1, options.size()));
  }

  private void explain(SXSSFSheet page) {
    List<String> lines = new ArrayList<>();
    lines.add("一、黄色栏目必填，其余按实际情况填写；没有数据的留空，不要填“无”“/”或“—”，空白不等于零。");
    lines.add("二、表头一行请勿改名；可以隐藏、调换或删除不需要的栏目，也可以只填一部分，以后再补。");
    lines.add("三、金额一律以万元为单位，只填数字；百分比填百分数，12.5 表示 12.5%。");
    lines.add("四、日期按 " + (today.getYear() - 1) + "-12-31 的格式填写到日；信用代码按文本填写，不要让表格软件改成数字。");
    lines.add("五、上传后先逐行检查，不会立即登记；有错误的行可以下载标注后的原表，改正后再次上传。");
    int next = 0;
    Row title = page.createRow(next++);
    title.setHeightInPoints(34);
    Cell name = title.createCell(0);
    name.setCellValue("《" + form.title() + "》填写说明");
    name.setCellStyle(styles.title());
    page.addMergedRegion(new CellRangeAddress(0, 0, 0, 4));
    for (String line : lines) {
      Row row = page.createRow(next);
      row.setHeightInPoints(20);
      Cell cell = row.createCell(0);
      cell.setCellValue(line);
      cell.setCellStyle(styles.note());
      page.addMergedRegion(new CellRangeAddress(next, next, 0, 4));
      next++;
    }
    table(page, next);
  }

  private void table(SXSSFSheet page, int from) {
    String[] heads = {"栏目", "归类", "填写方式", "填写口径和佐证", "可选项"};
    int[] widths = {34, 20, 16, 70, 40};
    Row head = page.createRow(from);
    for (int column = 0; column < heads.length; column++) {
      page.setColumnWidth(column, widths[column] * CHARACTER);
      Cell cell = head.createCell(column);
      cell.setCellValue(heads[column]);
      cell.setCellStyle(styles.head());
    }
    CellStyle words = styles.wrapped();
    int next = from + 1;
    for (int column = 0; column < form.fields().size(); column++) {
      FormField field = form.fields().get(column);
      String[] values = {
        field.heading() + (field.required() ? "*" : ""),
        band(column),
        field.entry().label(),
        field.hint(),
        field.options().size() > 20
            ? "共 " + field.options().size() + " 项，见下拉列表"
            : String.join("；", field.options())
      };
      Row row = page.createRow(next++);
      for (int i = 0; i < values.length; i++) {
        Cell cell = row.createCell(i);
        cell.setCellValue(values[i]);
        cell.setCellStyle(words);
      }
      row.setHeightInPoints(
          15f
              * Math.max(
                  1,
                  Math.max(
                      lines(values[3], 34), Math.max(lines(values[4], 19), lines(values[0], 16)))));
    }
    Workbooks.printed(page, from);
  }

  private static int lines(String text, int characters) {
    return Math.ceilDiv(text.length(), characters);
  }

  private void mark() {
    SXSSFSheet page = workbook.createSheet(TemplateMark.SHEET);
    Row row = page.createRow(0);
    row.createCell(0).setCellValue(TemplateMark.WORD);
    row.createCell(1).setCellValue(form.kind().code());
    row.createCell(2).setCellValue(Integer.toString(Form.VERSION));
    workbook.setSheetVisibility(
        workbook.getSheetIndex(TemplateMark.SHEET), SheetVisibility.VERY_HIDDEN);
  }

  private static Table.Kind cellKind(FormField field) {
    return switch (field.entry()) {
      case WORDS, CODE, CHOICE -> Table.Kind.TEXT;
      case NUMBER -> field.unit().equals("万元") ? Table.Kind.AMOUNT : Table.Kind.NUMBER;
      case WHOLE -> Table.Kind.NUMBER;
      case DAY -> Table.Kind.DAY;
    };
  }

  private static int width(FormField field) {
    return switch (field.key()) {
      case Form.NAME -> 34;
      case Form.CREDIT_CODE -> 22;
      case Form.YEAR -> 8;
      case Form.DAY, Form.FOUNDED_ON, Form.DECIDED_ON, Form.PAID_ON -> 13;
      case Form.MAIN_PRODUCT, Form.INDUSTRY_NAME, Form.TITLE, Form.ITEM, Form.REASON -> 24;
      case Form.DOCUMENT, Form.END_DOCUMENT -> 30;
      default -> field.entry() == FormField.Entry.CHOICE && field.indicator() != null ? 14 : 15;
    };
  }
}
