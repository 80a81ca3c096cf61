package seedbed.meeting;

import io.micronaut.core.annotation.Introspected;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import seedbed.access.Caller;
import seedbed.access.Role;
import seedbed.sql.Statements;

/// Finds meetings for somebody: those whose agenda stands, of every region that holds the reader's
/// own or lies within it, and to an office what its own region prepares.
@Singleton
class VisibleMeetings {

  private static final String FROM =
      """
      FROM meeting m
      JOIN region r ON r.code = m.region_code
      WHERE (m.region_code LIKE CONCAT(?, '%') OR ? LIKE CONCAT(m.region_code, '%'))
        AND (m.stage <> 'DRAFT' OR (? AND m.region_code = ?))
      """;

  private static final String ROW =
      """
      SELECT m.id, m.about_year, m.about_month, m.stage, m.held_on, m.place, r.name AS region,
             (SELECT COUNT(*)
              FROM meeting_item i
              WHERE i.meeting_id = m.id
                AND i.dropped IS NULL) AS items,
             (SELECT COUNT(*)
              FROM decision d
              WHERE d.meeting_id = m.id) AS decisions,
             (SELECT COUNT(*)
              FROM decision d
              WHERE d.meeting_id = m.id
                AND d.state = 'OPEN') AS open_decisions
      """;

  @Introspected
  record Line(
      long id,
      String label,
      String region,
      String state,
      String styleClass,
      @Nullable LocalDate heldOn,
      String place,
      long items,
      long decisions,
      long open) {}

  private final Statements statements;
  private final Meetings meetings;

  VisibleMeetings(Statements statements, Meetings meetings) {
    this.statements = statements;
    this.meetings = meetings;
  }

  Optional<Meeting> find(long id, Caller caller) {
    boolean there =
        !statements
            .rows(
                "SELECT m.id\n" + FROM + "  AND m.id = ?",
                Statements.all(parameters(caller), id),
                row -> row.getLong(1))
            .isEmpty();
    return there ? meetings.findById(id) : Optional.empty();
  }

  /// The meeting of a decision that the reader may see.
  Meeting meeting(long id) {
    return meetings.findById(id).orElseThrow();
  }

  /// One that the reader has found, once more.
  Optional<Meeting> again(Meeting found) {
    return meetings.findById(found.id());
  }

  /// The newest first.
  List<Line> list(Caller caller, int limit, int offset) {
    return statements.rows(
        ROW
            + FROM
            + "ORDER BY m.about_year DESC, m.about_month DESC, m.region_code\nLIMIT ? OFFSET ?",
        Statements.all(parameters(caller), limit, offset),
        row -> {
          Stage stage = Stage.valueOf(row.getString("stage"));
          return new Line(
              row.getLong("id"),
              row.getInt("about_year") + "年" + row.getInt("about_month") + "月",
              row.getString("region"),
              stage.label(),
              stage.styleClass(),
              row.getObject("held_on", LocalDate.class),
              row.getString("place"),
              row.getLong("items"),
              row.getLong("decisions"),
              row.getLong("open_decisions"));
        });
  }

  long count(Caller caller) {
    return statements
        .rows("SELECT COUNT(*)\n" + FROM, parameters(caller), row -> row.getLong(1))
        .getFirst();
  }

  private static List<Object> parameters(Caller caller) {
    String own = caller.regionCode();
    return List.of(own, own, caller.role() == Role.OFFICE, own);
  }
}
