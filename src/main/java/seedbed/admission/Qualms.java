package seedbed.admission;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import seedbed.access.Caller;
import seedbed.criteria.rule.Truth;
import seedbed.criteria.rule.Verdict;
import seedbed.verdict.Shown;
import seedbed.verdict.Sources;
import seedbed.verdict.VerdictPanel;
import seedbed.verdict.Warnings;

/// What speaks against announcing an application. Whoever announces it all the same says why.
@Singleton
class Qualms {

  private static final int NAMED = 3;

  private final CaseRows rows;
  private final LapsingPapers papers;

  Qualms(CaseRows rows, LapsingPapers papers) {
    this.rows = rows;
    this.papers = papers;
  }

  /// Against a notice at the days that the steps ahead take.
  ///
  /// @param caller who sees the papers that speak against it
  List<String> of(CaseFile file, Caller caller) {
    return of(file, papers.of(file, caller));
  }

  /// Against a notice until a day.
  List<String> of(CaseFile file, LocalDate until, Caller caller) {
    return of(file, papers.of(file, until, caller));
  }

  private List<String> of(CaseFile file, Warnings warnings) {
    List<String> qualms = new ArrayList<>();
    file.verdict()
        .ifPresentOrElse(verdict -> judged(verdict, qualms), () -> qualms.add("目前没有在用的入库标准，不能判定。"));
    unconfirmed(file, qualms);
    lapsing(file, warnings, qualms);
    Application application = file.application();
    for (UnitCheck check : rows.checks(application.id(), application.round())) {
      if (check.doubted()) {
        qualms.add(check.unit() + "有异议：" + check.note());
      } else if (check.open()) {
        qualms.add(check.unit() + "没有答复。");
      }
    }
    return qualms;
  }

  private static void judged(Verdict verdict, List<String> qualms) {
    if (verdict.count(Truth.NOT_MET) > 0) {
      qualms.add("有 " + verdict.count(Truth.NOT_MET) + " 项条件不满足。");
    }
    if (verdict.truth() == Truth.UNKNOWN) {
      qualms.add("有 " + verdict.count(Truth.UNKNOWN) + " 项条件待定。");
    }
  }

  private static void lapsing(CaseFile file, Warnings warnings, List<String> qualms) {
    Sources sources = Sources.alone(file.judged(), warnings);
    file.verdict().map(verdict -> VerdictPanel.contradictions(verdict, sources)).stream()
        .flatMap(List::stream)
        .forEach(warning -> qualms.add(warning + "。"));
  }

  private static void unconfirmed(CaseFile file, List<String> qualms) {
    List<String> names =
        file.chosen().cells().stream()
            .filter(file.facts()::unconfirmed)
            .map(cell -> Shown.name(cell, file.facts().on()))
            .toList();
    if (!names.isEmpty()) {
      qualms.add(
          "有 %d 个数据没有核实：%s%s。"
              .formatted(
                  names.size(),
                  String.join("、", names.subList(0, Math.min(NAMED, names.size()))),
                  names.size() > NAMED ? "等" : ""));
    }
  }
}
