package seedbed.admission;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.access.Caller;
import seedbed.archive.Archiving;
import seedbed.archive.Series;
import seedbed.company.Companies;
import seedbed.criteria.Titles;

/// Enters what is decided about applications into the archive, within the transaction of the move.
@Singleton
class Entering {

  private final Archiving archiving;
  private final Companies companies;
  private final Titles titles;
  private final Clock clock;

  Entering(Archiving archiving, Companies companies, Titles titles, Clock clock) {
    this.archiving = archiving;
    this.companies = companies;
    this.titles = titles;
    this.clock = clock;
  }

  /// The public notice before an admission.
  void notice(
      Application application,
      @Nullable String document,
      LocalDate from,
      LocalDate until,
      Caller by) {
    enter(
        Series.NOTICE,
        "拟纳入%s公示：%s（%s至%s%s）"
            .formatted(
                titles.get(application.title()).label(),
                company(application),
                from,
                until,
                document == null ? "" : "，" + document),
        application,
        by);
  }

  /// The decision that admits a company.
  void admission(Application application, String document, LocalDate from, Caller by) {
    enter(
        Series.ADMISSION,
        "%s纳入%s，自%s起（%s）"
            .formatted(
                company(application), titles.get(application.title()).label(), from, document),
        application,
        by);
  }

  private void enter(Series series, String subject, Application application, Caller by) {
    archiving.enter(
        new Archiving.Paper(
                series,
                subject,
                by.regionCode(),
                "application",
                application.id(),
                Archiving.digest(
                    String.join(
                        "\n",
                        List.of(series.name(), subject, "" + application.id(), by.username()))))
            .ofCompany(application.companyId()),
        LocalDate.now(clock),
        by.username());
  }

  private String company(Application application) {
    return companies.findById(application.companyId()).orElseThrow().name();
  }
}
