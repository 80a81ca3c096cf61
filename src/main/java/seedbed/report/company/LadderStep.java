package seedbed.report.company;

import io.micronaut.core.annotation.Introspected;
import java.util.ArrayList;
import java.util.List;
import seedbed.assessment.Assessment;
import seedbed.assessment.Rung;
import seedbed.company.TitleRegister.Standing;
import seedbed.criteria.Editions;
import seedbed.criteria.rule.Truth;
import seedbed.criteria.rule.Verdict;
import seedbed.verdict.Missing;

/// One title on the ladder of a company: held or not, and what stands between.
///
/// @param mark a tick, a question mark, or how many criteria are not met
@Introspected
record LadderStep(
    String code, String label, String styleClass, String mark, List<String> notes, boolean chosen) {

  static List<LadderStep> of(Assessment assessment, Editions editions, String chosen) {
    return assessment.ladder().stream()
        .filter(rung -> rung.verdict().isPresent() || rung.standing() == Standing.HELD)
        .map(rung -> of(rung, editions, rung.title().code().equals(chosen)))
        .toList();
  }

  private static LadderStep of(Rung rung, Editions editions, boolean chosen) {
    return new LadderStep(
        rung.title().code(),
        rung.title().label(),
        styleClass(rung),
        mark(rung),
        notes(rung, editions),
        chosen);
  }

  private static String styleClass(Rung rung) {
    if (rung.standing() == Standing.HELD) {
      return "held";
    }
    return switch (rung.verdict().orElseThrow().truth()) {
      case MET -> "met";
      case NOT_MET -> "not";
      case UNKNOWN -> "unknown";
    };
  }

  private static String mark(Rung rung) {
    if (rung.standing() == Standing.HELD) {
      return "✓";
    }
    var verdict = rung.verdict().orElseThrow();
    return switch (verdict.truth()) {
      case MET -> "✓";
      case NOT_MET -> "" + verdict.count(Truth.NOT_MET);
      case UNKNOWN -> "?";
    };
  }

  private static List<String> notes(Rung rung, Editions editions) {
    var notes = new ArrayList<String>();
    if (rung.standing() == Standing.HELD) {
      notes.add(held(rung));
    } else if (rung.standing() == Standing.UNKNOWN) {
      notes.add("是否持有不明");
    }
    rung.verdict()
        .ifPresent(verdict -> notes.add(edition(verdict, editions) + " · " + left(verdict)));
    return List.copyOf(notes);
  }

  private static String held(Rung rung) {
    var holding = rung.holding();
    if (holding == null) {
      return "已持有";
    }
    return holding.heldTo() == null
        ? "自 " + holding.heldFrom() + " 起"
        : "有效至 " + holding.heldTo().minusDays(1);
  }

  private static String edition(Verdict verdict, Editions editions) {
    return editions
        .find(verdict.checklist().edition())
        .map(edition -> edition.from().getYear() + " 版")
        .orElse("");
  }

  /// What is left to do for a title, or for its renewal: `复核不满足 1 项`.
  static String left(Verdict verdict) {
    var prefix =
        switch (verdict.checklist().applicant()) {
          case NEW -> "";
          case RENEWAL -> "复核";
        };
    return switch (verdict.truth()) {
      case MET -> prefix + "条件全部满足";
      case NOT_MET ->
          prefix + Missing.counted(verdict.count(Truth.NOT_MET), verdict.count(Truth.UNKNOWN));
      case UNKNOWN -> prefix + "待定，" + missing(verdict);
    };
  }

  private static String missing(Verdict verdict) {
    var question = verdict.question();
    var cells = question.missing().size() + question.missingTitles().size();
    return cells > 0 ? "缺 " + cells + " 项数据" : "条文待明确";
  }
}
