package seedbed.report;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.ChecklistTrack;
import seedbed.criteria.ClauseTable;
import seedbed.criteria.Document;
import seedbed.criteria.Edition;
import seedbed.criteria.Editions;
import seedbed.criteria.Level;
import seedbed.criteria.Overlay;
import seedbed.criteria.Titles;
import seedbed.criteria.rule.Checklist.Applicant;
import seedbed.web.Address;
import seedbed.web.Chips;
import seedbed.web.Refusal;
import seedbed.web.Timeline;

/// The editions and yearly notices published by a day, by the level of government.
@Introspected
record EditionList(
    long inForce,
    long notices,
    long carriedOn,
    long toBeVerified,
    List<Chips> filters,
    List<Group> groups) {

  /// What the list is narrowed to; null stands for all.
  record Filter(@Nullable String level, @Nullable String title, @Nullable String status) {}

  record Group(String label, Timeline timeline, List<Row> rows) {}

  /// One edition or notice.
  ///
  /// @param audience tracks and kinds of applicants
  record Row(
      String id,
      String name,
      boolean notice,
      Level level,
      List<String> titles,
      String titleLabels,
      String audience,
      String document,
      LocalDate from,
      @Nullable LocalDate to,
      Edition.Status status,
      boolean carriedOn,
      long clauses,
      long toBeVerified) {

    public String period() {
      return to == null ? from + " 起" : from + " 至 " + to;
    }

    public boolean inForce() {
      return status == Edition.Status.IN_FORCE;
    }

    /// A notice goes with its own calendar word: rounds end, they are not repealed.
    public String statusLabel() {
      return notice && status == Edition.Status.REPEALED ? "已结束" : status.label();
    }
  }

  static EditionList of(Editions editions, Titles titles, Filter filter, LocalDate day) {
    var all =
        Stream.concat(
                editions.all().stream()
                    .filter(each -> each.publishedBy(day))
                    .map(each -> row(each, titles, day)),
                editions.notices().stream()
                    .filter(each -> each.publishedBy(day))
                    .map(each -> row(each, titles, day)))
            .toList();
    var facets = new Facets(all, filter);
    var shown = facets.shown();
    return new EditionList(
        shown.stream().filter(row -> row.inForce() && !row.notice).count(),
        shown.stream().filter(row -> row.inForce() && row.notice).count(),
        shown.stream().filter(Row::carriedOn).count(),
        shown.stream().filter(row -> row.toBeVerified > 0).count(),
        facets.chips(titles),
        Stream.of(Level.NATIONAL, Level.PROVINCIAL, Level.MUNICIPAL)
            .map(level -> group(level, shown, titles, day))
            .flatMap(Stream::ofNullable)
            .toList());
  }

  private static @Nullable Group group(Level level, List<Row> shown, Titles titles, LocalDate day) {
    var rows =
        titles.ladder().reversed().stream()
            .flatMap(rung ->
                shown.stream()
                    .filter(row -> row.level == level && row.titles.getFirst().equals(rung.code())))
            .toList();
    return rows.isEmpty()
        ? null
        : new Group(
            level.label(),
            Timeline.of(rows.stream().map(row -> span(row, titles)).toList(), day),
            rows);
  }

  private static Timeline.Span span(Row row, Titles titles) {
    var title = titles.get(row.titles.getFirst()).shortLabel();
    var year = " " + row.from.getYear() + (row.notice ? " 年度通知" : " 版");
    var to = row.to;
    return new Timeline.Span(
        title + year,
        row.from,
        to == null ? null : to.plusDays(1),
        Address.of("/editions/" + row.id));
  }

  private static Row row(Edition edition, Titles titles, LocalDate day) {
    var tables =
        edition.checklists().stream()
            .map(each -> ClauseTable.of(each, edition.document()))
            .toList();
    return new Row(
        edition.id(),
        edition.name(),
        false,
        edition.level(),
        edition.titles(),
        labels(edition.titles(), titles),
        audience(edition.tracks(), edition.applicants()),
        shown(edition.document()),
        edition.from(),
        edition.to(),
        edition.status(day),
        edition.carriedOn(day),
        tables.stream().mapToLong(ClauseTable::clauses).max().orElse(0),
        tables.stream().mapToLong(ClauseTable::toBeVerified).max().orElse(0));
  }

  private static Row row(Overlay notice, Titles titles, LocalDate day) {
    var clauses =
        notice.rules().stream()
            .flatMap(rule ->
                Stream.concat(
                    rule.waived().stream(), rule.added().stream().map(each -> each.clause())))
            .toList();
    return new Row(
        notice.id(),
        notice.name(),
        true,
        titles.get(notice.title()).level(),
        List.of(notice.title()),
        labels(List.of(notice.title()), titles),
        audience(List.of(), notice.rules().stream().map(Overlay.Rule::applicant).toList()),
        shown(notice.document()),
        notice.from(),
        notice.to(),
        status(notice, day),
        false,
        clauses.size(),
        clauses.stream().filter(each -> each.toBeVerified()).count());
  }

  static Edition.Status status(Overlay notice, LocalDate day) {
    if (notice.covers(day)) {
      return Edition.Status.IN_FORCE;
    }
    return day.isBefore(notice.from()) ? Edition.Status.NOT_YET_IN_FORCE : Edition.Status.REPEALED;
  }

  private static String shown(Document document) {
    return document.shown();
  }

  private static String labels(List<String> titles, Titles known) {
    return titles.stream().map(code -> known.get(code).label()).collect(Collectors.joining("、"));
  }

  private static String audience(List<String> tracks, List<Applicant> applicants) {
    return Stream.of(
            tracks.stream().map(EditionList::track).collect(Collectors.joining("、")),
            applicants.stream().distinct().map(Applicant::label).collect(Collectors.joining("、")))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  static String track(String code) {
    return ChecklistTrack.of(code).map(ChecklistTrack::label).orElse(code);
  }

  /// The values of each filter, counted under the other two.
  private record Facets(List<Row> all, Filter filter) {

    List<Row> shown() {
      return all.stream().filter(row -> byLevel(row) && byTitle(row) && byStatus(row)).toList();
    }

    List<Chips> chips(Titles titles) {
      return List.of(
          chips(
              "级别",
              "level",
              filter.level,
              Stream.of(Level.NATIONAL, Level.PROVINCIAL, Level.MUNICIPAL)
                  .map(level -> new Value(level.code(), level.label()))
                  .toList(),
              all.stream().filter(row -> byTitle(row) && byStatus(row)).toList(),
              row -> List.of(row.level.code())),
          chips(
              "称号",
              "title",
              filter.title,
              titles.ladder().stream()
                  .filter(rung -> all.stream().anyMatch(row -> row.titles.contains(rung.code())))
                  .map(rung -> new Value(rung.code(), rung.shortLabel()))
                  .toList(),
              all.stream().filter(row -> byLevel(row) && byStatus(row)).toList(),
              Row::titles),
          chips(
              "状态",
              "status",
              filter.status,
              Stream.of(Edition.Status.values())
                  .map(status -> new Value(status.code(), status.label()))
                  .toList(),
              all.stream().filter(row -> byLevel(row) && byTitle(row)).toList(),
              row -> List.of(row.status.code())));
    }

    private record Value(String code, String label) {}

    private static Chips chips(
        String label,
        String parameter,
        @Nullable String wanted,
        List<Value> values,
        List<Row> rows,
        Function<Row, List<String>> codes) {
      var chips = new ArrayList<Chips.Chip>();
      chips.add(new Chips.Chip("全部", "", (long) rows.size(), wanted == null));
      for (var value : values) {
        var count = rows.stream().filter(row -> codes.apply(row).contains(value.code)).count();
        chips.add(
            new Chips.Chip(value.label, value.code, count, Objects.equals(value.code, wanted)));
      }
      if (chips.stream().noneMatch(Chips.Chip::current)) {
        throw new Refusal.Invalid(parameter, "没有“" + wanted + "”这一" + label + "，请从筛选项中选择。");
      }
      return new Chips(label, parameter, List.copyOf(chips));
    }

    private boolean byLevel(Row row) {
      return filter.level == null || row.level.code().equals(filter.level);
    }

    private boolean byTitle(Row row) {
      return filter.title == null || row.titles.contains(filter.title);
    }

    private boolean byStatus(Row row) {
      return filter.status == null || row.status.code().equals(filter.status);
    }
  }
}
