package seedbed.archive;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Counts the numbers of units against their counters, in the database and from nothing else.
@Singleton
class Completeness {

  /// Numbers from a counter that several units had shared once are whole when all units together
  /// have all of them; those that a unit counts for itself, when it has every one.
  private static final String COUNTS =
      """
      SELECT k.region_code, COALESCE(r.name, k.region_code) AS unit, k.series, k.year,
             s.latest, COALESCE(s.common, 0) AS common,
             COALESCE(o.documents, 0) AS own, COALESCE(o.places, 0) AS own_places,
             o.first, o.last,
             COALESCE(m.documents, 0) AS shared, COALESCE(m.places, 0) AS shared_places,
             COALESCE(h.documents, 0) AS held, h.first AS held_first, h.last AS held_last
      FROM (SELECT region_code, series, year FROM archive_series
            UNION
            SELECT region_code, series, year FROM archive_document) k
      LEFT JOIN region r ON r.code = k.region_code
      LEFT JOIN archive_series s
        ON s.region_code = k.region_code AND s.series = k.series AND s.year = k.year
      LEFT JOIN (SELECT region_code, series, year, COUNT(*) AS documents,
                        COUNT(DISTINCT place) AS places, MIN(place) AS first, MAX(place) AS last
                 FROM archive_document
                 WHERE NOT common
                 GROUP BY region_code, series, year) o
        ON o.region_code = k.region_code AND o.series = k.series AND o.year = k.year
      LEFT JOIN (SELECT series, year, COUNT(*) AS documents, COUNT(DISTINCT place) AS places
                 FROM archive_document
                 WHERE common
                 GROUP BY series, year) m
        ON m.series = k.series AND m.year = k.year AND s.common > 0
      LEFT JOIN (SELECT region_code, series, year, COUNT(*) AS documents,
                        MIN(place) AS first, MAX(place) AS last
                 FROM archive_document
                 WHERE common
                 GROUP BY region_code, series, year) h
        ON h.region_code = k.region_code AND h.series = k.series AND h.year = k.year
      WHERE k.region_code LIKE CONCAT(?, '%%')
      ORDER BY k.region_code, k.year DESC, %s
      """
          .formatted(Series.IN_ORDER.replace("d.series", "k.series"));

  private final TransactionOperations<Connection> transactions;

  Completeness(TransactionOperations<Connection> transactions) {
    this.transactions = transactions;
  }

  /// The numbers of one unit, series and year.
  ///
  /// @param issued how many documents the unit has
  /// @param first the smallest number that the unit has, 0 where it has none
  /// @param latest what the counter says, 0 where there is no counter
  /// @param missing numbers that were given and that no document has
  /// @param duplicates documents whose number another one of the unit has
  record Line(
      String regionCode,
      String unit,
      Series series,
      int year,
      int issued,
      int first,
      int last,
      int latest,
      int missing,
      int duplicates) {

    /// Whether the counter stands where the last document does.
    boolean agrees() {
      return latest == last;
    }

    boolean whole() {
      return missing == 0 && duplicates == 0 && agrees();
    }
  }

  /// Of a region and everything below it.
  List<Line> of(String regionCode) {
    return transactions.executeRead(status -> {
      try (PreparedStatement select = status.getConnection().prepareStatement(COUNTS)) {
        select.setString(1, regionCode);
        List<Line> lines = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            lines.add(line(row));
          }
        }
        return lines;
      }
    });
  }

  private static Line line(ResultSet row) throws SQLException {
    int latest = row.getInt("latest");
    int common = row.getInt("common");
    int own = row.getInt("own");
    int ownPlaces = row.getInt("own_places");
    int shared = row.getInt("shared");
    int sharedPlaces = row.getInt("shared_places");
    int held = row.getInt("held");
    return new Line(
        row.getString("region_code"),
        row.getString("unit"),
        Series.valueOf(row.getString("series")),
        row.getInt("year"),
        own + held,
        held > 0 ? row.getInt("held_first") : row.getInt("first"),
        // What others had last of the shared numbers is where the own ones begin.
        own > 0 ? row.getInt("last") : Math.max(row.getInt("held_last"), common),
        latest,
        Math.max(0, latest - common - ownPlaces) + Math.max(0, common - sharedPlaces),
        own - ownPlaces + shared - sharedPlaces);
  }
}
