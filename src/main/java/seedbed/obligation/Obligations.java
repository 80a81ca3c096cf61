package seedbed.obligation;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Reads what is due.
@Singleton
public class Obligations {

  private static final String FROM =
      """
      ) o
      LEFT JOIN company c ON c.id = o.company_id
      JOIN region r ON r.code = COALESCE(c.region_code, o.region_code)
      WHERE TRUE\
      """;

  private static final String ROW =
      """
      SELECT o.kind, o.company_id, o.subject_id, o.period, o.title, o.path, o.owner, o.unit,
             o.opened_on, o.due_on, o.done_on, o.excuse, c.name, c.demo, r.name AS region,
      """
          + State.SQL
          + " AS state\nFROM (";

  private final TransactionOperations<Connection> transactions;
  private final Owing owing;

  Obligations(TransactionOperations<Connection> transactions, Owing owing) {
    this.transactions = transactions;
    this.owing = owing;
  }

  /// What a list is asked for.
  ///
  /// @param before only what is due before that day
  /// @param unit only what this department or inspecting unit owes; null for everybody's
  /// @param town the region itself, without those below it
  public record Query(
      Window due,
      @Nullable String kind,
      @Nullable State state,
      @Nullable LocalDate before,
      @Nullable Owner owner,
      @Nullable String unit,
      @Nullable String town,
      @Nullable String named) {

    public static Query of(Window due) {
      return new Query(due, null, null, null, null, null, null, null);
    }

    public Query kind(@Nullable String other) {
      return new Query(due, other, state, before, owner, unit, town, named);
    }

    Query due(Window other) {
      return new Query(other, kind, state, before, owner, unit, town, named);
    }

    Query state(@Nullable State other) {
      return new Query(due, kind, other, before, owner, unit, town, named);
    }

    Query before(LocalDate day) {
      return new Query(due, kind, State.MISSING, day, owner, unit, town, named);
    }
  }

  /// Something that is due.
  ///
  /// @param companyId whom it is about; 0 for what is about no company
  /// @param company null where that is 0
  /// @param excuse why it is not asked for; null where it is
  public record Obligation(
      String kind,
      long companyId,
      long subjectId,
      String period,
      String title,
      String path,
      Owner owner,
      @Nullable String unit,
      LocalDate openedOn,
      LocalDate dueOn,
      @Nullable LocalDate doneOn,
      @Nullable String excuse,
      @Nullable String company,
      boolean demo,
      String region,
      State state) {}

  /// How many of a kind are due on a day.
  public record DayCount(LocalDate dueOn, String kind, String title, long expected, long open) {}

  /// How a town did with a kind.
  ///
  /// @param overdue expected, past its day and still not there
  public record Rate(
      String region,
      String regionName,
      String kind,
      long expected,
      long reported,
      long onTime,
      long excused,
      long overdue) {

    public Rate {
      if (onTime < 0 || onTime > reported || reported > expected) {
        throw new IllegalStateException("0 ≤ %d ≤ %d ≤ %d".formatted(onTime, reported, expected));
      }
    }
  }

  /// What is due first comes first.
  public List<Obligation> list(Query query, Among among, int limit, int offset) {
    return rows(
        Sql.of(ROW)
            .and(part(query, among))
            .and("\nORDER BY o.due_on, o.kind, c.name_initials, c.id, o.subject_id, o.period")
            .and("\nLIMIT ? OFFSET ?", limit, offset),
        Obligations::obligation);
  }

  public long count(Query query, Among among) {
    return rows(Sql.of("SELECT COUNT(*)\nFROM (").and(part(query, among)), row -> row.getLong(1))
        .getFirst();
  }

  /// How many there are of each state.
  ///
  /// @param overdue of those missing, past their day
  public record Tally(
      long onTime, long late, long missing, long overdue, long excused, long notOwed) {

    public long of(State state) {
      return switch (state) {
        case ON_TIME -> onTime;
        case LATE -> late;
        case MISSING -> missing;
        case EXCUSED -> excused;
        case NOT_OWED -> notOwed;
      };
    }

    public long all() {
      return onTime + late + missing + excused + notOwed;
    }
  }

  public Tally tally(Query query, Among among, LocalDate today) {
    return rows(
            Sql.of("SELECT\n")
                .and(sum(State.ON_TIME))
                .and(sum(State.LATE))
                .and(sum(State.MISSING))
                .and(sum(State.EXCUSED))
                .and(sum(State.NOT_OWED))
                .and(
                    "SUM(" + State.SQL + " = 'MISSING' AND o.due_on < ?) AS overdue\nFROM (", today)
                .and(part(query, among)),
            row ->
                new Tally(
                    row.getLong("ON_TIME"),
                    row.getLong("LATE"),
                    row.getLong("MISSING"),
                    row.getLong("overdue"),
                    row.getLong("EXCUSED"),
                    row.getLong("NOT_OWED")))
        .getFirst();
  }

  private static Sql sum(State state) {
    return Sql.of("SUM(" + State.SQL + " = '" + state.name() + "') AS " + state.name() + ",\n");
  }

  /// Due days with how much is due, for a calendar.
  public List<DayCount> days(Query query, Among among) {
    return rows(
        Sql.of(
                """
                SELECT o.due_on, o.kind, MIN(o.title) AS title, COUNT(*) AS expected,
                       SUM(o.done_on IS NULL) AS waiting
                FROM (\
                """)
            .and(part(query, among))
            .and(
                """

                  AND o.owed = 1
                  AND o.excuse IS NULL
                GROUP BY o.due_on, o.kind
                ORDER BY o.due_on, o.kind
                """),
        row ->
            new DayCount(
                row.getObject(1, LocalDate.class),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                row.getLong(5)));
  }

  /// By town and kind.
  public List<Rate> rates(Query query, Among among, LocalDate today) {
    return rows(
        Sql.of(
                """
                SELECT r.code AS region_code, MIN(r.name) AS name, o.kind,
                       SUM(o.owed = 1 AND o.excuse IS NULL) AS expected,
                       SUM(o.owed = 1 AND o.excuse IS NULL AND o.done_on IS NOT NULL) AS reported,
                       SUM(o.owed = 1 AND o.excuse IS NULL AND o.done_on <= o.due_on) AS on_time,
                       SUM(o.owed = 1 AND o.excuse IS NOT NULL) AS excused,
                       SUM(o.owed = 1 AND o.excuse IS NULL AND o.done_on IS NULL
                           AND o.due_on < ?) AS overdue
                FROM (\
                """,
                today)
            .and(part(query, among))
            .and("\nGROUP BY r.code, o.kind\nORDER BY r.code, o.kind"),
        row ->
            new Rate(
                row.getString("region_code"),
                row.getString("name"),
                row.getString("kind"),
                row.getLong("expected"),
                row.getLong("reported"),
                row.getLong("on_time"),
                row.getLong("excused"),
                row.getLong("overdue")));
  }

  private Sql part(Query query, Among among) {
    boolean open = query.state() == State.MISSING;
    Sql sql = owing.query(among, query.due(), open).and(FROM);
    if (query.kind() != null) {
      sql = sql.and("\n  AND o.kind = ?", query.kind());
    }
    if (query.state() != null) {
      sql = sql.and("\n  AND " + State.SQL + " = ?", query.state().name());
    }
    if (query.before() != null) {
      sql = sql.and("\n  AND o.due_on < ?", query.before());
    }
    if (query.owner() != null) {
      sql = sql.and("\n  AND o.owner = ?", query.owner().name());
    }
    if (query.unit() != null) {
      sql = sql.and("\n  AND o.unit = ?", query.unit());
    }
    if (query.town() != null) {
      sql = sql.and("\n  AND r.code = ?", query.town());
    }
    if (query.named() != null) {
      sql =
          sql.and(
              "\n  AND (LOCATE(?, c.name) > 0 OR c.name_initials LIKE ?)",
              query.named(),
              initials(query.named()) + "%");
    }
    return sql;
  }

  // Letters alone, so that no wildcard is among them; what has none matches by name only.
  private static String initials(String named) {
    String lower = named.toLowerCase(Locale.ROOT);
    return lower.matches("[a-z0-9]+") ? lower : "~";
  }

  private interface Reading<T> {
    T of(ResultSet row) throws SQLException;
  }

  private <T> List<T> rows(Sql sql, Reading<T> reading) {
    return transactions.executeRead(status -> {
      List<T> rows = new ArrayList<>();
      try (PreparedStatement select = status.getConnection().prepareStatement(sql.text())) {
        sql.bind(select);
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            rows.add(reading.of(row));
          }
        }
      }
      return rows;
    });
  }

  private static Obligation obligation(ResultSet row) throws SQLException {
    return new Obligation(
        row.getString("kind"),
        row.getLong("company_id"),
        row.getLong("subject_id"),
        row.getString("period"),
        row.getString("title"),
        row.getString("path"),
        Owner.valueOf(row.getString("owner")),
        row.getString("unit"),
        row.getObject("opened_on", LocalDate.class),
        row.getObject("due_on", LocalDate.class),
        row.getObject("done_on", LocalDate.class),
        row.getString("excuse"),
        row.getString("name"),
        row.getBoolean("demo"),
        row.getString("region"),
        State.valueOf(row.getString("state")));
  }
}
