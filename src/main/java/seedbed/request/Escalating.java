package seedbed.request;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import seedbed.audit.SystemDeeds;
import seedbed.schedule.Chore;

/// Writes into the history of each late request, every night, whom its lateness has reached, and
/// tells them. How far it reaches follows from its days alone; this says so where it is read later.
@Singleton
final class Escalating implements Chore {

  private final RequestRecords records;
  private final RequestMoves moves;
  private final SystemDeeds deeds;

  Escalating(RequestRecords records, RequestMoves moves, SystemDeeds deeds) {
    this.records = records;
    this.moves = moves;
    this.deeds = deeds;
  }

  @Override
  public String name() {
    return "late-requests";
  }

  @Override
  public String label() {
    return "登记逾期诉求的升级";
  }

  @Override
  public void run(LocalDate today) {
    for (long id : records.late(today)) {
      for (Entry entry : moves.escalate(id, today)) {
        deeds.done("request", id, Move.ESCALATE.label() + "：" + entry.words());
      }
    }
  }
}
