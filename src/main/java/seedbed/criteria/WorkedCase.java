package seedbed.criteria;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.rule.Cells;
import seedbed.criteria.rule.Checklist;
import seedbed.criteria.rule.Checklist.Applicant;
import seedbed.criteria.rule.Clause;
import seedbed.criteria.rule.Criterion;
import seedbed.criteria.rule.Facts;
import seedbed.criteria.rule.Finding;
import seedbed.criteria.rule.Judging;
import seedbed.criteria.rule.Truth;
import seedbed.criteria.rule.Verdict;

/// An example with its known answer, as officials write them: a sentence, figures, a verdict.
///
/// @param edition the id of an edition or a yearly notice
/// @param name the sentence
/// @param file the file it stands in, with the line
public record WorkedCase(
    String edition,
    String name,
    String track,
    Applicant applicant,
    Facts facts,
    Expected expected,
    String file,
    int line) {

  /// @param notMet exactly the criteria that are not met
  /// @param unknown exactly the criteria that are unknown
  /// @param parts what is said of parts, at any depth
  /// @param score the points, where that is part of the answer
  /// @param sensitive whether the verdict hangs on an unsettled wording
  public record Expected(
      Truth verdict,
      List<String> notMet,
      List<String> unknown,
      Map<String, Truth> parts,
      @Nullable String score,
      boolean sensitive) {
    public Expected {
      notMet = List.copyOf(notMet);
      unknown = List.copyOf(unknown);
      parts = Map.copyOf(parts);
    }
  }

  /// What came out.
  ///
  /// @param differences from what was expected, in Chinese; empty when all is as expected
  public record Trial(WorkedCase worked, @Nullable Verdict verdict, List<String> differences) {
    public boolean passed() {
      return differences.isEmpty();
    }
  }

  /// Judges by the checklist the case is about.
  public Trial tryWith(Editions editions) {
    return switch (editions.checklist(edition, track, applicant, facts.on())) {
      case Selection.Found(var checklist) -> tryOn(checklist);
      case Selection.NoSuchEdition _ -> new Trial(this, null, List.of("没有版本" + edition));
      case Selection.NoSuchChecklist _ ->
          new Trial(this, null, List.of("版本" + edition + "没有这一类别或这一类申报的清单"));
      case Selection.NothingInForce _ -> new Trial(this, null, List.of("判定日没有现行版本"));
    };
  }

  /// Judges by another checklist, such as a draft.
  public Trial tryOn(Checklist checklist) {
    var verdict = Verdict.of(checklist, facts);
    return new Trial(this, verdict, differences(verdict));
  }

  private List<String> differences(Verdict verdict) {
    var differences = new ArrayList<String>();
    differ("结论", shown(expected.verdict()), shown(verdict.truth()), differences);
    differ("不符合的条件", sorted(expected.notMet()), ids(verdict, Truth.NOT_MET), differences);
    differ("无法判定的条件", sorted(expected.unknown()), ids(verdict, Truth.UNKNOWN), differences);
    expected
        .parts()
        .forEach((id, truth) -> differ("分项" + id, shown(truth), part(verdict, id), differences));
    var score = verdict.score();
    if (expected.score() != null) {
      differ("得分", expected.score(), score == null ? "没有评分表" : score.total(), differences);
    }
    differ("口径敏感", yes(expected.sensitive()), yes(verdict.sensitive()), differences);
    return differences;
  }

  private static void differ(
      String what, String expected, String actual, List<String> differences) {
    if (!expected.equals(actual)) {
      differences.add(what + "：应为" + expected + "，实为" + actual);
    }
  }

  private static String ids(Verdict verdict, Truth truth) {
    return sorted(
        verdict.findings().stream()
            .filter(finding -> finding.truth() == truth)
            .map(Finding::clause)
            .map(Clause::id)
            .toList());
  }

  /// Parts that do not apply, such as other branches, have no finding, so the criteria are asked.
  private static String part(Verdict verdict, String id) {
    return verdict.checklist().criteria().stream()
        .flatMap(WorkedCase::withParts)
        .filter(criterion -> criterion.clause().id().equals(id))
        .findFirst()
        .map(criterion -> shown(Judging.judge(criterion, verdict.facts())))
        .orElse("没有这个分项");
  }

  private static Stream<Criterion> withParts(Criterion criterion) {
    return Stream.concat(
        Stream.of(criterion), Cells.parts(criterion).flatMap(WorkedCase::withParts));
  }

  private static String sorted(List<String> ids) {
    return new TreeSet<>(ids).toString();
  }

  private static String yes(boolean value) {
    return value ? "是" : "否";
  }

  static String shown(Truth truth) {
    return switch (truth) {
      case MET -> "符合";
      case UNKNOWN -> "无法判定";
      case NOT_MET -> "不符合";
    };
  }

  static Optional<Truth> truth(String code) {
    return Stream.of(Truth.values()).filter(each -> each.code().equals(code)).findFirst();
  }
}
