package seedbed.reminder;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import seedbed.obligation.Among;
import seedbed.obligation.Obligations;
import seedbed.obligation.Obligations.Query;
import seedbed.obligation.Obligations.Tally;
import seedbed.obligation.Window;
import seedbed.web.PublicAddress;

/// What group robots are told once a day: numbers of their region, nobody's name.
@Singleton
class RobotDigests {

  private static final int BACK = 60;
  private static final int AHEAD = 7;

  private final List<Robot> robots;
  private final Deliveries deliveries;
  private final Obligations obligations;
  private final PublicAddress here;
  private final Clock clock;

  RobotDigests(
      DeliverySettings settings,
      Deliveries deliveries,
      Obligations obligations,
      PublicAddress here,
      Clock clock) {
    robots = Robot.read(settings.robots());
    this.deliveries = deliveries;
    this.obligations = obligations;
    this.here = here;
    this.clock = clock;
  }

  void add(LocalDate today) {
    for (Robot robot : robots) {
      if (!deliveries.existsByRobotAndToldOn(robot.key(), today)) {
        Tally tally =
            obligations.tally(
                Query.of(new Window(today.minusDays(BACK), today.plusDays(AHEAD))),
                Among.below(List.of(robot.region()), today),
                today);
        if (tally.missing() > 0) {
          deliveries.tell(robot.channel(), robot.key(), today, words(tally), clock.instant());
        }
      }
    }
  }

  private String words(Tally tally) {
    return "培育库应报事项：已逾期未报 %d 项，一周内到期 %d 项。%s"
        .formatted(
            tally.overdue(),
            tally.missing() - tally.overdue(),
            here.printed("/obligations?show=overdue"));
  }
}
