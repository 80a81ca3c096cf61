package seedbed.recognition;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Titles that companies cannot apply for, because they were revoked. A revocation that was
/// corrected keeps nobody from anything from the day of its correction.
@Singleton
public class Bans {

  private static final String SELECT =
      """
      SELECT t.title, e.ban_until, e.ban_basis, e.ground, e.happened_on
      FROM title_event e
      JOIN title_holding t ON t.id = e.holding_id
      WHERE t.company_id = ?
        AND e.recorded_on <= ?
        AND e.happened_on <= ?
        AND e.ban_until > ?
        AND NOT EXISTS (SELECT 1
                        FROM title_event x
                        WHERE x.corrects = e.id
                          AND x.recorded_on <= ?)
      ORDER BY e.ban_until DESC, e.id
      """;

  /// A title that a company cannot apply for until a day.
  ///
  /// @param until the first day on which it can again
  public record Ban(
      String title, LocalDate until, LocalDate revokedOn, String ground, String basis) {

    /// `因数据造假于 2026-03-01 撤销，2029-03-01 前不得申报（依据：…）`.
    public String sentence() {
      return "因%s于 %s 撤销，%s 前不得申报（依据：%s）".formatted(ground, revokedOn, until, basis);
    }
  }

  private final TransactionOperations<Connection> transactions;

  Bans(TransactionOperations<Connection> transactions) {
    this.transactions = transactions;
  }

  /// The bans of a company that hold on a day, as far as they were known then. Whoever asks has
  /// made sure that the company is his to see.
  public List<Ban> of(long companyId, LocalDate on) {
    return transactions.executeRead(status -> {
      List<Ban> bans = new ArrayList<>();
      try (PreparedStatement select = status.getConnection().prepareStatement(SELECT)) {
        select.setLong(1, companyId);
        select.setObject(2, on);
        select.setObject(3, on);
        select.setObject(4, on);
        select.setObject(5, on);
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            bans.add(
                new Ban(
                    row.getString("title"),
                    row.getObject("ban_until", LocalDate.class),
                    row.getObject("happened_on", LocalDate.class),
                    Ground.valueOf(row.getString("ground")).label(),
                    row.getString("ban_basis")));
          }
        }
      }
      return bans;
    });
  }

  public Optional<Ban> of(long companyId, String title, LocalDate on) {
    return of(companyId, on).stream().filter(ban -> ban.title().equals(title)).findFirst();
  }
}
