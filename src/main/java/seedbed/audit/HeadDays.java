package seedbed.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Holds the days of the heads outside the database against those of the chain: on every day on
/// which something was linked a head was kept.
final class HeadDays {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private HeadDays() {}

  /// The days with links but without a head, from the first link on.
  static List<LocalDate> missing(Connection connection, List<HeadFile.Line> outside)
      throws SQLException {
    List<LocalDate> missing = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet first =
            statement.executeQuery("SELECT entry_id FROM trail_link ORDER BY seq LIMIT 1")) {
      if (first.next()) {
        Set<LocalDate> kept = kept(outside);
        LocalDate last = day(Linking.newest(connection));
        for (LocalDate day = day(first.getLong(1)); !day.isAfter(last); day = day.plusDays(1)) {
          // What came shortly before midnight is linked after it.
          boolean held = kept.contains(day) || kept.contains(day.plusDays(1));
          if (!held && linked(connection, day)) {
            missing.add(day);
          }
        }
      }
    }
    return missing;
  }

  private static Set<LocalDate> kept(List<HeadFile.Line> outside) {
    return outside.stream()
        .filter(HeadFile.Line::genuine)
        .map(line -> LocalDate.parse(line.time().substring(0, 10)))
        .collect(Collectors.toSet());
  }

  private static LocalDate day(long entry) {
    return EntryIds.at(entry).atZone(CHINA).toLocalDate();
  }

  private static boolean linked(Connection connection, LocalDate day) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            SELECT 1
            FROM trail_link
            WHERE entry_id >= ?
              AND entry_id < ?
            LIMIT 1
            """)) {
      select.setLong(1, EntryIds.first(begin(day)));
      select.setLong(2, EntryIds.first(begin(day.plusDays(1))));
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }

  private static Instant begin(LocalDate day) {
    return day.atStartOfDay(CHINA).toInstant();
  }
}
