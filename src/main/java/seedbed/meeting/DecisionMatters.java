package seedbed.meeting;

import jakarta.inject.Singleton;
import java.util.Optional;
import seedbed.access.Act;
import seedbed.access.Caller;
import seedbed.access.Matters;
import seedbed.access.Permissions;
import seedbed.web.Address;
import seedbed.web.Formats;

/// Tells owners of decisions, and who closes them, what is still open.
@Singleton
class DecisionMatters implements Matters {

  private final VisibleDecisions visible;
  private final Permissions permissions;

  DecisionMatters(VisibleDecisions visible, Permissions permissions) {
    this.visible = visible;
    this.permissions = permissions;
  }

  @Override
  public Optional<Matter> of(Caller caller) {
    if (!permissions.allow(caller, Act.SEE_DECISIONS)) {
      return Optional.empty();
    }
    VisibleDecisions.Counts counts = visible.counts(caller);
    long open = counts.going() + counts.late();
    return open == 0
        ? Optional.empty()
        : Optional.of(
            new Matter(
                "议定事项",
                "联席会议议定的 %s 件事项没有销号%s。"
                    .formatted(
                        Formats.count(open),
                        counts.late() == 0 ? "" : "，其中 " + Formats.count(counts.late()) + " 件已经逾期"),
                counts.late() > 0,
                counts.late() > 0
                    ? Address.of("/decisions").with("show", "late")
                    : Address.of("/decisions")));
  }
}
