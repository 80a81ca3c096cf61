package seedbed.review;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import seedbed.access.Act;
import seedbed.access.Permission;
import seedbed.access.Permissions;
import seedbed.access.Role;
import seedbed.company.Region;
import seedbed.company.Regions;
import seedbed.criteria.Titles;

/// Makes the list of rounds, to a company with its own result.
@Singleton
class RoundLists {

  private final VisibleRounds visible;
  private final VisibleMembers members;
  private final Standing standing;
  private final Titles titles;
  private final Regions regions;
  private final Permissions permissions;

  RoundLists(
      VisibleRounds visible,
      VisibleMembers members,
      Standing standing,
      Titles titles,
      Regions regions,
      Permissions permissions) {
    this.visible = visible;
    this.members = members;
    this.standing = standing;
    this.titles = titles;
    this.regions = regions;
    this.permissions = permissions;
  }

  RoundList list(Permission permission) {
    return new RoundList(
        permissions.allow(permission.caller(), Act.KEEP_REVIEWS),
        visible.all(permission).stream().map(round -> line(round, permission)).toList());
  }

  private RoundList.Line line(Round round, Permission permission) {
    RoundPage.Totals totals = RoundReading.totals(members.towns(round.id(), permission.scope()));
    return new RoundList.Line(
        round.id(),
        round.aboutYear(),
        titles.get(round.title()).label(),
        regions.findByCode(round.regionCode()).map(Region::name).orElse(""),
        round.stage(),
        round.asOf(),
        round.decisionsDue(),
        totals.members(),
        totals.decided(),
        totals.kept(),
        totals.rectified(),
        totals.removed(),
        totals.recommended(),
        round.document(),
        own(round, permission));
  }

  private RoundList.@Nullable Own own(Round round, Permission permission) {
    if (permission.caller().role() != Role.COMPANY) {
      return null;
    }
    var query = new MemberQuery(null, null, null);
    return members.list(round.id(), query, permission.scope(), 1, 0).stream()
        .map(member -> {
          Standing.Now now = standing.of(member.id());
          return new RoundList.Own(
              member.id(), now.decision().label(), now.decision().styleClass(), now.until());
        })
        .findFirst()
        .orElse(null);
  }
}
