package seedbed.review;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import seedbed.access.Act;
import seedbed.access.Permission;
import seedbed.access.Permissions;
import seedbed.access.Role;
import seedbed.sql.Statements;

/// Makes the list of rounds, to a company with its own result.
@Singleton
class RoundLists {

  private static final String OWN =
      """
      SELECT m.round_id, m.id, COALESCE(l.decision, u.decision) AS decision,
             CASE WHEN l.decision IS NULL THEN u.rectify_until ELSE l.rectify_until END AS until
      FROM review_member m
      JOIN review_round r ON r.id = m.round_id AND r.stage = 'CLOSED'
      JOIN review_ruling u ON u.member_id = m.id
      JOIN company c ON c.id = m.company_id
      """
          + Standing.NEWEST
          + "WHERE ";

  private final VisibleRounds visible;
  private final Statements statements;
  private final Labelling labelling;
  private final Permissions permissions;

  RoundLists(
      VisibleRounds visible, Statements statements, Labelling labelling, Permissions permissions) {
    this.visible = visible;
    this.statements = statements;
    this.labelling = labelling;
    this.permissions = permissions;
  }

  private record Result(long round, RoundList.Own own) {}

  RoundList list(Permission permission) {
    List<VisibleRounds.Tallied> rounds = visible.all(permission);
    Map<Long, Labels> labels =
        labelling.of(rounds.stream().map(VisibleRounds.Tallied::subject).toList());
    Map<Long, RoundList.Own> own = own(permission);
    return new RoundList(
        permissions.allow(permission.caller(), Act.KEEP_REVIEWS),
        rounds.stream()
            .map(round ->
                line(round, Objects.requireNonNull(labels.get(round.id())), own.get(round.id())))
            .toList());
  }

  private static RoundList.Line line(
      VisibleRounds.Tallied round, Labels labels, RoundList.@Nullable Own own) {
    return new RoundList.Line(
        round.id(),
        round.aboutYear(),
        labels.pool(),
        labels.region(),
        round.stage(),
        round.asOf(),
        round.decisionsDue(),
        round.members(),
        round.decided(),
        round.kept(),
        round.rectified(),
        round.removed(),
        round.recommended(),
        round.document(),
        own);
  }

  private Map<Long, RoundList.Own> own(Permission permission) {
    if (permission.caller().role() != Role.COMPANY) {
      return Map.of();
    }
    return statements
        .rows(
            OWN + MemberScope.condition(permission.scope()),
            permission.scope().parameters(),
            RoundLists::result)
        .stream()
        .collect(Collectors.toMap(Result::round, Result::own));
  }

  private static Result result(ResultSet row) throws SQLException {
    Decision decision = Decision.valueOf(row.getString("decision"));
    return new Result(
        row.getLong("round_id"),
        new RoundList.Own(
            row.getLong("id"),
            decision.label(),
            decision.styleClass(),
            row.getObject("until", LocalDate.class)));
  }
}
