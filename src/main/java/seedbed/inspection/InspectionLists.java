package seedbed.inspection;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import seedbed.access.Act;
import seedbed.access.Permission;
import seedbed.access.Permissions;
import seedbed.access.Role;
import seedbed.inspection.VisibleInspections.Query;
import seedbed.inspection.VisibleInspections.Reader;
import seedbed.inspection.VisibleInspections.Tally;
import seedbed.web.Chips;
import seedbed.web.Choice;
import seedbed.web.PageRequest;
import seedbed.web.Pager;
import seedbed.web.Refusal;

/// Lists of inspections, for pages and files alike.
@Singleton
class InspectionLists {

  private static final int YEARS = 4;
  private static final int LONGEST = 80;

  private final VisibleInspections visible;
  private final Permissions permissions;
  private final Clock clock;

  InspectionLists(VisibleInspections visible, Permissions permissions, Clock clock) {
    this.visible = visible;
    this.permissions = permissions;
    this.clock = clock;
  }

  /// What was asked for in the address.
  record Asked(
      @Nullable String show,
      @Nullable String mark,
      @Nullable String year,
      @Nullable String unit,
      @Nullable String kind,
      @Nullable String company,
      @Nullable String q) {}

  Query query(Asked asked, Role role) {
    String show = text(asked.show());
    String mark = text(asked.mark());
    return new Query(
        show == null
            ? null
            : Standing.of(show)
                .orElseThrow(() -> new Refusal.Invalid("show", "没有“" + show + "”这种状态，请从页面上选择。")),
        mark == null
            ? null
            : Mark.of(mark)
                .filter(Mark.of(role)::contains)
                .orElseThrow(() -> new Refusal.Invalid("mark", "没有“" + mark + "”这种情况，请从页面上选择。")),
        year(asked.year()),
        text(asked.unit()),
        kind(text(asked.kind())),
        number(asked.company()),
        text(asked.q()));
  }

  InspectionList list(Query query, PageRequest page, Permission permission) {
    Reader reader = Reader.of(permission);
    Tally all = visible.tally(query.standing(null).mark(null), reader);
    Tally shown =
        query.standing() == null && query.mark() == null ? all : visible.tally(query, reader);
    LocalDate today = LocalDate.now(clock);
    return new InspectionList(
        standings(query, all, reader.unit() != null),
        marks(query, all, permission.caller().role()),
        value(query.standing() == null ? null : query.standing().code()),
        value(query.mark() == null ? null : query.mark().code()),
        value(query.unit()),
        value(query.kind()),
        value(query.named()),
        query.year() == null ? "" : "" + query.year(),
        query.company() == null ? "" : "" + query.company(),
        reader.unit() == null
            ? visible.units(reader).entrySet().stream()
                .map(unit -> new Choice(unit.getKey(), unit.getValue()))
                .toList()
            : List.of(),
        kinds(),
        IntStream.range(0, YEARS)
            .mapToObj(back -> "" + (today.getYear() - back))
            .map(year -> new Choice(year, year + " 年"))
            .toList(),
        visible.list(query, reader, page.size(), page.offset()).stream()
            .map(InspectionLists::line)
            .toList(),
        Pager.of(page, shown.all()),
        all.of(Standing.LATE),
        permissions.allow(permission.caller(), Act.FILE_INSPECTION),
        permissions.allow(permission.caller(), Act.EXPORT_INSPECTIONS));
  }

  List<InspectionList.Line> lines(Query query, Reader reader, int limit, int offset) {
    return visible.list(query, reader, limit, offset).stream().map(InspectionLists::line).toList();
  }

  private static Chips standings(Query query, Tally all, boolean own) {
    List<Chips.Chip> chips = new ArrayList<>();
    chips.add(new Chips.Chip("全部", "", all.all(), query.standing() == null));
    for (Standing standing : Standing.values()) {
      if (own || standing != Standing.DRAFT) {
        chips.add(
            new Chips.Chip(
                standing.label(), standing.code(), all.of(standing), standing == query.standing()));
      }
    }
    return new Chips("状态", "show", chips);
  }

  private static Chips marks(Query query, Tally all, Role role) {
    List<Chips.Chip> chips = new ArrayList<>();
    chips.add(new Chips.Chip("全部", "", all.all(), query.mark() == null));
    Mark.of(role).stream()
        .map(mark -> new Chips.Chip(mark.label(), mark.code(), all.of(mark), mark == query.mark()))
        .forEach(chips::add);
    return new Chips("情况", "mark", chips);
  }

  static InspectionList.Line line(VisibleInspections.Row row) {
    Integer limit = row.yearLimit();
    String frequency =
        row.plannedOn() == null
            ? ""
            : (row.counts() ? "第 " + (row.countBefore() + 1) + " 次" : "不计入")
                + (limit == null ? "，上限未知" : "，上限 " + limit + " 次");
    return new InspectionList.Line(
        row.id(),
        row.company(),
        row.demo(),
        row.region(),
        row.unit(),
        row.item() == null ? "（填写中）" : row.item(),
        row.kind() == null ? "" : row.kind().label(),
        row.area() == null ? "" : row.area().label(),
        row.plannedOn(),
        row.filedOn(),
        row.dueOn(),
        row.concludedOn(),
        row.standing().label(),
        row.standing().styleClass(),
        row.afterwards(),
        row.exemption() == null ? "" : row.exemption().label(),
        frequency,
        row.counts() && limit != null && row.countBefore() >= limit,
        row.late(),
        row.problems(),
        value(row.archiveNumber()));
  }

  private static @Nullable String kind(@Nullable String typed) {
    if (typed != null && !typed.equals(Query.UNSAID) && Coded.of(Kind.class, typed).isEmpty()) {
      throw new Refusal.Invalid("kind", "没有“" + typed + "”这种检查，请从页面上选择。");
    }
    return typed;
  }

  private static List<Choice> kinds() {
    List<Choice> kinds = new ArrayList<>(Coded.choices(Kind.class));
    kinds.add(new Choice(Query.UNSAID, "未填写"));
    return kinds;
  }

  private static @Nullable Integer year(@Nullable String typed) {
    String year = text(typed);
    if (year == null) {
      return null;
    }
    if (!year.matches("20[0-9]{2}")) {
      throw new Refusal.Invalid("year", "年度应为四位数字，例如 2026。");
    }
    return Integer.valueOf(year);
  }

  private static @Nullable Long number(@Nullable String typed) {
    String number = text(typed);
    if (number == null) {
      return null;
    }
    if (!number.matches("[0-9]{1,18}")) {
      throw new Refusal.Invalid("company", "没有这家企业，请从页面上选择。");
    }
    return Long.valueOf(number);
  }

  private static @Nullable String text(@Nullable String typed) {
    if (typed == null || typed.isBlank()) {
      return null;
    }
    String text = typed.strip();
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }

  private static String value(@Nullable String text) {
    return text == null ? "" : text;
  }
}
