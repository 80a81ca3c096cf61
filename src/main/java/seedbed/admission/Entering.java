package seedbed.admission;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import seedbed.access.Caller;
import seedbed.archive.Archiving;
import seedbed.archive.Series;
import seedbed.company.Companies;
import seedbed.company.Company;
import seedbed.company.CreditCode;
import seedbed.company.Region;
import seedbed.company.Regions;
import seedbed.criteria.Titles;
import seedbed.evidence.content.FileFormat;

/// Enters what is decided about applications into the archive, within the transaction of the move.
@Singleton
class Entering {

  private final Archiving archiving;
  private final Notices notices;
  private final Companies companies;
  private final Regions regions;
  private final Titles titles;
  private final Clock clock;

  Entering(
      Archiving archiving,
      Notices notices,
      Companies companies,
      Regions regions,
      Titles titles,
      Clock clock) {
    this.archiving = archiving;
    this.notices = notices;
    this.companies = companies;
    this.regions = regions;
    this.titles = titles;
    this.clock = clock;
  }

  /// The public notice before an admission, with its paper. One that is given once more takes the
  /// place of the one before it.
  void notice(Application application, Step step, Announcing said, Caller by) {
    Notice notice = notices.save(noticed(application, step, said, by));
    Archiving.Paper paper =
        new Archiving.Paper(
                Series.NOTICE,
                "拟纳入%s公示：%s（%s至%s%s）%s"
                    .formatted(
                        notice.pool(),
                        notice.company(),
                        notice.shownFrom(),
                        notice.shownUntil(),
                        notice.document() == null ? "" : "，" + notice.document(),
                        notice.backdated() ? "，补登" : ""),
                by.regionCode(),
                NoticeRecord.KIND,
                application.id(),
                NoticeRecord.digest(notice))
            .ofCompany(application.companyId())
            .called(notice.document());
    archiving.freeze(
        archiving
            .standingAbout(Series.NOTICE, NoticeRecord.KIND, application.id())
            .map(paper::replacing)
            .orElse(paper),
        new Archiving.Original(
            NoticePaper.fileName(notice),
            FileFormat.DOCX,
            (imprint, out) -> NoticePaper.write(notice, step.doneAt(), imprint, out)),
        notice.enteredOn(),
        by.username());
  }

  private Notice noticed(Application application, Step step, Announcing said, Caller by) {
    Company company = companies.findById(application.companyId()).orElseThrow();
    CreditCode code = company.creditCode();
    return new Notice(
        0,
        application.id(),
        step.id(),
        company.name(),
        code == null ? null : code.value(),
        region(company.regionCode()),
        titles.get(application.title()).label(),
        region(by.regionCode()),
        application.noticeDocument(),
        Objects.requireNonNull(application.noticeFrom()),
        Objects.requireNonNull(application.noticeUntil()),
        step.doneOn(),
        said.backdated(),
        said.despite());
  }

  /// A notice that ends because its application comes back: its paper stands no more.
  void brokenOff(Progress.Made made, Caller by) {
    Application application = made.application();
    archiving
        .standingAbout(Series.NOTICE, NoticeRecord.KIND, application.id())
        .ifPresent(paper ->
            archiving.cancel(
                paper,
                "%s：申请于 %s %s"
                    .formatted(
                        application.brokenOff() ? "公示中止" : "公示期满后未入库",
                        made.step().doneOn(),
                        made.step().move().label()),
                by.username()));
  }

  private String region(String code) {
    return regions.findByCode(code).map(Region::name).orElse("");
  }

  /// The decision that admits a company.
  void admission(Application application, String document, LocalDate from, Caller by) {
    enter(
        Series.ADMISSION,
        "%s纳入%s，自%s起（%s）"
            .formatted(
                company(application), titles.get(application.title()).label(), from, document),
        application,
        document,
        by);
  }

  private void enter(
      Series series, String subject, Application application, String document, Caller by) {
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
            .ofCompany(application.companyId())
            .called(document),
        LocalDate.now(clock),
        by.username());
  }

  private String company(Application application) {
    return companies.findById(application.companyId()).orElseThrow().name();
  }
}
