package seedbed.assessment;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import seedbed.criteria.Editions;
import seedbed.criteria.rule.Digest;
import seedbed.figure.Moment;

/// What a run rests on. As long as it is the same, a run need not be made again.
///
/// Figures and confirmations only grow, so their highest number known at the moment tells whether
/// there are new ones; companies and titles change in place and are told by their versions and
/// ends.
@Singleton
final class Basis {
  private static final String MARKS =
      """
      SELECT CONCAT_WS('/',
          (SELECT MAX(id) FROM figure WHERE reported_at <= ?),
          (SELECT MAX(id) FROM figure_confirmation WHERE confirmed_at <= ?),
          (SELECT CONCAT_WS(':', COUNT(*), SUM(version)) FROM company WHERE recorded_on <= ?),
          (SELECT CONCAT_WS(':', COUNT(*),
                            BIT_XOR(CRC32(CONCAT_WS(':', id, title, held_from, held_to,
                                                    end_recorded_on, mistaken_to, mistaken_from,
                                                    mistaken_until))))
           FROM title_holding
           WHERE recorded_on <= ?))
      """;

  private final TransactionOperations<Connection> transactions;
  private final Editions editions;

  Basis(TransactionOperations<Connection> transactions, Editions editions) {
    this.transactions = transactions;
    this.editions = editions;
  }

  /// A digest of all editions and notices with the days they are in force.
  String editions() {
    return digest(editions);
  }

  String of(Moment moment) {
    return Digest.sha256(moment.on() + "/" + marks(moment) + "/" + editions());
  }

  static String digest(Editions editions) {
    var all = editions.all().stream().map(each -> each.contentHash() + each.from() + each.to());
    var notices =
        editions.notices().stream().map(each -> each.contentHash() + each.from() + each.to());
    return Digest.sha256(Stream.concat(all, notices).collect(Collectors.joining("/")));
  }

  private String marks(Moment moment) {
    var known = LocalDateTime.ofInstant(moment.known(), ZoneOffset.ofHours(8));
    return transactions.executeRead(status -> marks(status.getConnection(), known, moment.on()));
  }

  private static String marks(Connection connection, LocalDateTime known, LocalDate on)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(MARKS)) {
      select.setObject(1, known);
      select.setObject(2, known);
      select.setObject(3, on);
      select.setObject(4, on);
      try (var row = select.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }
}
