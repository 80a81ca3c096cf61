package seedbed.evidence;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.access.Scope;
import seedbed.criteria.EvidenceKind;
import seedbed.criteria.Indicators;

/// Puts papers on file for those who make examples.
@Singleton
public class Filing {

  private final Keeping keeping;
  private final EvidenceRows rows;
  private final Indicators indicators;
  private final TransactionOperations<Connection> transactions;

  Filing(
      Keeping keeping,
      EvidenceRows rows,
      Indicators indicators,
      TransactionOperations<Connection> transactions) {
    this.keeping = keeping;
    this.rows = rows;
    this.indicators = indicators;
    this.transactions = transactions;
  }

  /// What a file is about.
  ///
  /// @param year null where it is about no year
  public record Label(long company, String indicator, @Nullable Integer year, String name) {}

  /// A file with its last day.
  public record File(String name, InputStream bytes, @Nullable LocalDate expiresOn) {}

  /// Whether anything is on file.
  public boolean any() {
    return transactions.executeRead(status -> {
      try (PreparedStatement select =
              status.getConnection().prepareStatement("SELECT 1 FROM evidence LIMIT 1");
          ResultSet row = select.executeQuery()) {
        return row.next();
      }
    });
  }

  /// Files a paper of the kind that its indicator wants, each version after the other.
  public void file(Label label, List<File> versions, String by) {
    Integer year = label.year();
    Evidence wanted =
        new Evidence(
            0,
            label.company(),
            label.indicator(),
            null,
            null,
            year == null ? null : LocalDate.of(year, 12, 31),
            year != null,
            indicators
                .paper(label.indicator())
                .map(Indicators.Paper::kind)
                .orElse(EvidenceKind.OTHER),
            label.name(),
            null,
            null,
            null,
            List.of());
    long id = keeping.open(wanted, sent(versions.getFirst(), by)).id();
    for (int number = 1; number < versions.size(); number++) {
      keeping.follow(
          rows.find(id, new Scope.Whole()).orElseThrow(), number, sent(versions.get(number), by));
    }
  }

  private static Keeping.Sent sent(File file, String by) {
    return new Keeping.Sent(file.name(), file.bytes(), file.expiresOn(), by);
  }
}
