package seedbed.inspection;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import seedbed.web.Refusal;

/// What companies think of inspections, without their names: what is kept of a rating leads back to
/// nobody, and that somebody has rated says nothing about what.
@Singleton
class Ratings {

  private static final String MARK = "INSERT INTO inspection_rated (inspection_id) VALUES (?)";

  private static final String ADD =
      """
      INSERT INTO inspection_rating (id, region_code, unit, rated_year, score, words)
      VALUES (?, ?, ?, ?, ?, ?)
      """;

  private static final String RATED = "SELECT 1 FROM inspection_rated WHERE inspection_id = ?";

  private static final String SUMS =
      """
      SELECT t.region_code, MAX(r.name), t.unit, t.rated_year, COUNT(*) AS ratings,
             SUM(t.score) AS points
      FROM inspection_rating t
      JOIN region r ON r.code = t.region_code
      WHERE t.region_code LIKE ?
      GROUP BY t.region_code, t.unit, t.rated_year
      HAVING COUNT(*) >= ?
      ORDER BY t.rated_year DESC, t.region_code, t.unit
      """;

  // By the random key, so that the order tells nothing either.
  private static final String SINGLE =
      """
      SELECT score, words
      FROM inspection_rating
      WHERE region_code = ?
        AND unit = ?
        AND rated_year = ?
      ORDER BY id
      LIMIT ?
      """;

  private final TransactionOperations<Connection> transactions;

  Ratings(TransactionOperations<Connection> transactions) {
    this.transactions = transactions;
  }

  /// What was given to a unit in a year. Units of several regions can have the same name.
  record Sum(String region, String regionName, String unit, int year, long ratings, long points) {}

  record Single(int score, @Nullable String words) {}

  boolean rated(long inspection) {
    return transactions.executeRead(status -> {
      try (PreparedStatement select = status.getConnection().prepareStatement(RATED)) {
        select.setLong(1, inspection);
        try (ResultSet row = select.executeQuery()) {
          return row.next();
        }
      }
    });
  }

  /// Once for each inspection.
  ///
  /// @throws Refusal.Stale when it was rated before
  void rate(Inspection inspection, int year, int score, @Nullable String words) {
    transactions.executeWrite(status -> {
      mark(status.getConnection(), inspection.id());
      try (PreparedStatement add = status.getConnection().prepareStatement(ADD)) {
        add.setString(1, UUID.randomUUID().toString());
        add.setString(2, inspection.regionCode());
        add.setString(3, inspection.unit());
        add.setInt(4, year);
        add.setInt(5, score);
        add.setString(6, words);
        return add.executeUpdate();
      }
    });
  }

  private static void mark(Connection connection, long inspection) throws SQLException {
    try (PreparedStatement mark = connection.prepareStatement(MARK)) {
      mark.setLong(1, inspection);
      mark.executeUpdate();
    } catch (SQLIntegrityConstraintViolationException _) {
      throw new Refusal.Stale("这次检查已经评价过；评价不记名，提交后不能查看或修改。");
    }
  }

  /// Of the units of a region, where there are enough of them.
  List<Sum> sums(String region, int least) {
    return transactions.executeRead(status -> {
      try (PreparedStatement select = status.getConnection().prepareStatement(SUMS)) {
        select.setString(1, region + "%");
        select.setInt(2, least);
        List<Sum> sums = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            sums.add(
                new Sum(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getInt(4),
                    row.getLong(5),
                    row.getLong(6)));
          }
        }
        return sums;
      }
    });
  }

  List<Single> singles(Sum sum, int limit) {
    return transactions.executeRead(status -> {
      try (PreparedStatement select = status.getConnection().prepareStatement(SINGLE)) {
        select.setString(1, sum.region());
        select.setString(2, sum.unit());
        select.setInt(3, sum.year());
        select.setInt(4, limit);
        List<Single> singles = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            singles.add(new Single(row.getInt(1), row.getString(2)));
          }
        }
        return singles;
      }
    });
  }
}
