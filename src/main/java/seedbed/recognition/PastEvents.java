package seedbed.recognition;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.Titles;

/// What became of a company's titles, as it was known on a day. It asks for no scope: whoever shows
/// it has found the company.
@Singleton
public class PastEvents {

  private static final String EVENTS =
      """
      SELECT e.happened_on, e.kind, e.document, t.title, wrong.kind AS wrong_kind,
             wrong.happened_on AS wrong_on
      FROM title_event e
      JOIN title_holding t ON t.id = e.holding_id
      LEFT JOIN title_event wrong ON wrong.id = e.corrects
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
                        + words(row)
                        + (document == null ? "" : "（" + document + "）")));
          }
        }
      }
      return past;
    });
  }

  private static String words(ResultSet row) throws SQLException {
    String kind = TitleEvent.Kind.valueOf(row.getString("kind")).label();
    @Nullable String wrong = row.getString("wrong_kind");
    return wrong == null
        ? kind
        : "%s %s 的%s"
            .formatted(
                kind,
                row.getObject("wrong_on", LocalDate.class),
                TitleEvent.Kind.valueOf(wrong).label());
  }
}
