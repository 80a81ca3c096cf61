package seedbed.admission;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import seedbed.access.Permission;
import seedbed.assessment.Rung;
import seedbed.company.Company;
import seedbed.criteria.rule.Verdict;

/// Applications for those who put papers together for them.
@Singleton
public class AppliedFor {

  private final Reading reading;

  AppliedFor(Reading reading) {
    this.reading = reading;
  }

  /// An application with its judgement.
  ///
  /// @param judgedOn the day it was handed in; null while it is being written
  /// @param verdict empty where no edition is in force
  public record Papers(
      long id,
      Company company,
      String title,
      String titleLabel,
      Stage stage,
      boolean writable,
      @Nullable LocalDate judgedOn,
      Optional<Verdict> verdict) {

    public String stageLabel() {
      return stage.label();
    }
  }

  /// @throws seedbed.web.Refusal.Absent when there is none, or none in reach
  public Papers find(long id, Permission permission) {
    CaseFile file = reading.file(id, permission);
    Application application = file.application();
    Optional<Rung> rung = file.judged().rung(application.title());
    return new Papers(
        application.id(),
        file.known().company(),
        application.title(),
        rung.map(each -> each.title().label()).orElse(application.title()),
        application.stage(),
        application.stage().writable(),
        application.judgedOn(),
        rung.flatMap(Rung::verdict));
  }
}
