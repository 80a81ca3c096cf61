package seedbed.drafting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import seedbed.criteria.WorkedCase;
import seedbed.criteria.rule.Cells;
import seedbed.criteria.rule.Clause;
import seedbed.criteria.rule.Criterion;
import seedbed.criteria.rule.Judging;
import seedbed.criteria.rule.Truth;
import seedbed.criteria.rule.Verdict;

/// Says what a worked case expects and what came out, clause by clause in their own words: files of
/// cases name clauses by codes that nobody but their author knows.
final class CaseWords {

  private CaseWords() {}

  static String of(Truth truth) {
    return switch (truth) {
      case MET -> "符合";
      case NOT_MET -> "不符合";
      case UNKNOWN -> "无法判定";
    };
  }

  /// What is expected of the clauses that a case names.
  static List<CasesPage.Said> expected(WorkedCase.Trial trial) {
    var criteria = criteria(trial);
    List<CasesPage.Said> said = new ArrayList<>();
    named(trial.worked().expected())
        .forEach((id, truth) -> {
          var criterion = criteria.get(id);
          said.add(
              criterion == null
                  ? new CasesPage.Said(of(truth), id, "草案中没有这一条")
                  : new CasesPage.Said(
                      of(truth), criterion.clause().text(), criterion.clause().citation()));
        });
    return said;
  }

  /// What came out otherwise than expected, in sentences.
  static List<String> differences(WorkedCase.Trial trial) {
    var verdict = trial.verdict();
    if (verdict == null) {
      return trial.differences();
    }
    var expected = trial.worked().expected();
    var named = named(expected);
    List<String> differences = new ArrayList<>();
    differ("结论", of(expected.verdict()), of(verdict.truth()), differences);
    for (var finding : verdict.findings()) {
      var clause = finding.clause();
      differ(
          quoted(clause),
          of(named.getOrDefault(clause.id(), Truth.MET)),
          of(finding.truth()),
          differences);
    }
    criteria(trial)
        .forEach((id, criterion) -> {
          var wanted = expected.parts().get(id);
          if (wanted != null) {
            differ(
                quoted(criterion.clause()),
                of(wanted),
                of(Judging.judge(criterion, verdict.facts())),
                differences);
          }
        });
    gone(trial).forEach(id -> differences.add("算例提到的条件“" + id + "”，草案中没有。"));
    if (expected.score() != null) {
      var score = verdict.score();
      differ("得分", expected.score(), score == null ? "没有评分表" : score.total(), differences);
    }
    differ("口径敏感", yes(expected.sensitive()), yes(verdict.sensitive()), differences);
    return List.copyOf(differences);
  }

  private static void differ(
      String what, String expected, String actual, List<String> differences) {
    if (!expected.equals(actual)) {
      differences.add(what + "：应为" + expected + "，实为" + actual);
    }
  }

  private static String quoted(Clause clause) {
    return "“" + clause.text() + "”";
  }

  private static Map<String, Truth> named(WorkedCase.Expected expected) {
    Map<String, Truth> named = new LinkedHashMap<>();
    expected.notMet().forEach(id -> named.put(id, Truth.NOT_MET));
    expected.unknown().forEach(id -> named.put(id, Truth.UNKNOWN));
    new TreeSet<>(expected.parts().keySet())
        .forEach(id -> named.put(id, expected.parts().getOrDefault(id, Truth.UNKNOWN)));
    return named;
  }

  private static List<String> gone(WorkedCase.Trial trial) {
    var criteria = criteria(trial);
    return named(trial.worked().expected()).keySet().stream()
        .filter(id -> !criteria.containsKey(id))
        .toList();
  }

  /// Those of the checklist the case was tried on and all their parts, by code.
  private static Map<String, Criterion> criteria(WorkedCase.Trial trial) {
    Verdict verdict = trial.verdict();
    Map<String, Criterion> criteria = new HashMap<>();
    if (verdict != null) {
      verdict.checklist().criteria().stream()
          .flatMap(CaseWords::withParts)
          .forEach(criterion -> criteria.putIfAbsent(criterion.clause().id(), criterion));
    }
    return criteria;
  }

  private static Stream<Criterion> withParts(Criterion criterion) {
    return Stream.concat(
        Stream.of(criterion), Cells.parts(criterion).flatMap(CaseWords::withParts));
  }

  private static String yes(boolean value) {
    return value ? "是" : "否";
  }
}
