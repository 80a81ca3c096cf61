package seedbed.obligation;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import seedbed.access.Act;
import seedbed.access.Caller;
import seedbed.access.Matters;
import seedbed.access.Permission;
import seedbed.access.Permissions;
import seedbed.access.Role;
import seedbed.obligation.Obligations.Query;
import seedbed.obligation.Obligations.Tally;
import seedbed.web.Address;
import seedbed.web.Formats;

/// Tells people on their first page what they owe themselves, and leaders, who report nothing, what
/// is owed about their companies; each number is what the list shows.
@Singleton
class ObligationMatters implements Matters {

  private final Obligations obligations;
  private final ObligationLists lists;
  private final Permissions permissions;
  private final Clock clock;

  ObligationMatters(
      Obligations obligations, ObligationLists lists, Permissions permissions, Clock clock) {
    this.obligations = obligations;
    this.lists = lists;
    this.permissions = permissions;
    this.clock = clock;
  }

  @Override
  public Optional<Matter> of(Caller caller) {
    return permissions.of(caller, Act.SEE_OBLIGATIONS).flatMap(this::matter);
  }

  private Optional<Matter> matter(Permission permission) {
    LocalDate today = LocalDate.now(clock);
    boolean looksOn = permission.caller().role() == Role.LEADER;
    String whose = looksOn ? null : ObligationLists.MINE;
    Query query =
        lists
            .base(new ObligationLists.Typed(null, null, null, null, null, whose), permission, today)
            .state(State.MISSING);
    Tally tally = obligations.tally(query, Among.of(permission, clock), today);
    if (tally.missing() == 0) {
      return Optional.empty();
    }
    boolean late = tally.overdue() > 0;
    return Optional.of(
        new Matter(
            "应报事项",
            "%s %s 项还没有办%s。"
                .formatted(
                    looksOn ? "挂钩企业有" : "由您办理的",
                    Formats.count(tally.missing()),
                    late ? "，其中 " + Formats.count(tally.overdue()) + " 项已经逾期" : ""),
            late,
            Address.of("/obligations")
                .with("whose", whose)
                .with("show", late ? ObligationLists.OVERDUE : "missing")));
  }
}
