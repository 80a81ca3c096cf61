package seedbed.archive;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import seedbed.access.Act;
import seedbed.access.Permission;
import seedbed.access.Permissions;
import seedbed.access.Scope;
import seedbed.criteria.ArchivePlan;
import seedbed.criteria.ArchivePlan.Retention;
import seedbed.spreadsheet.Table;
import seedbed.web.Address;
import seedbed.web.Chips;
import seedbed.web.Choice;
import seedbed.web.PageRequest;
import seedbed.web.Pager;
import seedbed.word.Imprint;

/// Puts the register together for pages and files.
@Singleton
class RegisterReading {

  private static final List<Table.Column> COLUMNS =
      List.of(
          Table.Column.count("序号"),
          Table.Column.text("立档单位", 22),
          Table.Column.text("档案编号", 20),
          Table.Column.text("类别", 16),
          Table.Column.prose("题名", 40),
          Table.Column.text("文号", 22),
          Table.Column.text("来文或发往单位", 24),
          Table.Column.day("成文日期"),
          Table.Column.day("归档日期"),
          Table.Column.prose("企业", 24),
          Table.Column.text("保管期限", 10),
          Table.Column.count("份数"),
          Table.Column.count("页数"),
          Table.Column.text("存放位置", 16),
          Table.Column.prose("状态", 20),
          Table.Column.text("校验码", 22));

  private final VisibleDocuments documents;
  private final Permissions permissions;
  private final ArchivePlan plan;

  RegisterReading(VisibleDocuments documents, Permissions permissions, ArchivePlan plan) {
    this.documents = documents;
    this.permissions = permissions;
    this.plan = plan;
  }

  RegisterPage page(RegisterFilter filter, PageRequest page, Address here, Permission permission) {
    Scope scope = permission.scope();
    PageRequest.Sort sort = page.sortedBy(VisibleDocuments.ORDERS, VisibleDocuments.NEWEST);
    Map<String, Long> counts = documents.series(filter.withoutSeries(), scope);
    long total = total(counts, filter.wantedSeries());
    VisibleDocuments.Extent extent = documents.extent(scope);
    Map<String, String> units = extent.units();
    List<RegisterPage.Line> lines =
        documents.find(filter, scope, sort, page.size(), page.offset()).stream()
            .map(row -> line(row, units.size() > 1))
            .toList();
    return new RegisterPage(
        filter,
        List.of(series(counts, filter)),
        extent.years().stream().map(year -> new Choice(year, year + "年")).toList(),
        keeping(),
        units.size() > 1
            ? units.entrySet().stream()
                .map(unit -> new Choice(unit.getKey(), unit.getValue()))
                .toList()
            : List.of(),
        lines,
        Pager.of(page, total),
        total,
        filter.company() == null || lines.isEmpty() ? null : lines.getFirst().company(),
        permissions.allow(permission.caller(), Act.KEEP_ARCHIVE),
        new Address("/archive.xlsx", here.without("page").without("size").parameters()));
  }

  static List<Choice> keeping() {
    return Arrays.stream(Retention.values())
        .map(keep -> new Choice(keep.code(), keep.label()))
        .toList();
  }

  // The chips count every series beside each other; one of them is what is listed.
  private static long total(Map<String, Long> counts, @Nullable Series series) {
    return series == null
        ? counts.values().stream().mapToLong(Long::longValue).sum()
        : counts.getOrDefault(series.name(), 0L);
  }

  private Chips series(Map<String, Long> counts, RegisterFilter filter) {
    List<Chips.Chip> chips = new ArrayList<>();
    chips.add(new Chips.Chip("全部", "", total(counts, null), filter.series() == null));
    plan.series()
        .forEach((code, series) -> {
          Long count = counts.get(Series.of(code).orElseThrow().name());
          boolean current = code.equals(filter.series());
          if (count != null || current) {
            chips.add(new Chips.Chip(series.name(), code, count == null ? 0 : count, current));
          }
        });
    return new Chips("类别", "series", chips);
  }

  private RegisterPage.Line line(Listed row, boolean units) {
    Letter letter = row.letter();
    Amendments.Kind ending = row.ending();
    return new RegisterPage.Line(
        row.id(),
        row.number(),
        name(row.series()),
        row.subject(),
        units ? row.unit() : null,
        row.reference(),
        letter == null ? null : letter.counterpart(),
        row.datedOn(),
        row.enteredOn(),
        row.companyId(),
        row.company(),
        row.demo(),
        row.retention().label(),
        row.spot() == null ? null : row.spot().toString(),
        ending == null ? null : ending.label(),
        ending == null ? null : ending.styleClass(),
        row.files());
  }

  String name(Series series) {
    return plan.get(series.code()).name();
  }

  /// The same list as a table for a workbook.
  Table table(RegisterFilter filter, PageRequest page, Permission permission) {
    PageRequest.Sort sort = page.sortedBy(VisibleDocuments.ORDERS, VisibleDocuments.BY_NUMBER);
    int[] place = {0};
    return Table.of(
        "档案登记簿",
        COLUMNS,
        () ->
            documents
                .all(filter, permission.scope(), sort)
                .map(row -> cells(row, ++place[0]))
                .iterator());
  }

  private List<@Nullable Object> cells(Listed row, int place) {
    Letter letter = row.letter();
    return Arrays.asList(
        place,
        row.office(),
        row.number(),
        name(row.series()),
        row.subject(),
        row.reference(),
        letter == null ? null : letter.counterpart(),
        row.datedOn(),
        row.enteredOn(),
        row.company(),
        row.retention().label(),
        letter == null ? null : letter.copies(),
        letter == null ? null : letter.pages(),
        row.spot() == null ? null : row.spot().toString(),
        standing(row),
        Imprint.code(row.digest()));
  }

  /// In words; nothing while it holds.
  static @Nullable String standing(Listed row) {
    Amendments.Kind ending = row.ending();
    if (ending == null) {
      return null;
    }
    return switch (ending) {
      case VOIDED -> "作废：" + row.endReason();
      case REPLACED -> "已由" + row.replacedBy() + "替代";
      case CORRECTED -> null;
    };
  }
}
