package seedbed.admission;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A moment in the course of an application at which its papers can be looked at again: when it was
/// handed in, came back, was taken back or ended.
///
/// @param step its number in the history
/// @param at what came in later is not seen
/// @param judgedOn the day it had been handed in
/// @param handedIn the moment of it: editions published later do not apply to it
@Introspected
public record Milestone(
    long step,
    int round,
    String label,
    LocalDate on,
    Instant at,
    LocalDate judgedOn,
    Instant handedIn) {

  /// @param steps the whole history, the oldest first
  static List<Milestone> of(List<Step> steps) {
    List<Milestone> milestones = new ArrayList<>();
    @Nullable Step judged = null;
    for (Step step : steps) {
      judged = step.move() == Move.SUBMIT ? step : judged;
      if (judged != null && stands(step.move())) {
        milestones.add(
            new Milestone(
                step.id(),
                step.round(),
                step.move().label(),
                step.doneOn(),
                step.doneAt(),
                judged.doneOn(),
                judged.doneAt()));
      }
    }
    return List.copyOf(milestones);
  }

  private static boolean stands(Move move) {
    return switch (move) {
      case SUBMIT, WITHDRAW, RETURN, ADMIT, ENROL -> true;
      case ASK, PASS, COLLECT, PROCEED, ANNOUNCE -> false;
    };
  }
}
