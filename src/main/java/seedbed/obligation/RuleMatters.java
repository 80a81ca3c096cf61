package seedbed.obligation;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import seedbed.access.Caller;
import seedbed.access.Matters;
import seedbed.web.Address;

/// Tells the office that keeps the rules of those that were set aside because they fit no more.
@Singleton
class RuleMatters implements Matters {

  private final Rules rules;
  private final RuleKeeping keeping;
  private final Clock clock;

  RuleMatters(Rules rules, RuleKeeping keeping, Clock clock) {
    this.rules = rules;
    this.keeping = keeping;
    this.clock = clock;
  }

  @Override
  public Optional<Matter> of(Caller caller) {
    if (!keeping.may(caller)) {
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
