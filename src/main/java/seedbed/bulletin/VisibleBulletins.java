package seedbed.bulletin;

import io.micronaut.core.annotation.Introspected;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import seedbed.access.Caller;
import seedbed.access.Role;
import seedbed.sql.Statements;

/// Finds bulletins for somebody: issued ones of every region that holds the reader's own or lies
/// within it, and to an office the drafts of its own region.
@Singleton
class VisibleBulletins {

  private static final String FROM =
      """
      FROM bulletin b
      JOIN region r ON r.code = b.region_code
      LEFT JOIN bulletin_issue i ON i.bulletin_id = b.id
      WHERE (b.region_code LIKE CONCAT(?, '%') OR ? LIKE CONCAT(b.region_code, '%'))
        AND (b.stage = 'ISSUED' OR (? AND b.region_code = ?))
      """;

  private static final String ROW =
      """
      SELECT b.id, b.about_year, b.quarter, b.stage, r.name AS region, i.archive_number, i.issued_on
      """;

  /// One of a list.
  @Introspected
  record Line(
      long id,
      String period,
      String kind,
      String region,
      String state,
      String styleClass,
      @Nullable LocalDate issuedOn,
      @Nullable String archiveNumber) {}

  private final Statements statements;
  private final Bulletins bulletins;

  VisibleBulletins(Statements statements, Bulletins bulletins) {
    this.statements = statements;
    this.bulletins = bulletins;
  }

  Optional<Bulletin> find(long id, Caller caller) {
    boolean there =
        !statements
            .rows(
                "SELECT b.id\n" + FROM + "  AND b.id = ?",
                Count.all(parameters(caller), id),
                row -> row.getLong(1))
            .isEmpty();
    return there ? bulletins.findById(id) : Optional.empty();
  }

  /// The newest period first.
  List<Line> list(Caller caller, int limit, int offset) {
    return statements.rows(
        ROW
            + FROM
            + "ORDER BY b.about_year DESC, b.quarter = 0 DESC, b.quarter DESC, b.region_code\n"
            + "LIMIT ? OFFSET ?",
        Count.all(parameters(caller), limit, offset),
        row -> {
          Period period = new Period(row.getInt("about_year"), row.getInt("quarter"));
          Stage stage = Stage.valueOf(row.getString("stage"));
          return new Line(
              row.getLong("id"),
              period.label(),
              period.kind(),
              row.getString("region"),
              stage.label(),
              stage.styleClass(),
              row.getObject("issued_on", LocalDate.class),
              row.getString("archive_number"));
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
