package seedbed.review;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import seedbed.access.Permission;
import seedbed.access.Role;
import seedbed.access.Scope;

/// Finds rounds for somebody: those that have a member in scope, and for the office those of its
/// region. A company is told once a round is closed.
@Singleton
class VisibleRounds {

  private final Reading reading;
  private final Rounds rounds;

  VisibleRounds(Reading reading, Rounds rounds) {
    this.reading = reading;
    this.rounds = rounds;
  }

  Optional<Round> find(long id, Permission permission) {
    List<Object> parameters = parameters(permission);
    parameters.add(id);
    return reading
        .rows(
            "SELECT r.id\n" + from(permission) + "  AND r.id = ?",
            parameters,
            row -> row.getLong(1))
        .stream()
        .findFirst()
        .flatMap(rounds::findById);
  }

  /// The newest first; a pool has one a year.
  List<Round> all(Permission permission) {
    return reading
        .rows(
            "SELECT r.id\n" + from(permission) + "ORDER BY r.about_year DESC, r.id DESC\nLIMIT 200",
            parameters(permission),
            row -> row.getLong(1))
        .stream()
        .flatMap(id -> rounds.findById(id).stream())
        .toList();
  }

  /// Whether the caller keeps the round, and does not only look after some of its companies.
  static boolean own(Round round, Permission permission) {
    return permission.scope() instanceof Scope.Region(String code)
        && round.regionCode().equals(code);
  }

  private static String from(Permission permission) {
    String ours = permission.scope() instanceof Scope.Region ? "r.region_code LIKE ?" : "FALSE";
    String told = permission.caller().role() == Role.COMPANY ? "  AND r.stage = 'CLOSED'\n" : "";
    return """
    FROM review_round r
    WHERE (%s
           OR EXISTS (SELECT 1
                      FROM review_member m
                      JOIN company c ON c.id = m.company_id
                      WHERE m.round_id = r.id
                        AND r.stage <> 'OPENING'
                        AND %s))
    %s\
    """
        .formatted(ours, MemberScope.condition(permission.scope()), told);
  }

  private static List<Object> parameters(Permission permission) {
    List<Object> parameters = new ArrayList<>();
    if (permission.scope() instanceof Scope.Region(String code)) {
      parameters.add(code + "%");
    }
    parameters.addAll(permission.scope().parameters());
    return parameters;
  }
}
