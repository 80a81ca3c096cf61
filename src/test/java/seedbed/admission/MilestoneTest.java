package seedbed.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/// When the papers of an application can be looked at again.
final class MilestoneTest {

  private static final LocalDate MAY = LocalDate.of(2026, 5, 10);

  @Test
  void whatIsHandedInComesBackOrEndsIsOne() {
    List<Milestone> milestones =
        Milestone.of(
            List.of(
                step(1, 1, Move.SUBMIT, MAY),
                step(2, 1, Move.ASK, MAY.plusDays(2)),
                step(3, 1, Move.RETURN, MAY.plusDays(4)),
                step(4, 2, Move.SUBMIT, MAY.plusDays(9)),
                step(5, 2, Move.PASS, MAY.plusDays(10)),
                step(6, 2, Move.ANNOUNCE, MAY.plusDays(11)),
                step(7, 2, Move.ADMIT, MAY.plusDays(20))));

    assertThat(milestones).extracting(Milestone::step).containsExactly(1L, 3L, 4L, 7L);
    assertThat(milestones).extracting(Milestone::round).containsExactly(1, 1, 2, 2);
  }

  @Test
  void eachIsJudgedAsOfTheDayItWasHandedIn() {
    List<Milestone> milestones =
        Milestone.of(
            List.of(
                step(1, 1, Move.SUBMIT, MAY),
                step(2, 1, Move.WITHDRAW, MAY.plusDays(3)),
                step(3, 2, Move.SUBMIT, MAY.plusDays(30)),
                step(4, 2, Move.ADMIT, MAY.plusDays(60))));

    assertThat(milestones)
        .extracting(Milestone::judgedOn)
        .containsExactly(MAY, MAY, MAY.plusDays(30), MAY.plusDays(30));
  }

  @Test
  void whatIsStillBeingWrittenHasNone() {
    assertThat(Milestone.of(List.of())).isEmpty();
  }

  private static Step step(long id, int round, Move move, LocalDate on) {
    Instant at = on.atTime(10, 0).toInstant(ZoneOffset.ofHours(8));
    return new Step(id, 1, round, move, move.to(), null, on, at, "office", "培育办", null);
  }
}
