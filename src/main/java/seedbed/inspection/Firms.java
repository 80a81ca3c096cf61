package seedbed.inspection;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import seedbed.access.Scope;
import seedbed.company.Companies;
import seedbed.company.CompanyList;
import seedbed.company.CompanyPage;
import seedbed.company.CompanySearch;
import seedbed.company.Known;
import seedbed.criteria.InspectionRules;
import seedbed.criteria.Titles;
import seedbed.portfolio.Assignment;
import seedbed.portfolio.Assignments;
import seedbed.portfolio.Leaders;

/// Looks one company up for an inspection.
@Singleton
class Firms {

  private static final String WITHIN =
      """
      SELECT c.id
      FROM company c
      WHERE c.id = ?
        AND \
      """;

  private final TransactionOperations<Connection> transactions;
  private final CompanyList list;
  private final Companies companies;
  private final Assignments assignments;
  private final Leaders leaders;
  private final Titles titles;
  private final FilingDuty duty;
  private final Clock clock;

  Firms(
      TransactionOperations<Connection> transactions,
      CompanyList list,
      Companies companies,
      Assignments assignments,
      Leaders leaders,
      Titles titles,
      InspectionRules rules,
      Clock clock) {
    this.transactions = transactions;
    this.list = list;
    this.companies = companies;
    this.assignments = assignments;
    this.leaders = leaders;
    this.titles = titles;
    this.duty = new FilingDuty(rules);
    this.clock = clock;
  }

  Optional<Firm> find(long id, Scope scope) {
    Known known = Known.today(scope, clock);
    boolean within =
        transactions.executeRead(status -> {
          try (PreparedStatement select =
              status.getConnection().prepareStatement(WITHIN + known.condition("c"))) {
            select.setLong(1, id);
            known.bind(select, 2);
            try (ResultSet row = select.executeQuery()) {
              return row.next();
            }
          }
        });
    return within ? Optional.of(of(id)) : Optional.empty();
  }

  /// One that is known to be there.
  Firm of(long id) {
    LocalDate today = LocalDate.now(clock);
    CompanyPage.Row row =
        list.find(CompanySearch.all(today).paged(1, 1), new Scope.Single(id)).rows().getFirst();
    boolean complete = companies.findById(id).orElseThrow().titlesComplete(today);
    return new Firm(
        id,
        row.name(),
        row.demo(),
        row.creditCode(),
        row.regionName(),
        row.regionCode(),
        labels(row.titles()),
        labels(duty.calledForBy(row.titles())),
        duty.of(row.titles(), complete),
        assignments.ofCompanies(List.of(id), today).stream()
            .map(Assignment::accountId)
            .distinct()
            .toList(),
        leaders.of(id, today));
  }

  private List<String> labels(List<String> codes) {
    return codes.stream()
        .map(titles::get)
        .sorted(Comparator.comparingInt(Titles.Rung::ladder).reversed())
        .map(Titles.Rung::label)
        .toList();
  }
}
