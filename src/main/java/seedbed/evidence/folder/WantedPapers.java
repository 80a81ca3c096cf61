package seedbed.evidence.folder;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.Indicators;
import seedbed.criteria.rule.Cell;
import seedbed.criteria.rule.Finding;
import seedbed.criteria.rule.Indicator;
import seedbed.criteria.rule.Truth;
import seedbed.evidence.Evidence;

/// Which papers a clause wants: those that `config/indicators.yml` names for the figures and facts
/// it rests on, each once for its year. What was denied, what is none and what did not count proves
/// itself; a clause that is not met wants nothing.
@Singleton
class WantedPapers {

  private static final String NONE = "none";

  private final Indicators indicators;

  WantedPapers(Indicators indicators) {
    this.indicators = indicators;
  }

  /// @param year null where it is about no year
  record Wanted(Indicators.Paper paper, @Nullable Integer year, List<Indicator> indicators) {

    String label() {
      return year == null ? paper.name() : year + "年" + paper.name();
    }

    /// What the form of an upload begins with.
    String query() {
      return "indicator=%s&kind=%s%s"
          .formatted(
              indicators.getFirst().code(),
              paper.kind().name(),
              year == null ? "" : "&year=" + year);
    }
  }

  private record Key(Indicators.Paper paper, @Nullable Integer year) {}

  /// @param judged the day the years are counted back from
  List<Wanted> of(Finding finding, LocalDate judged) {
    Map<Key, List<Indicator>> papers = new LinkedHashMap<>();
    decisive(finding)
        .filter(WantedPapers::claimed)
        .map(Finding.Used::cell)
        .forEach(cell ->
            indicators
                .paper(cell.indicator().code())
                .ifPresent(paper -> add(papers, new Key(paper, year(cell, judged)), cell)));
    return papers.entrySet().stream()
        .map(entry ->
            new Wanted(
                entry.getKey().paper(), entry.getKey().year(), List.copyOf(entry.getValue())))
        .toList();
  }

  private static void add(Map<Key, List<Indicator>> papers, Key key, Cell cell) {
    List<Indicator> proved = papers.computeIfAbsent(key, _ -> new ArrayList<>());
    if (!proved.contains(cell.indicator())) {
      proved.add(cell.indicator());
    }
  }

  private static @Nullable Integer year(Cell cell, LocalDate judged) {
    return cell.yearly() ? cell.year(judged) : null;
  }

  /// Whether a file is such a paper, and about that year or about none.
  boolean answers(Evidence evidence, Wanted want) {
    String indicator = evidence.indicator();
    LocalDate period = evidence.period();
    return indicator != null
        && evidence.kind() == want.paper().kind()
        && indicators.paper(indicator).filter(want.paper()::equals).isPresent()
        && (want.year() == null || period == null || period.getYear() == want.year());
  }

  private static boolean claimed(Finding.Used used) {
    String value = used.value();
    Indicator indicator = used.cell().indicator();
    return switch (indicator.kind()) {
      case FLAG -> "是".equals(value);
      case CHOICE ->
          value != null
              && indicator.options().stream()
                  .noneMatch(option -> option.code().equals(NONE) && option.label().equals(value));
      case COUNT -> value != null && !value.equals("0");
      case AMOUNT, PERCENT, RANK, DATE -> value != null;
    };
  }

  /// Everything a clause reads.
  static Stream<Finding.Used> facts(Finding finding) {
    return Stream.concat(own(finding), finding.parts().stream().flatMap(WantedPapers::facts));
  }

  private static Stream<Finding.Used> decisive(Finding finding) {
    return finding.truth() == Truth.NOT_MET
        ? Stream.empty()
        : Stream.concat(own(finding), finding.parts().stream().flatMap(WantedPapers::decisive));
  }

  private static Stream<Finding.Used> own(Finding finding) {
    var score = finding.score();
    return score == null
        ? finding.used().stream()
        : Stream.concat(
            finding.used().stream(),
            score.classes().stream()
                .flatMap(each -> each.lines().stream())
                .filter(line -> !line.points().equals("0"))
                .flatMap(line -> line.used().stream()));
  }
}
