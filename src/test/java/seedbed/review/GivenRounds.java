package seedbed.review;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import seedbed.access.Caller;
import seedbed.access.Role;
import seedbed.company.Companies;
import seedbed.company.TitleHolding;
import seedbed.company.TitleHolding.FromPrecision;
import seedbed.company.TitleHoldings;
import seedbed.sql.Statements;

/// Rounds that are there already, for tests about other things than rounds.
@Singleton
public final class GivenRounds {

  private static final String POOL = "rugao-pool";

  private final ReviewCasework casework;
  private final Companies companies;
  private final TitleHoldings holdings;
  private final Statements statements;
  private final Clock clock;

  GivenRounds(
      ReviewCasework casework,
      Companies companies,
      TitleHoldings holdings,
      Statements statements,
      Clock clock) {
    this.casework = casework;
    this.companies = companies;
    this.holdings = holdings;
    this.statements = statements;
    this.clock = clock;
  }

  /// An open round of all companies of a county, which are in the pool from now on.
  public long open(String county) {
    LocalDate yesterday = LocalDate.now(clock).minusDays(1);
    companies.inRegion(county).forEach(company -> admit(company.id(), yesterday.minusYears(2)));
    return casework.open(
        POOL,
        yesterday.getYear(),
        yesterday,
        LocalDate.now(clock),
        new Caller(0, 0, "试验", Role.OFFICE, county, null, null));
  }

  private void admit(long company, LocalDate from) {
    if (holdings.findByCompanyIdOrderByHeldFrom(company).stream()
        .noneMatch(holding -> holding.title().equals(POOL))) {
      holdings.save(
          new TitleHolding(
              0, company, POOL, from, FromPrecision.DAY, null, from, null, null, "试验", null, "试验"));
    }
  }

  /// A company's place in the round that was opened for it.
  public long member(long company) {
    return statements
        .rows(
            "SELECT id FROM review_member WHERE company_id = ? ORDER BY id DESC LIMIT 1",
            List.of(company),
            row -> row.getLong(1))
        .getFirst();
  }
}
