package seedbed.nomination;

import io.micronaut.core.annotation.Introspected;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.access.Scope;
import seedbed.criteria.Titles;

/// What is planned for a company, for pages about the company.
@Singleton
public class Nominations {

  private final Survey survey;
  private final Titles titles;

  Nominations(Survey survey, Titles titles) {
    this.survey = survey;
    this.titles = titles;
  }

  /// An entry in words.
  ///
  /// @param state what the check says of it: 衔接, 待定 …
  /// @param styleClass of the state
  /// @param sentence why
  /// @param outcome what came of it
  @Introspected
  public record Line(
      long id,
      int year,
      String title,
      String state,
      String symbol,
      String styleClass,
      String sentence,
      @Nullable String clause,
      String outcome) {}

  /// What stood when a day ended, in the order of the years, and what was known of it by then;
  /// nothing of a company out of scope.
  public List<Line> of(long company, Scope scope, LocalDate day) {
    return survey.company(company, scope, day).stream()
        .filter(Survey.Surveyed::stands)
        .map(each -> {
          Concern concern = each.gravest();
          return new Line(
              each.entry().id(),
              each.entry().aboutYear(),
              titles.get(each.entry().title()).shortLabel(),
              concern.kind().label(),
              concern.kind().symbol(),
              concern.kind().styleClass(),
              concern.sentence(),
              concern.clause(),
              each.outcome().kind().label());
        })
        .toList();
  }
}
