package seedbed.recognition;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import seedbed.criteria.Titles;

/// What became of a company's titles, as it was known on a day. It asks for no scope: whoever shows
/// it has found the company.
@Singleton
public class PastEvents {

  private static final String EVENTS =
      """
      SELECT e.happened_on, e.kind, e.document, t.title
      FROM title_event e
      JOIN title_holding t ON t.id = e.holding_id
      WHERE t.company_id = ?
        AND e.recorded_on <= ?
        AND e.happened_on <= ?
      ORDER BY e.happened_on, e.id
      """;

  private final TransactionOperations<Connection> transactions;
  private final Titles titles;

  PastEvents(TransactionOperations<Connection> transactions, Titles titles) {
    this.transactions = transactions;
    this.titles = titles;
  }

  public record Past(LocalDate on, String words) {}

  /// The oldest first.
  public List<Past> of(long company, LocalDate day) {
    return transactions.executeRead(status -> {
      List<Past> past = new ArrayList<>();
      try (PreparedStatement select = status.getConnection().prepareStatement(EVENTS)) {
        select.setLong(1, company);
        select.setObject(2, day);
        select.setObject(3, day);
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            String document = row.getString(3);
            past.add(
                new Past(
                    row.getObject(1, LocalDate.class),
                    titles.get(row.getString(4)).label()
                        + "："
                        + TitleEvent.Kind.valueOf(row.getString(2)).label()
                        + (document == null ? "" : "（" + document + "）")));
          }
        }
      }
      return past;
    });
  }
}
