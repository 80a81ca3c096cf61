package seedbed.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.PlanOutline;
import seedbed.criteria.rule.Indicator;
import seedbed.web.Decimals;
import seedbed.word.OfficialDocument;
import seedbed.word.WordTable;

/// The chapters of the outline 皋政办发〔2021〕87号 附件5 in a Word file, as the form and the printed
/// version have them.
final class PlanChapters {

  static final String INDICATOR = "指标";
  static final String UNIT = "单位";
  static final String AIM = "定性目标";
  static final String MEASURE = "保障措施";
  static final String WORDS = "内容";
  static final String ATTACHMENT = "附件名称";

  private static final int TASKS = 8;
  private static final int ITEMS = 3;
  private static final int SPARE = 2;

  /// What becomes of what a plan does not say.
  enum Use {
    /// There is room for it, and a hint.
    TO_FILL_IN,
    /// It is left out.
    AS_SAID
  }

  private final OfficialDocument document;
  private final Span span;
  private final PlanOutline outline;
  private final Content content;
  private final Goals goals;
  private final PlanPaper paper;
  private final Use use;

  private PlanChapters(OfficialDocument document, PlanPaper paper, Use use) {
    this.document = document;
    span = paper.span();
    outline = paper.outline();
    content = paper.content();
    goals = Goals.of(content, span, outline);
    this.paper = paper;
    this.use = use;
  }

  static void write(OfficialDocument document, PlanPaper paper, Use use) {
    new PlanChapters(document, paper, use).write();
  }

  private void write() {
    document.heading("一、目标任务");
    strategy();
    document.subheading("（二）总体目标");
    hint(
        "总体目标包括经营目标、细分领域主营产品发展目标、企业创新能力提升目标，应可量化、可考核。"
            + "金额以万元填写，比例填百分数，数字可带千位分隔符，例如 1,062.00；没有的指标留空。");
    outline.targets().forEach(this::targets);
    passages("质量、性能等定性目标", Passage.Chapter.WORDS, AIM);
    document.subheading("（三）工作任务及时间进度");
    hint(
        "根据战略思路和总体目标，分析现状与目标间的差距，提出切实可行的工作任务，每项任务应有相应的时间节点。"
            + "时间按“年-月-日”或“年-月”填写，例如 2027-06-30。已有任务的序号不要改动；行数不够时请在表内插入行，新增的行序号可以留空。");
    rows(RowSort.TASKS, TASKS);
    document.heading("二、具体计划");
    hint(
        "结合目标任务，提出详细工作计划、步骤及路径，如企业完成目标任务必须实施的项目计划、投融资计划、人才培养计划、"
            + "海外扩张并购计划、产学研项目合作计划、创新激励机制建设等；没有的留空。");
    for (ItemKind kind : ItemKind.values()) {
      rows(RowSort.of(kind), ITEMS);
    }
    document.heading("三、工作措施");
    hint("围绕目标任务和具体计划安排，提出有针对性的保障措施。");
    passages("", Passage.Chapter.MEASURES, MEASURE);
    attachments();
  }

  private void hint(String text) {
    switch (use) {
      case TO_FILL_IN -> document.hint(text);
      case AS_SAID -> {}
    }
  }

  private boolean shows(String text) {
    return switch (use) {
      case TO_FILL_IN -> true;
      case AS_SAID -> !text.isEmpty();
    };
  }

  private void strategy() {
    Passage strategy = Passage.STRATEGY;
    document.subheading("（一）" + strategy.label());
    if (shows(content.text(strategy))) {
      document.prose(
          List.of(WordTable.Column.text(strategy.label(), 1)),
          List.of(List.of(content.text(strategy))));
    }
  }

  private void targets(PlanOutline.Part part, List<Indicator> indicators) {
    List<WordTable.Column> columns = new ArrayList<>();
    columns.add(WordTable.Column.text(INDICATOR, 22));
    columns.add(WordTable.Column.centred(UNIT, 7));
    for (int year : span.columns()) {
      columns.add(WordTable.Column.number(year == span.base() ? year + " 年（基期）" : year + " 年", 14));
    }
    List<List<String>> rows =
        indicators.stream()
            .filter(indicator ->
                span.columns().stream().anyMatch(year -> shows(target(indicator, year))))
            .map(this::row)
            .toList();
    if (!rows.isEmpty()) {
      document.caption(part.label());
      document.form(columns, rows);
    }
  }

  private List<String> row(Indicator indicator) {
    List<String> row = new ArrayList<>(List.of(indicator.label(), indicator.unit()));
    NavigableMap<Integer, BigDecimal> numbers =
        goals.targets().getOrDefault(indicator, new TreeMap<>());
    Decimals decimals = Decimals.of(indicator.unit(), numbers.values());
    span.columns().forEach(year -> row.add(written(indicator, year, numbers.get(year), decimals)));
    return row;
  }

  // What is to be written on comes as it was typed, so that it goes back as it was.
  private String written(
      Indicator indicator, int year, @Nullable BigDecimal number, Decimals decimals) {
    return switch (use) {
      case TO_FILL_IN -> target(indicator, year);
      case AS_SAID -> number == null ? target(indicator, year) : decimals.shown(number);
    };
  }

  private String target(Indicator indicator, int year) {
    return content.target(indicator.code(), year);
  }

  private void passages(String caption, Passage.Chapter chapter, String head) {
    List<List<String>> rows =
        Passage.of(chapter).stream()
            .filter(passage -> shows(content.text(passage)))
            .map(passage -> List.of(passage.label(), content.text(passage)))
            .toList();
    if (!rows.isEmpty()) {
      if (!caption.isEmpty()) {
        document.caption(caption);
      }
      document.prose(
          List.of(WordTable.Column.text(head, 24), WordTable.Column.text(WORDS, 76)), rows);
    }
  }

  private void rows(RowSort sort, int usual) {
    List<List<String>> rows = new ArrayList<>();
    for (int number : content.numbers(sort.code())) {
      List<String> row = new ArrayList<>(List.of(String.valueOf(number)));
      sort.parts().forEach(part -> row.add(content.field(sort.field(number, part))));
      rows.add(row);
    }
    int last = paper.given(sort);
    for (int spare = spare(rows.size(), usual); spare > 0; spare--) {
      List<String> row = new ArrayList<>(List.of(++last <= RowNumbers.LARGEST ? last + "" : ""));
      sort.parts().forEach(_ -> row.add(""));
      rows.add(row);
    }
    if (rows.isEmpty()) {
      return;
    }
    if (!sort.equals(RowSort.TASKS)) {
      document.caption(sort.label());
    }
    List<WordTable.Column> columns = new ArrayList<>();
    columns.add(WordTable.Column.centred(RowSort.NUMBER, 8));
    sort.parts().forEach(part -> columns.add(column(part)));
    document.form(columns, rows);
  }

  private static WordTable.Column column(RowSort.Part part) {
    return part.number()
        ? WordTable.Column.number(part.label(), part.share())
        : WordTable.Column.text(part.label(), part.share());
  }

  private int spare(int used, int usual) {
    return switch (use) {
      case TO_FILL_IN -> Math.clamp(usual - used, SPARE, Math.max(SPARE, usual));
      case AS_SAID -> 0;
    };
  }

  private void attachments() {
    List<Content.Attachment> attachments = content.attachments();
    if (attachments.isEmpty()) {
      return;
    }
    document.heading("附件清单");
    hint("附件和已有的发展战略规划请在网页上传，本表只列出已上传的，不从本表读取。");
    List<List<String>> rows = new ArrayList<>();
    for (Content.Attachment attachment : attachments) {
      rows.add(List.of(String.valueOf(rows.size() + 1), attachment.name()));
    }
    document.table(
        List.of(
            WordTable.Column.centred(RowSort.NUMBER, 10), WordTable.Column.text(ATTACHMENT, 90)),
        rows);
  }
}
