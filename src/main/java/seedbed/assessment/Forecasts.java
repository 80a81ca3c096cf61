package seedbed.assessment;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import seedbed.company.Company;
import seedbed.criteria.Editions;
import seedbed.criteria.rule.Checklist;
import seedbed.criteria.rule.Checklist.Applicant;
import seedbed.criteria.rule.Facts;
import seedbed.criteria.rule.Judging;
import seedbed.criteria.rule.Truth;
import seedbed.criteria.rule.Verdict;
import seedbed.figure.Moment;

/// Judges holders for the renewal of their titles: by the edition of the day it is expected, on
/// what is known now. Many at once, with a few questions to the database.
@Singleton
public final class Forecasts {

  private final Dossiers dossiers;
  private final Editions editions;
  private final Turn turn;
  private final Clock clock;

  Forecasts(Dossiers dossiers, Editions editions, Turn turn, Clock clock) {
    this.dossiers = dossiers;
    this.editions = editions;
    this.turn = turn;
    this.clock = clock;
  }

  /// Whether a title would be renewed.
  ///
  /// @param holding the row of the register, to know the answer by
  /// @param due the day of the expected renewal
  public record Question(long holding, long companyId, String title, LocalDate due) {}

  /// What is found: empty where no edition will be in force.
  public record Answer(Question question, Optional<Prospect> prospect) {}

  /// What a title would be judged by, and on what.
  public record Prospect(Checklist checklist, Facts facts) {

    public Truth truth() {
      return Judging.judge(checklist.criteria(), facts);
    }

    /// With every finding and the cheapest ways, which takes longer.
    public Verdict explained() {
      return Verdict.of(checklist, facts);
    }
  }

  /// Answers for a page, at once.
  public void answer(List<Question> questions, LocalDate on, Consumer<List<Answer>> taker) {
    walk(
        questions,
        on,
        answers -> {
          taker.accept(answers);
          return true;
        });
  }

  /// Answers slice by slice, so that a whole province fits into memory, once no other pass over the
  /// pool is at work.
  ///
  /// @param taker says whether to go on
  public void answerInTurn(List<Question> questions, LocalDate on, Predicate<List<Answer>> taker) {
    turn.take();
    try {
      walk(questions, on, taker);
    } finally {
      turn.giveBack();
    }
  }

  private void walk(List<Question> questions, LocalDate on, Predicate<List<Answer>> taker) {
    Map<Long, List<Question>> byCompany = new HashMap<>();
    for (var question : questions) {
      byCompany.computeIfAbsent(question.companyId(), _ -> new ArrayList<>()).add(question);
    }
    var ids = byCompany.keySet().stream().sorted().toList();
    dossiers.walk(
        ids,
        Moment.on(on, clock),
        slice ->
            taker.test(
                slice.stream()
                    .flatMap(dossier ->
                        byCompany.getOrDefault(dossier.company().id(), List.of()).stream()
                            .map(question -> answer(question, dossier)))
                    .toList()));
  }

  private Answer answer(Question question, Dossiers.Dossier dossier) {
    return new Answer(
        question,
        checklist(question, dossier.company())
            .map(checklist -> new Prospect(checklist, dossier.facts())));
  }

  /// The renewal checklist of the expected day, or the one for new applicants where there is none.
  private Optional<Checklist> checklist(Question question, Company company) {
    var track = company.track().code();
    return editions
        .inForce(question.title(), track, Applicant.RENEWAL, question.due())
        .or(() -> editions.inForce(question.title(), track, Applicant.NEW, question.due()));
  }
}
