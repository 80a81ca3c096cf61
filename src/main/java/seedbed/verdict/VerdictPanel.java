package seedbed.verdict;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.company.Company;
import seedbed.criteria.Edition;
import seedbed.criteria.Editions;
import seedbed.criteria.Overlay;
import seedbed.criteria.rule.Cell;
import seedbed.criteria.rule.Checklist.Applicant;
import seedbed.criteria.rule.Cliff;
import seedbed.criteria.rule.Finding;
import seedbed.criteria.rule.Reason;
import seedbed.criteria.rule.Title;
import seedbed.criteria.rule.Truth;
import seedbed.criteria.rule.Verdict;
import seedbed.figure.Entry;
import seedbed.figure.FigureSheet;

/// A verdict as the page says it: the answer, what it rests on, the ways, then every clause.
@Introspected
public record VerdictPanel(
    long company,
    String title,
    String heading,
    Truth truth,
    String number,
    Tally tally,
    Basis basis,
    List<Note> notes,
    List<WayCard> ways,
    List<WayCard.Open> question,
    List<String> cliffs,
    List<FindingRow> findings,
    boolean open) {

  /// How many criteria stand how; only what there is.
  @Introspected
  public record Tally(int total, List<Part> parts) {}

  @Introspected
  public record Part(String words, String styleClass) {}

  /// The documents a verdict rests on.
  @Introspected
  public record Basis(
      String edition,
      String document,
      @Nullable String overlay,
      @Nullable String notice,
      int year) {}

  /// Something to know before the verdict is relied on.
  @Introspected
  public record Note(String mark, String words) {}

  public static VerdictPanel of(
      Company company,
      Title title,
      Verdict verdict,
      Editions editions,
      Sources sources,
      boolean open) {
    var checklist = verdict.checklist();
    var edition = editions.find(checklist.edition()).orElseThrow();
    var overlay =
        checklist.overlay() == null ? null : editions.notice(checklist.overlay()).orElseThrow();
    var on = verdict.facts().on();
    return new VerdictPanel(
        company.id(),
        title.code(),
        title.label() + "（" + checklist.applicant().label() + "）：" + answer(verdict),
        verdict.truth(),
        verdict.number(),
        tally(verdict),
        basis(edition, overlay, on),
        notes(verdict, edition, sources),
        WayCard.of(verdict, sources.places()),
        verdict.truth() == Truth.UNKNOWN
            ? WayCard.open(verdict.question(), verdict.facts(), sources.places())
            : List.of(),
        verdict.truth() == Truth.MET
            ? List.of()
            : verdict.cliffs().stream().map(VerdictPanel::cliff).toList(),
        FindingRows.of(verdict, sources, open),
        open);
  }

  /// Without the clauses that are met.
  public VerdictPanel onlyOpen() {
    var kept = new ArrayList<FindingRow>();
    var keeping = false;
    for (var row : findings) {
      // A clause has a number; its parts follow without one.
      keeping = row.number().isEmpty() ? keeping : row.truth() != Truth.MET;
      if (keeping) {
        kept.add(row);
      }
    }
    return new VerdictPanel(
        company, title, heading, truth, number, tally, basis, notes, ways, question, cliffs, kept,
        true);
  }

  private static String answer(Verdict verdict) {
    var renewal = verdict.checklist().applicant() == Applicant.RENEWAL;
    return switch (verdict.truth()) {
      case MET -> renewal ? "复核条件满足" : "可报";
      case NOT_MET -> renewal ? "复核条件不满足" : "暂不可报";
      case UNKNOWN -> "待定";
    };
  }

  private static Tally tally(Verdict verdict) {
    var waived = verdict.findings().stream().filter(each -> each.waiver() != null).count();
    var parts =
        Stream.of(
                part(verdict.count(Truth.MET) - waived, "满足", "met"),
                part(verdict.count(Truth.NOT_MET), "不满足", "not"),
                part(verdict.count(Truth.UNKNOWN), unknownWord(verdict), "unknown"),
                part(waived, "本年度不考查", ""))
            .flatMap(Optional::stream)
            .toList();
    return new Tally(verdict.findings().size(), parts);
  }

  private static Optional<Part> part(long count, String word, String styleClass) {
    return count == 0 ? Optional.empty() : Optional.of(new Part(count + " 项" + word, styleClass));
  }

  private static String unknownWord(Verdict verdict) {
    return verdict.findings().stream()
            .filter(each -> each.truth() == Truth.UNKNOWN)
            .allMatch(each -> each.reason() == Reason.NEEDS_JUDGEMENT)
        ? "待认定"
        : "待定";
  }

  private static Basis basis(Edition edition, @Nullable Overlay overlay, LocalDate on) {
    return new Basis(
        edition.id(),
        edition.document().shown(),
        overlay == null ? null : overlay.id(),
        overlay == null ? null : overlay.document().shown(),
        on.getYear() - 1);
  }

  private static List<Note> notes(Verdict verdict, Edition edition, Sources sources) {
    var on = verdict.facts().on();
    var notes = new ArrayList<Note>();
    if (verdict.sensitive()) {
      notes.add(new Note("口径敏感", "条文有不同读法，结论随读法而变；各种读法的结果见下表。"));
    }
    if (edition.carriedOn(on)) {
      notes.add(new Note("沿用待核", "有来源证明的适用期到 " + edition.provedUntil() + "，其后按沿用判定。"));
    }
    var doubtful =
        verdict.findings().stream()
            .flatMap(VerdictPanel::withParts)
            .filter(each -> each.clause().toBeVerified())
            .count();
    if (doubtful > 0) {
      notes.add(new Note("待核", "有 " + doubtful + " 处条文未与文件原文核对，下表标有“待核”。"));
    }
    var unconfirmed = unconfirmed(verdict);
    if (!unconfirmed.isEmpty()) {
      notes.add(new Note("待核实", "所用数据中有 " + unconfirmed.size() + " 项尚未核实，结论只供自查。"));
    }
    contradictions(verdict, sources).forEach(words -> notes.add(new Note("请核对", words + "。")));
    return List.copyOf(notes);
  }

  /// What on file speaks against facts that a verdict rests on: `高新技术企业：佐证“…”有效期至 …`.
  public static List<String> contradictions(Verdict verdict, Sources sources) {
    return verdict.findings().stream()
        .flatMap(VerdictPanel::withParts)
        .flatMap(finding -> contradictions(finding, sources))
        .distinct()
        .toList();
  }

  private static Stream<String> contradictions(Finding finding, Sources sources) {
    return Stream.concat(
        finding.used().stream()
            .map(sources::line)
            .filter(line -> !line.warning().isEmpty())
            .map(line -> line.name() + "：" + line.warning()),
        Stream.of(sources.warning(finding)).filter(warning -> !warning.isEmpty()));
  }

  /// What a verdict rests on and nobody has answered for.
  public static List<Cell> unconfirmed(Verdict verdict) {
    return verdict.findings().stream()
        .flatMap(VerdictPanel::withParts)
        .flatMap(finding -> finding.used().stream())
        .filter(Finding.Used::unconfirmed)
        .map(Finding.Used::cell)
        .distinct()
        .toList();
  }

  /// What a verdict rests on that is only known for a day and was reported before a moment: nobody
  /// has said since that it still holds. Figures of a year are reported anew each year.
  public static List<String> carried(Verdict verdict, FigureSheet figures, Instant since) {
    var on = verdict.facts().on();
    return verdict.findings().stream()
        .flatMap(VerdictPanel::withParts)
        .flatMap(finding -> finding.used().stream())
        .filter(used -> used.value() != null && !used.cell().yearly())
        .map(Finding.Used::cell)
        .distinct()
        .filter(cell ->
            figures
                .onDay(cell.indicator().code(), on)
                .flatMap(Entry::decided)
                .filter(each -> each.figure().reportedAt().isBefore(since))
                .isPresent())
        .map(cell -> Shown.name(cell, on))
        .toList();
  }

  private static Stream<Finding> withParts(Finding finding) {
    return Stream.concat(
        Stream.of(finding), finding.parts().stream().flatMap(VerdictPanel::withParts));
  }

  private static String cliff(Cliff cliff) {
    return cliff.cell().indicator().label()
        + "达到 "
        + Shown.fact(cliff.cell().indicator(), cliff.at())
        + "时，要求由“"
        + cliff.below()
        + "”变为“"
        + cliff.from()
        + "”。";
  }
}
