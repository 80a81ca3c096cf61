package seedbed.obligation;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import seedbed.access.Act;
import seedbed.access.Caller;
import seedbed.access.Matters;
import seedbed.access.Permissions;
import seedbed.web.Address;

/// Tells offices of rules that were set aside because they fit no more.
@Singleton
class RuleMatters implements Matters {

  private final Rules rules;
  private final Permissions permissions;
  private final Clock clock;

  RuleMatters(Rules rules, Permissions permissions, Clock clock) {
    this.rules = rules;
    this.permissions = permissions;
    this.clock = clock;
  }

  @Override
  public Optional<Matter> of(Caller caller) {
    if (!permissions.allow(caller, Act.KEEP_REMINDER_RULES)) {
      return Optional.empty();
    }
    int aside = rules.course().aside(LocalDate.now(clock)).size();
    return aside == 0
        ? Optional.empty()
        : Optional.of(
            new Matter(
                "提醒规则",
                "有 " + aside + " 处修改不再适用，暂按随系统配置的规则执行，请重新修改。",
                false,
                Address.of("/reminder-rules")));
  }
}
