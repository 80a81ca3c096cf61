package seedbed.seed;

import io.micronaut.context.event.StartupEvent;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import seedbed.access.Role;
import seedbed.company.Companies;
import seedbed.drafting.DemonstrationDraft;

/// Fills a new database before the server opens: regions always, companies when wanted and only
/// where there are none.
@Singleton
class Seeding {

  private static final Logger LOG = LoggerFactory.getLogger(Seeding.class);

  private final SeedSettings settings;
  private final Companies companies;
  private final SourceDocuments documents;
  private final PoolLoading loading;
  private final DemoAccounts accounts;
  private final DemoApplications applications;
  private final DemoRecognitions recognitions;
  private final DemonstrationDraft draft;
  private final DemoSheets sheets;
  private final DemoExemptions exemptions;
  private final DemoReviews reviews;
  private final DemoPlans plans;
  private final DemoRequests requests;
  private final DemoRewards rewards;
  private final DemoVisits visits;
  private final DemoEvidence evidence;
  private final SourceNominations source;
  private final DemoNominations nominations;
  private final DemoArchive archive;
  private final DemoMeetings meetings;
  private final DemoBulletins bulletins;
  private final DemoInspections inspections;
  private final TransactionOperations<Connection> transactions;

  Seeding(
      SeedSettings settings,
      Companies companies,
      SourceDocuments documents,
      PoolLoading loading,
      DemoAccounts accounts,
      DemoApplications applications,
      DemoRecognitions recognitions,
      DemonstrationDraft draft,
      DemoSheets sheets,
      DemoExemptions exemptions,
      DemoReviews reviews,
      DemoPlans plans,
      DemoRequests requests,
      DemoRewards rewards,
      DemoVisits visits,
      DemoEvidence evidence,
      SourceNominations source,
      DemoNominations nominations,
      DemoArchive archive,
      DemoMeetings meetings,
      DemoBulletins bulletins,
      DemoInspections inspections,
      TransactionOperations<Connection> transactions) {
    this.settings = settings;
    this.companies = companies;
    this.documents = documents;
    this.loading = loading;
    this.accounts = accounts;
    this.applications = applications;
    this.recognitions = recognitions;
    this.draft = draft;
    this.sheets = sheets;
    this.exemptions = exemptions;
    this.reviews = reviews;
    this.plans = plans;
    this.requests = requests;
    this.rewards = rewards;
    this.visits = visits;
    this.evidence = evidence;
    this.source = source;
    this.nominations = nominations;
    this.archive = archive;
    this.meetings = meetings;
    this.bulletins = bulletins;
    this.inspections = inspections;
    this.transactions = transactions;
  }

  // Migrations run when the data source is made, so before anything can be asked of it; whatever
  // else reads companies at the start comes after this.
  @EventListener
  @Order(Ordered.HIGHEST_PRECEDENCE)
  void onStartup(StartupEvent started) {
    documents.loadRegions(settings.seedData());
    if (settings.demo()) {
      fill();
      attempt("accounts", accounts::open);
      // Before the applications, so that they were handed in with it.
      attempt("evidence", evidence::open);
      attempt("applications", applications::open);
      attempt("titles", recognitions::record);
      attempt("draft", () -> draft.open(Role.OFFICE.code()));
      attempt("sheets", sheets::open);
      attempt("exemptions", exemptions::open);
      attempt("reviews", reviews::open);
      attempt("plans", plans::open);
      attempt("requests", requests::open);
      attempt("rewards", rewards::open);
      attempt("visits", visits::open);
      attempt("source nominations", source::open);
      attempt("nominations", nominations::open);
      attempt("archive", archive::open);
      attempt("inspections", inspections::open);
      // Last, since they count what is there.
      attempt("meetings", meetings::open);
      attempt("bulletins", bulletins::open);
      attempt("archived bulletins", () -> archive.bulletinsBefore(LocalDate.MAX));
    }
  }

  // Examples are no reason not to start: on a database that people work with, what they need may
  // have been changed or closed, and another node may be making the same.
  private static void attempt(String what, Runnable opening) {
    try {
      opening.run();
    } catch (RuntimeException e) {
      LOG.warn("The demonstration {} could not be opened; Seedbed starts without them", what, e);
    }
  }

  /// Loads companies into a database that has none.
  void fill() {
    if (companies.count() > 0) {
      return;
    }
    DemonstrationPool pool = new DemonstrationPool(settings.seedData().resolve("demo"));
    // In one transaction: half a pool would keep the next start from filling the rest.
    transactions.executeWrite(_ -> {
      documents.loadCompanies(settings.seedData());
      loading.load(pool, 0, pool.size());
      return pool.size();
    });
    LOG.info("已载入文件所列企业和 {} 家示例企业。", pool.size());
  }
}
