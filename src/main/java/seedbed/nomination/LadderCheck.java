package seedbed.nomination;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import seedbed.criteria.Titles;
import seedbed.criteria.rule.Cell;
import seedbed.criteria.rule.Cells;
import seedbed.criteria.rule.Criterion;
import seedbed.criteria.rule.Facts;
import seedbed.criteria.rule.Judging;
import seedbed.criteria.rule.Pathfinding;
import seedbed.criteria.rule.Title;
import seedbed.criteria.rule.Truth;
import seedbed.nomination.Concern.Kind;

/// Whether the entries of plans fit together as ladders: is the rung below there before each, and
/// is nothing planned twice.
///
/// Of the checklist in force at the year's application only those clauses count that ask for
/// another title. They are judged on what is known, with the titles supposed that the plan wants
/// for earlier years. What else a checklist asks for is the business of the verdict.
final class LadderCheck {

  private final Titles titles;
  private final Knowledge knowledge;
  private final MonthDay appliedOn;
  private final LocalDate today;

  /// @param appliedOn the day of a year on which it is taken to be applied
  LadderCheck(Titles titles, Knowledge knowledge, MonthDay appliedOn, LocalDate today) {
    this.titles = titles;
    this.knowledge = knowledge;
    this.appliedOn = appliedOn;
    this.today = today;
  }

  /// The concerns of every entry, the gravest first; one that is clean has one that says so.
  Map<Long, List<Concern>> check(List<Entry> entries) {
    Map<Long, List<Entry>> byCompany = new HashMap<>();
    for (var entry : entries) {
      byCompany.computeIfAbsent(entry.companyId(), _ -> new ArrayList<>()).add(entry);
    }
    Map<Long, List<Concern>> concerns = new LinkedHashMap<>();
    for (var entry : entries) {
      concerns.put(entry.id(), check(entry, byCompany.getOrDefault(entry.companyId(), List.of())));
    }
    return concerns;
  }

  private List<Concern> check(Entry entry, List<Entry> ofCompany) {
    List<Concern> found = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    var rung = new Rung(entry, ofCompany);
    rung.clauses().forEach(clause -> rung.judge(clause, found, notes));
    rung.required(found, notes);
    rung.twice().ifPresent(found::add);
    rung.sameYear().ifPresent(found::add);
    if (found.isEmpty()) {
      found.add(new Concern(Kind.CLEAN, rung.chain(), null, List.of(), notes));
    } else if (!notes.isEmpty()) {
      found.set(0, noting(found.getFirst(), notes));
    }
    found.sort(Comparator.comparing(Concern::kind));
    return List.copyOf(found);
  }

  private static Concern noting(Concern concern, List<String> notes) {
    return new Concern(
        concern.kind(), concern.sentence(), concern.clause(), concern.missing(), notes);
  }

  /// One entry among all those of its company.
  private final class Rung {
    private final Entry entry;
    private final List<Entry> ofCompany;
    private final LocalDate day;
    private final Facts facts;

    Rung(Entry entry, List<Entry> ofCompany) {
      this.entry = entry;
      this.ofCompany = ofCompany;
      day = appliedOn.atYear(entry.year());
      facts = supposed();
    }

    /// What is known on the day, with the titles that are planned for earlier years. Whether one
    /// that runs out before the day is renewed, nobody knows yet.
    private Facts supposed() {
      var known = knowledge.facts(entry.companyId(), day);
      var supposed = known.but();
      titles.ladder().stream()
          .filter(title -> runsOut(title.code()))
          .forEach(title -> supposed.held(title.title(), Truth.UNKNOWN));
      for (var earlier : earlier()) {
        var title = titles.get(earlier.title()).title();
        if (!missed(earlier, day)) {
          supposed.held(title, Truth.MET);
        }
      }
      return supposed.build();
    }

    /// Whether a title is held today and ends before the day, with nothing else known against it.
    private boolean runsOut(String title) {
      return day.isAfter(today)
          && knowledge.holds(entry.companyId(), title, today) == Truth.MET
          && knowledge.holds(entry.companyId(), title, day) == Truth.NOT_MET;
    }

    private List<Entry> earlier() {
      return ofCompany.stream()
          .filter(other -> other.year() < entry.year())
          .sorted(Comparator.comparingInt(Entry::year))
          .toList();
    }

    /// Whether it is known that nothing came of an entry: its year is over, and the title is not
    /// held.
    private boolean missed(Entry other, LocalDate on) {
      return other.year() < today.getYear()
          && knowledge.holds(other.companyId(), other.title(), on) == Truth.NOT_MET;
    }

    /// The clauses that ask for a title, as small as they stand by themselves.
    List<Criterion> clauses() {
      return knowledge
          .checklist(entry.companyId(), entry.title(), day)
          .map(checklist ->
              checklist.criteria().stream()
                  .flatMap(LadderCheck::single)
                  .filter(criterion -> holds(criterion).findAny().isPresent())
                  .toList())
          .orElse(List.of());
    }

    void judge(Criterion clause, List<Concern> found, List<String> notes) {
      var truth = Judging.judge(clause, facts);
      if (truth == Truth.MET) {
        return;
      }
      var below = holds(clause).anyMatch(each -> Judging.judge(each, facts) == Truth.MET);
      if (truth == Truth.NOT_MET) {
        found.add(concern(Kind.MISSING_PREREQUISITE, "不满足：须" + words(clause), clause, List.of()));
      } else if (below) {
        notes.add("前一级已衔接，该条另需" + words(clause) + "（" + clause.clause().citation() + "）");
      } else {
        found.add(concern(Kind.UNKNOWN, "待定，需要" + words(clause), clause, question(clause)));
      }
    }

    private Concern concern(Kind kind, String sentence, Criterion clause, List<String> missing) {
      return new Concern(kind, sentence + "。", clause.clause().citation(), missing, List.of());
    }

    private List<String> question(Criterion clause) {
      var way = Pathfinding.smallestQuestion(List.of(clause), facts);
      return Stream.concat(
              way.missing().stream().map(this::name),
              way.missingTitles().stream().map(title -> title.label() + "的持有情况"))
          .toList();
    }

    private String name(Cell cell) {
      var label = cell.indicator().label();
      return cell.yearly() ? cell.year(day) + "年" + label : label;
    }

    /// What is still to be shown, in the words of the clause; alternatives side by side.
    private String words(Criterion criterion) {
      return switch (criterion) {
        case Criterion.Any any ->
            any.parts().stream().map(this::words).collect(Collectors.joining("，或"));
        case Criterion.All all ->
            all.parts().stream()
                .filter(part -> Judging.judge(part, facts) != Truth.MET)
                .map(this::words)
                .collect(Collectors.joining("且"));
        case Criterion.Holds held ->
            "先取得" + held.titles().stream().map(this::named).collect(Collectors.joining("、"));
        default -> criterion.clause().text();
      };
    }

    /// A title, and what keeps it from being there: it runs out first, or the plan has it too late.
    private String named(Title title) {
      if (runsOut(title.code())) {
        return titles.get(title.code()).shortLabel() + "（现有的在申报前到期，须先通过复核）";
      }
      return titles.get(title.code()).shortLabel()
          + ofCompany.stream()
              .filter(other -> other.title().equals(title.code()) && other.year() >= entry.year())
              .findFirst()
              .map(other -> "（本计划列在" + other.year() + "年）")
              .orElse("");
    }

    /// What the ladder asks for besides the checklist.
    void required(List<Concern> found, List<String> notes) {
      titles
          .get(entry.title())
          .requirement(day)
          .filter(required -> !asked(required))
          .ifPresent(required -> required(required, found, notes));
    }

    private boolean asked(Titles.Requirement required) {
      return clauses().stream()
          .flatMap(LadderCheck::holds)
          .flatMap(held -> held.titles().stream())
          .anyMatch(title -> required.titles().contains(title.code()));
    }

    private void required(Titles.Requirement required, List<Concern> found, List<String> notes) {
      var below = required.titles().stream().map(code -> titles.get(code)).toList();
      var standing =
          below.stream().map(title -> facts.holds(title.title())).reduce(Truth.NOT_MET, Truth::or);
      var words =
          below.stream().map(title -> named(title.title())).collect(Collectors.joining("或"));
      switch (standing) {
        case MET -> {}
        case NOT_MET ->
            found.add(
                new Concern(
                    Kind.MISSING_PREREQUISITE,
                    "申报前须先取得%s，目前没有持有，%s。".formatted(words, listed(required)),
                    required.document(),
                    List.of(),
                    List.of()));
        case UNKNOWN -> {
          // Whether a company is in a pool is for the office to look up, not for the company to
          // win.
          if (below.stream().allMatch(title -> title.kind() == Titles.Kind.POOL)) {
            notes.add("申报前须在%s，入库情况未登记，请核对（%s）".formatted(words, required.document()));
          } else {
            found.add(
                new Concern(
                    Kind.UNKNOWN,
                    "待定，需要先取得%s。".formatted(words),
                    required.document(),
                    below.stream().map(title -> title.label() + "的持有情况").toList(),
                    List.of()));
          }
        }
      }
    }

    /// Whether the plan had what is required for an earlier year; nothing came of it then.
    private String listed(Titles.Requirement required) {
      return earlier().stream()
          .filter(other -> required.titles().contains(other.title()))
          .reduce((_, later) -> later)
          .map(other -> other.year() + "年列入后没有取得")
          .orElse("以前年度也没有列入");
    }

    /// The same title held already, or planned before without anything known to have come of it.
    Optional<Concern> twice() {
      var before = LocalDate.of(entry.year(), 1, 1);
      if (knowledge.holds(entry.companyId(), entry.title(), before) == Truth.MET) {
        return Optional.of(
            Concern.plain(
                Kind.TWICE, "%d年初已持有%s，不必再列；到期的按复核办理。".formatted(entry.year(), label(entry))));
      }
      return ofCompany.stream()
          .filter(other -> other.title().equals(entry.title()) && precedes(other))
          .filter(other -> !missed(other, before))
          .findFirst()
          .map(other ->
              Concern.plain(
                  Kind.TWICE, "%s已列在%d年，还没有结果，不应再列。".formatted(label(entry), other.year())));
    }

    private boolean precedes(Entry other) {
      return other.year() < entry.year()
          || (other.year() == entry.year() && other.id() < entry.id());
    }

    /// Two rungs in one year; told of the higher one, since the lower one may go first.
    Optional<Concern> sameYear() {
      var place = titles.get(entry.title()).ladder();
      return ofCompany.stream()
          .filter(
              other -> other.year() == entry.year() && titles.get(other.title()).ladder() < place)
          .findFirst()
          .map(other ->
              Concern.plain(
                  Kind.SAME_YEAR,
                  "同一年列了%s和%s，后一级应在前一级取得以后申报。".formatted(label(other), label(entry))));
    }

    /// How a clean entry stands on its ladder.
    String chain() {
      var place = titles.get(entry.title()).ladder();
      var below =
          earlier().stream().filter(other -> titles.get(other.title()).ladder() < place).toList();
      if (!below.isEmpty()) {
        return Stream.concat(below.stream(), Stream.of(entry))
            .map(each -> each.year() + "年" + label(each))
            .collect(Collectors.joining(" → ", "逐级衔接：", "。"));
      }
      return titles.ladder().reversed().stream()
          .filter(title -> title.ladder() < place && title.kind() != Titles.Kind.POOL)
          .filter(title -> facts.holds(title.title()) == Truth.MET)
          .findFirst()
          .map(title -> "逐级衔接：已持有%s。".formatted(title.shortLabel()))
          .orElse("前置条件中没有发现问题。");
    }

    private String label(Entry other) {
      return titles.get(other.title()).shortLabel();
    }
  }

  private static Stream<Criterion> single(Criterion criterion) {
    return criterion instanceof Criterion.All all
        ? all.parts().stream().flatMap(LadderCheck::single)
        : Stream.of(criterion);
  }

  private static Stream<Criterion.Holds> holds(Criterion criterion) {
    return criterion instanceof Criterion.Holds held
        ? Stream.of(held)
        : Cells.parts(criterion).flatMap(LadderCheck::holds);
  }
}
