package seedbed.admission;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import seedbed.criteria.Titles;

/// What was done with a company's applications, step by step. It asks for no scope: whoever shows
/// it has found the company.
@Singleton
public class PastApplications {

  private final Applications applications;
  private final Steps steps;
  private final Titles titles;

  PastApplications(Applications applications, Steps steps, Titles titles) {
    this.applications = applications;
    this.steps = steps;
    this.titles = titles;
  }

  public record Past(LocalDate on, String words) {}

  /// Up to a day, the oldest first.
  public List<Past> of(long company, LocalDate day) {
    List<Past> past = new ArrayList<>();
    for (Application application : applications.findByCompanyIdOrderById(company)) {
      String title = titles.get(application.title()).label();
      for (Step step : steps.findByApplicationIdOrderById(application.id())) {
        if (!step.doneOn().isAfter(day)) {
          past.add(new Past(step.doneOn(), title + "：" + step.move().label()));
        }
      }
    }
    return past;
  }
}
