package seedbed.admission;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import seedbed.access.Act;
import seedbed.access.Caller;
import seedbed.access.Matters;
import seedbed.access.Permissions;
import seedbed.web.Address;
import seedbed.web.Formats;

/// Tells a department on its first page which applications wait for its word.
@Singleton
class CheckMatters implements Matters {

  private final VisibleApplications visible;
  private final Permissions permissions;
  private final Clock clock;

  CheckMatters(VisibleApplications visible, Permissions permissions, Clock clock) {
    this.visible = visible;
    this.permissions = permissions;
    this.clock = clock;
  }

  @Override
  public Optional<Matter> of(Caller caller) {
    String unit = caller.unit();
    if (unit == null || !permissions.allow(caller, Act.CHECK_APPLICATION)) {
      return Optional.empty();
    }
    var mine = new VisibleApplications.Filter(List.of(Stage.DEPARTMENTS), unit);
    return permissions
        .of(caller, Act.SEE_APPLICATIONS)
        .map(permission -> visible.waiting(permission, mine))
        .filter(waiting -> waiting.count() > 0)
        .map(this::matter);
  }

  private Matter matter(VisibleApplications.Waiting waiting) {
    LocalDate due = waiting.earliest();
    return new Matter(
        "入库申请",
        "%s 件入库申请等候贵单位核实%s。"
            .formatted(Formats.count(waiting.count()), due == null ? "" : "，最早的期限是 " + due),
        due != null && due.isBefore(LocalDate.now(clock)),
        Address.of("/applications").with("show", "mine"));
  }
}
