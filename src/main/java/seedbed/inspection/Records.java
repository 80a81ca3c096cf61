package seedbed.inspection;

import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All that stands about one inspection beyond its first draft.
@Singleton
class Records {

  private final Filings filings;
  private final Additions additions;
  private final Conclusions conclusions;
  private final FoundProblems problems;
  private final Answers answers;

  Records(
      Filings filings,
      Additions additions,
      Conclusions conclusions,
      FoundProblems problems,
      Answers answers) {
    this.filings = filings;
    this.additions = additions;
    this.conclusions = conclusions;
    this.problems = problems;
    this.answers = answers;
  }

  /// @param filed null while it is a draft
  /// @param conclusion null until there is one
  record File(
      Inspection inspection,
      @Nullable Filed filed,
      List<Addition> additions,
      @Nullable Conclusion conclusion,
      List<FoundProblem> problems,
      List<Answer> answers) {}

  File of(Inspection inspection) {
    long id = inspection.id();
    Filed filed = filings.findById(id).orElse(null);
    if (filed == null) {
      return new File(inspection, null, List.of(), null, List.of(), List.of());
    }
    Conclusion conclusion = conclusions.findById(id).orElse(null);
    return new File(
        inspection,
        filed,
        additions.findByInspectionIdOrderById(id),
        conclusion,
        conclusion == null ? List.of() : problems.findByInspectionIdOrderByOrdinal(id),
        conclusion == null ? List.of() : answers.findByInspectionIdOrderById(id));
  }
}
