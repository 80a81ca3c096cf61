package seedbed.report.company;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import seedbed.assessment.Assessment;
import seedbed.assessment.NextStep;
import seedbed.assessment.Rung;
import seedbed.web.Refusal;

/// The title a page is about: the one its address names, or the company's next step.
@Singleton
class ChosenRung {
  private final NextStep nextStep;

  ChosenRung(NextStep nextStep) {
    this.nextStep = nextStep;
  }

  /// Empty only when no edition is in force at all.
  Optional<Rung> of(Assessment assessment, @Nullable String title) {
    if (title == null || title.isBlank()) {
      return nextStep.of(assessment).or(() -> highest(assessment));
    }
    var named = assessment.rung(title);
    if (named.isEmpty()) {
      throw new Refusal.Invalid("title", "没有“" + title + "”这个称号，请从梯度中选择。");
    }
    return named;
  }

  private static Optional<Rung> highest(Assessment assessment) {
    return assessment.ladder().stream()
        .filter(rung -> rung.verdict().isPresent())
        .reduce((_, higher) -> higher);
  }
}
