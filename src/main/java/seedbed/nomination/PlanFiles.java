package seedbed.nomination;

import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.access.Permission;
import seedbed.nomination.PlanPage.Besides;
import seedbed.nomination.PlanPage.OutcomeRow;
import seedbed.spreadsheet.Table;
import seedbed.spreadsheet.Workbooks;
import seedbed.web.Formats;
import seedbed.word.OfficialDocument;
import seedbed.word.WordTable;

/// A plan as a workbook, entry by entry, and as an official document with the table of its annex.
@Singleton
class PlanFiles {

  // As many as are still read when they are printed side by side.
  private static final List<Table.Column> COLUMNS =
      List.of(
          Table.Column.text("年度", 8),
          Table.Column.text("项目名称", 16),
          Table.Column.text("企业名称", 32),
          Table.Column.text("示例", 6),
          Table.Column.text("所在", 12),
          Table.Column.text("核对", 11),
          Table.Column.prose("核对说明和依据", 52),
          Table.Column.day("申报日期"),
          Table.Column.text("结果", 12),
          Table.Column.day("认定日期"),
          Table.Column.prose("调出理由和出处", 24));

  private static final List<WordTable.Column> TODO =
      List.of(
          WordTable.Column.centred("年度", 9),
          WordTable.Column.text("企业", 28),
          WordTable.Column.centred("称号", 16),
          WordTable.Column.text("核对结果", 47));

  private static final List<WordTable.Column> RESULTS =
      List.of(
          WordTable.Column.centred("年度", 9),
          WordTable.Column.text("项目", 30),
          WordTable.Column.number("目标", 10),
          WordTable.Column.number("计划", 9),
          WordTable.Column.number("计划内认定", 11),
          WordTable.Column.number("当年认定合计", 12),
          WordTable.Column.centred("与目标比较", 19));

  private final PlanReading reading;
  private final Clock clock;

  PlanFiles(PlanReading reading, Clock clock) {
    this.reading = reading;
    this.clock = clock;
  }

  byte[] workbook(Plan plan, Permission permission) throws IOException {
    PlanPage page = reading.page(plan.id(), PlanQuery.of(PlanQuery.ALL, null, null), permission);
    List<List<@Nullable Object>> rows = new ArrayList<>();
    Stream.concat(page.items().stream(), page.dropped().stream())
        .forEach(item -> rows.add(line(item)));
    var out = new ByteArrayOutputStream();
    Workbooks.write(
        Table.of(plan.name(), COLUMNS, rows).noting(basis(plan, page), counted(page)), out);
    return out.toByteArray();
  }

  private static List<@Nullable Object> line(Item item) {
    return Arrays.asList(
        "" + item.year(),
        item.title(),
        item.company(),
        item.demo() ? "示例" : null,
        item.region(),
        joined(item.concerns().stream().map(concern -> concern.kind().label()), "、"),
        joined(item.concerns().stream().map(PlanFiles::explained), "\n"),
        item.applied(),
        item.outcome().label(),
        item.outcomeOn(),
        joined(
            Stream.of(item.dropReason() == null ? null : "调出：" + item.dropReason(), item.origin()),
            "；"));
  }

  private static String explained(Concern concern) {
    List<String> words = new ArrayList<>(List.of(concern.sentence()));
    if (!concern.missing().isEmpty()) {
      words.add("缺：" + String.join("、", concern.missing()) + "。");
    }
    if (concern.clause() != null) {
      words.add("依据：" + concern.clause() + "。");
    }
    concern.notes().forEach(note -> words.add("另：" + note));
    return String.join("", words);
  }

  private static @Nullable String joined(Stream<@Nullable String> parts, String between) {
    String text =
        String.join(between, parts.filter(Objects::nonNull).map(String::valueOf).toList());
    return text.isEmpty() ? null : text;
  }

  byte[] document(Plan plan, Permission permission) throws IOException {
    PlanPage page = reading.page(plan.id(), PlanQuery.of(null, null, null), permission);
    var out = new ByteArrayOutputStream();
    try (var document = new OfficialDocument(plan.name())) {
      document.sideways().made(Instant.now(clock));
      if (plan.document() != null) {
        document.subtitle(plan.document());
      }
      if (!page.whole()) {
        document.subtitle("节选：只有本人范围内的企业，不是计划全文");
      }
      document.text(counted(page)).table(annex(plan), annexRows(page));
      document.text(basis(plan, page));
      int part = 0;
      String[] numerals = {"一", "二", "三"};
      if (!page.yearConcerns().isEmpty()) {
        document.heading(numerals[part++] + "、与目标的对照");
        for (Concern concern : page.yearConcerns()) {
          document.text(concern.sentence() + "（" + concern.clause() + "）");
        }
      }
      if (!page.items().isEmpty()) {
        document.heading("%s、需要处理的企业（%d项）".formatted(numerals[part++], page.items().size()));
        document.table(TODO, page.items().stream().map(PlanFiles::todo).toList());
      }
      if (!page.outcomes().isEmpty()) {
        document.heading(numerals[part] + "、计划与结果");
        document.table(RESULTS, page.outcomes().stream().map(PlanFiles::result).toList());
        besides(page).forEach(document::text);
      }
      // Only whoever made the plan signs it; for everybody else it is a copy or a part.
      if (VisiblePlans.own(plan, permission)) {
        document.signed(
            Objects.requireNonNull(page.head()).region() + "发展和改革委员会", LocalDate.now(clock));
      } else {
        document.text(Formats.longDay(LocalDate.now(clock)) + "摘自培育库，供工作使用。");
      }
      document.write(out);
    }
    return out.toByteArray();
  }

  private static List<WordTable.Column> annex(Plan plan) {
    List<WordTable.Column> columns = new ArrayList<>();
    columns.add(WordTable.Column.centred("序号", 8));
    columns.add(WordTable.Column.centred("项目名称", 20));
    plan.years().forEach(year -> columns.add(WordTable.Column.text(year + "年", 24)));
    return columns;
  }

  private static List<List<String>> annexRows(PlanPage page) {
    return page.groups().stream()
        .flatMap(group ->
            group.rows().stream()
                .map(row ->
                    Stream.concat(
                            Stream.of("" + row.place(), group.label()),
                            row.cells().stream()
                                .map(cell -> cell.item() == null ? "" : cell.item().company()))
                        .toList()))
        .toList();
  }

  private static List<String> todo(Item item) {
    String found = String.join("", item.concerns().stream().map(PlanFiles::explained).toList());
    return List.of("" + item.year(), item.company(), item.title(), found);
  }

  private static List<String> result(OutcomeRow row) {
    return List.of(
        "" + row.year(),
        row.label(),
        row.span() == null ? Formats.NOTHING : row.span() + "家",
        "" + row.planned(),
        "" + row.hit(),
        "" + row.won(),
        row.standing() == null ? Formats.NOTHING : row.standing());
  }

  private static List<String> besides(PlanPage page) {
    return page.outcomes().stream()
        .filter(row -> !row.besides().isEmpty())
        .map(row ->
            "%d年%s计划外认定：%s%s。"
                .formatted(
                    row.year(),
                    row.label(),
                    String.join("、", row.besides().stream().map(Besides::company).toList()),
                    row.besidesAll() > 0 ? "等" + row.besidesAll() + "家" : ""))
        .toList();
  }

  private static String counted(PlanPage page) {
    return "%s列入%d项，其中%d项前置条件没有问题，%d项需要处理。"
        .formatted(
            page.whole() ? "计划" : "以下",
            page.counts().all(),
            page.counts().clean(),
            page.counts().todo());
  }

  private String basis(Plan plan, PlanPage page) {
    return "%s，%d年至%d年；前置条件按各年%s在用的标准、截至%s登记的称号和数据核对。"
        .formatted(
            Objects.requireNonNull(page.head()).region(),
            plan.fromYear(),
            plan.toYear(),
            page.head().appliedOn(),
            LocalDate.now(clock));
  }
}
