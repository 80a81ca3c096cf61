package seedbed.request;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import seedbed.criteria.RequestRules;
import seedbed.web.Refusal;

/// Ends requests whose answer the company has said nothing about for too long, and sees to it that
/// it was told before. It may run as often as one likes and on several nodes at once: each request
/// is moved once.
@Singleton
class Silences {

  private final RequestRecords records;
  private final RequestMoves moves;
  private final Telling telling;
  private final RequestRules rules;

  Silences(RequestRecords records, RequestMoves moves, Telling telling, RequestRules rules) {
    this.records = records;
    this.moves = moves;
    this.telling = telling;
    this.rules = rules;
  }

  /// Tells companies that have an account by now of what was answered before. Their days to speak
  /// begin then.
  ///
  /// @return how many were delivered
  int deliver(LocalDate today) {
    LocalDate confirmBy = today.plusDays(rules.silenceDays());
    return each(records.undelivered(), Move.DELIVER, request -> request.delivered(confirmBy));
  }

  /// Tells companies whose silence is about to count.
  void warn(LocalDate today) {
    records.awaited(today, today.plusDays(rules.silenceNoticeDays())).forEach(telling::warn);
  }

  /// @return how many were ended
  int close(LocalDate today) {
    return each(
        records.awaited(LocalDate.EPOCH, today.minusDays(1)),
        Move.SILENCE,
        request -> request.silent(today));
  }

  private int each(List<Request> requests, Move move, UnaryOperator<Request> change) {
    int moved = 0;
    for (Request request : requests) {
      try {
        moves.make(request, move, change, Said.NOTHING, null);
        moved++;
      } catch (Refusal.Stale _) {
        // Another node, or the company itself, was quicker.
      }
    }
    return moved;
  }
}
