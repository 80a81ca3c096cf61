package seedbed.recognition;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import seedbed.company.Companies;
import seedbed.company.Company;
import seedbed.company.Known;
import seedbed.company.TitleHolding;
import seedbed.company.TitleHoldings;

/// Finds single titles for somebody, as of a day: one of a company out of scope, or that was
/// registered later, is absent.
@Singleton
class VisibleTitles {

  private final TransactionOperations<Connection> transactions;
  private final TitleHoldings holdings;
  private final Companies companies;
  private final TitleEvents events;
  private final TitleStates states;

  VisibleTitles(
      TransactionOperations<Connection> transactions,
      TitleHoldings holdings,
      Companies companies,
      TitleEvents events,
      TitleStates states) {
    this.transactions = transactions;
    this.holdings = holdings;
    this.companies = companies;
    this.events = events;
    this.states = states;
  }

  /// A title with all that was known of it on a day.
  ///
  /// @param terms all rows of the company for this title, oldest first
  /// @param events what became of it, oldest first
  record Found(
      Company company,
      TitleHolding holding,
      List<TitleHolding> terms,
      List<TitleEvent> events,
      Term term) {

    State state(LocalDate day, RecognitionSettings settings) {
      return term.on(day, settings.windowMonths());
    }

    /// The yearly update that is recorded for a year.
    Optional<TitleEvent> updatedIn(int year) {
      return events.stream()
          .filter(event -> event.kind() == TitleEvent.Kind.UPDATED)
          .filter(event -> event.happenedOn().getYear() == year)
          .findFirst();
    }

    /// What counts of it: neither what was corrected nor the corrections.
    List<TitleEvent> standing() {
      return TitleEvent.standing(events);
    }

    /// What corrected an event.
    Optional<TitleEvent> correction(TitleEvent wrong) {
      return events.stream()
          .filter(event -> event.corrects() != null && event.corrects() == wrong.id())
          .findFirst();
    }

    /// The number of the last event, so that whoever acts says what he had in front of him.
    long version() {
      return events.isEmpty() ? 0 : events.getLast().id();
    }
  }

  Optional<Found> find(long id, Known known) {
    boolean there =
        transactions.executeRead(status -> {
          String sql =
              """
              SELECT t.id
              FROM title_holding t
              JOIN company c ON c.id = t.company_id
              WHERE %s
                AND t.id = ?
                AND t.recorded_on <= ?
              """
                  .formatted(known.condition("c"));
          try (PreparedStatement select = status.getConnection().prepareStatement(sql)) {
            int next = known.bind(select, 1);
            select.setLong(next, id);
            select.setObject(next + 1, known.on());
            try (ResultSet row = select.executeQuery()) {
              return row.next();
            }
          }
        });
    return there ? holdings.findById(id).map(row -> found(row, known.on())) : Optional.empty();
  }

  private Found found(TitleHolding row, LocalDate on) {
    Company company = companies.findById(row.companyId()).orElseThrow();
    TitleHolding holding = row.knownOn(on).orElse(row);
    List<TitleEvent> known =
        events.findByHoldingIdOrderById(row.id()).stream()
            .filter(event -> event.knownOn(on))
            .toList();
    List<TitleHolding> terms =
        holdings.findByCompanyIdOrderByHeldFrom(row.companyId()).stream()
            .filter(each -> each.title().equals(row.title()))
            .flatMap(each -> each.knownOn(on).stream())
            .sorted(Comparator.comparing(TitleHolding::heldFrom))
            .toList();
    return new Found(company, holding, terms, known, states.term(company, holding, known, on));
  }
}
