package seedbed.admission;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import seedbed.access.Caller;
import seedbed.evidence.LapsedPapers;
import seedbed.figure.Moment;
import seedbed.verdict.Warnings;

/// Papers behind an application that have ended, or will before its public notice is over. It stays
/// judged as of the day it was handed in, but its company cannot be admitted on what has ended
/// since.
@Singleton
class LapsingPapers {

  private static final String NOTICE_OVER = "公示期满";

  private final LapsedPapers lapsed;
  private final AdmissionSettings settings;
  private final Clock clock;

  LapsingPapers(LapsedPapers lapsed, AdmissionSettings settings, Clock clock) {
    this.lapsed = lapsed;
    this.settings = settings;
    this.clock = clock;
  }

  /// What they say against it, as far as the reader sees papers.
  Warnings of(CaseFile file, Caller caller) {
    Application application = file.application();
    if (application.stage().over()) {
      // What ended after the decision says nothing against it.
      return of(file, new Moment(application.since(), file.known().moment().known()), null, caller);
    }
    LocalDate today = LocalDate.now(clock);
    return of(file, Moment.on(today, clock), noticeEnd(application, today), caller);
  }

  /// The same for a notice that ends on a day.
  Warnings of(CaseFile file, LocalDate until, Caller caller) {
    return of(
        file,
        Moment.on(LocalDate.now(clock), clock),
        new LapsedPapers.Ahead(until, NOTICE_OVER),
        caller);
  }

  private Warnings of(
      CaseFile file, Moment moment, LapsedPapers.@Nullable Ahead ahead, Caller caller) {
    long company = file.known().company().id();
    return new Warnings(
        lapsed.of(company, moment, ahead, caller),
        lapsed.ofClauses(company, file.application().title(), moment, ahead, caller));
  }

  private LapsedPapers.Ahead noticeEnd(Application application, LocalDate today) {
    LocalDate until = application.noticeUntil();
    if (application.stage() == Stage.NOTICE && until != null) {
      return new LapsedPapers.Ahead(until, NOTICE_OVER);
    }
    LocalDate due = application.dueOn();
    LocalDate over = due == null || due.isBefore(today) ? today : due;
    return new LapsedPapers.Ahead(over.plusDays(daysAfter(application.stage())), "预计公示期满");
  }

  /// From the end of a stage to the end of the notice, when every step takes its time.
  private int daysAfter(Stage stage) {
    return switch (stage) {
      case DRAFT, RETURNED, WITHDRAWN -> settings.townshipDays() + daysAfter(Stage.TOWNSHIP);
      case TOWNSHIP -> settings.departmentDays() + daysAfter(Stage.DEPARTMENTS);
      case DEPARTMENTS -> settings.officeDays() + daysAfter(Stage.OFFICE);
      case OFFICE -> settings.noticeDays();
      case NOTICE, ADMITTED -> 0;
    };
  }
}
