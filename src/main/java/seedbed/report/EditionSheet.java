package seedbed.report;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.ClauseTable;
import seedbed.criteria.Document;
import seedbed.criteria.Edition;
import seedbed.criteria.Editions;
import seedbed.criteria.Overlay;
import seedbed.criteria.Selection;
import seedbed.criteria.Titles;
import seedbed.criteria.rule.Checklist;
import seedbed.criteria.rule.Checklist.Applicant;
import seedbed.web.Address;
import seedbed.web.Chips;
import seedbed.web.Refusal;
import seedbed.web.SplitBar;

/// One edition or yearly notice, read as the table of its document.
///
/// @param table null where a notice has nothing to be laid over
/// @param provedUntil the last day that a source proves, where the chosen day is later
/// @param base the edition that a notice is laid over
/// @param before the edition it replaced
/// @param provisional whether a clause of it waits for the year's notice
/// @param drafts whether the reader may make drafts from it
@Introspected
record EditionSheet(
    String id,
    String name,
    boolean notice,
    String level,
    Document document,
    String period,
    Edition.Status status,
    @Nullable LocalDate provedUntil,
    List<String> notes,
    List<Chips> choices,
    String title,
    String titleLabel,
    @Nullable ClauseTable table,
    @Nullable Edition base,
    @Nullable Address before,
    long cases,
    @Nullable Standing standing,
    boolean provisional,
    boolean drafts) {

  /// Which of its checklists is wanted; null stands for the first.
  record Choice(@Nullable String title, @Nullable String track, @Nullable String applicant) {}

  /// How the companies stand that are judged by it on the day.
  record Standing(SplitBar answers, boolean renewal, Address list) {}

  public boolean inForce() {
    return status == Edition.Status.IN_FORCE;
  }

  public String statusLabel() {
    return notice && status == Edition.Status.REPEALED ? "已结束" : status.label();
  }

  /// A notice is laid over an edition and has no drafts of its own.
  EditionSheet with(long known, @Nullable Standing found, boolean mayDraft) {
    return new EditionSheet(
        id,
        name,
        notice,
        level,
        document,
        period,
        status,
        provedUntil,
        notes,
        choices,
        title,
        titleLabel,
        table,
        base,
        before,
        known,
        found,
        provisional,
        mayDraft && !notice);
  }

  /// A sheet with the checklist it shows.
  record Opened(EditionSheet sheet, @Nullable Checklist checklist) {}

  static Opened of(
      Edition edition, Editions editions, Titles titles, Choice choice, LocalDate day) {
    var all = edition.checklists();
    var title = pick("title", "称号", choice.title, all, Checklist::title);
    var byTitle = all.stream().filter(each -> each.title().equals(title)).toList();
    var track = pick("track", "类别", choice.track, all, byTitle, Checklist::track);
    var byTrack = byTitle.stream().filter(each -> each.track().equals(track)).toList();
    var applicant =
        pick("applicant", "申报类型", choice.applicant, all, byTrack, EditionSheet::applicant);
    var checklist =
        byTrack.stream()
            .filter(each -> applicant(each).equals(applicant))
            .findFirst()
            .orElseThrow();
    var choices =
        Stream.of(
                chips("称号", "title", title, all, Checklist::title, code -> label(code, titles)),
                chips("类别", "track", track, byTitle, Checklist::track, EditionList::track),
                chips(
                    "申报类型",
                    "applicant",
                    applicant,
                    byTrack,
                    EditionSheet::applicant,
                    EditionSheet::applicantLabel))
            .flatMap(List::stream)
            .toList();
    var to = edition.to();
    return new Opened(
        new EditionSheet(
            edition.id(),
            edition.name(),
            false,
            edition.level().label(),
            edition.document(),
            to == null ? edition.from() + " 起施行" : "施行期间 " + edition.from() + " 至 " + to,
            edition.status(day),
            edition.carriedOn(day) ? edition.provedUntil() : null,
            edition.notes(),
            choices,
            title,
            label(title, titles),
            ClauseTable.of(checklist, edition.document()),
            null,
            before(edition, title, editions),
            0,
            null,
            edition.provisional(),
            false),
        checklist);
  }

  static Opened of(Overlay notice, Editions editions, Titles titles, Choice choice, LocalDate day) {
    var applicants =
        notice.rules().stream().map(rule -> rule.applicant().code()).distinct().toList();
    var applicant =
        pick("applicant", "申报类型", choice.applicant, applicants, applicants, code -> code);
    var judged = within(notice, day);
    var checklist =
        switch (editions.checklist(
            notice.id(), choice.track == null ? "general" : choice.track, of(applicant), judged)) {
          case Selection.Found(var found) -> found;
          case Selection.NoSuchEdition _, Selection.NoSuchChecklist _, Selection.NothingInForce _ ->
              null;
        };
    var base = checklist == null ? null : editions.find(checklist.edition()).orElse(null);
    return new Opened(
        new EditionSheet(
            notice.id(),
            notice.name(),
            true,
            titles.get(notice.title()).level().label(),
            notice.document(),
            "适用期间 " + notice.from() + " 至 " + notice.to(),
            EditionList.status(notice, day),
            null,
            notice.notes(),
            chips(
                "申报类型",
                "applicant",
                applicant,
                applicants,
                code -> code,
                EditionSheet::applicantLabel),
            notice.title(),
            label(notice.title(), titles),
            checklist == null || base == null ? null : ClauseTable.of(checklist, base.document()),
            base,
            null,
            0,
            null,
            false,
            false),
        checklist);
  }

  private static LocalDate within(Overlay notice, LocalDate day) {
    return day.isBefore(notice.from())
        ? notice.from()
        : day.isAfter(notice.to()) ? notice.to() : day;
  }

  private static <T> String pick(
      String parameter,
      String label,
      @Nullable String wanted,
      List<T> all,
      Function<T, String> code) {
    return pick(parameter, label, wanted, all, all, code);
  }

  /// What is wanted if it is to be had here; another value of the edition gives way to the first.
  private static <T> String pick(
      String parameter,
      String label,
      @Nullable String wanted,
      List<T> all,
      List<T> here,
      Function<T, String> code) {
    if (wanted != null && all.stream().map(code).noneMatch(wanted::equals)) {
      throw new Refusal.Invalid(parameter, "这个版本没有“" + wanted + "”这一" + label + "。");
    }
    return here.stream()
        .map(code)
        .filter(value -> value.equals(wanted))
        .findFirst()
        .orElseGet(() -> code.apply(here.getFirst()));
  }

  /// Nothing to choose where there is only one.
  private static <T> List<Chips> chips(
      String label,
      String parameter,
      String current,
      List<T> values,
      Function<T, String> code,
      Function<String, String> words) {
    var codes = values.stream().map(code).distinct().toList();
    return codes.size() < 2
        ? List.of()
        : List.of(
            new Chips(
                label,
                parameter,
                codes.stream()
                    .map(each ->
                        new Chips.Chip(
                            words.apply(each), each, null, Objects.equals(each, current)))
                    .toList()));
  }

  private static @Nullable Address before(Edition edition, String title, Editions editions) {
    return editions.timeline(title).stream()
        .filter(each -> each.from().isBefore(edition.from()))
        .reduce((_, later) -> later)
        .map(each ->
            Address.of("/editions/comparison")
                .with("from", each.id())
                .with("to", edition.id())
                .with("title", title))
        .orElse(null);
  }

  private static String label(String title, Titles titles) {
    return titles.get(title).label();
  }

  private static String applicant(Checklist checklist) {
    return checklist.applicant().code();
  }

  static Applicant of(String applicant) {
    return Stream.of(Applicant.values())
        .filter(each -> each.code().equals(applicant))
        .findFirst()
        .orElseThrow(() -> new Refusal.Invalid("applicant", "没有“" + applicant + "”这一申报类型。"));
  }

  private static String applicantLabel(String code) {
    return of(code).label();
  }
}
