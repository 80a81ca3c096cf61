package seedbed.request;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.access.Caller;
import seedbed.calendar.OfficeHours;
import seedbed.criteria.RequestRules;

/// Requests for those who load them by the dozen, such as demonstration data: the same acts as on
/// the pages, by number and as of a day, without asking who may.
@Singleton
public class RequestCasework {

  private static final LocalTime OFFICE_HOURS = LocalTime.of(10, 0);

  private final TransactionOperations<Connection> transactions;
  private final RequestRecords records;
  private final Entries entries;
  private final Attachments attachments;
  private final Telling telling;
  private final RequestRules rules;
  private final Clock clock;

  RequestCasework(
      TransactionOperations<Connection> transactions,
      RequestRecords records,
      Entries entries,
      Attachments attachments,
      Telling telling,
      RequestRules rules,
      Clock clock) {
    this.transactions = transactions;
    this.records = records;
    this.entries = entries;
    this.attachments = attachments;
    this.telling = telling;
    this.rules = rules;
    this.clock = clock;
  }

  public boolean any() {
    return records.count() > 0;
  }

  /// @return its number
  public long raise(Raising.Wish wish, LocalDate on, Caller by) {
    Clock then = at(on);
    return new Raising(
            transactions, records, entries, attachments, moves(then), telling.at(then), rules, then)
        .raise(wish, List.of(), by)
        .id();
  }

  /// @param promised null for what its kind is given
  public void route(long id, String unit, @Nullable LocalDate promised, LocalDate on, Caller by) {
    handling(on).route(request(id), new Handling.Routing(unit, null, promised), Said.NOTHING, by);
  }

  /// To another unit than the one that has it.
  public void reroute(
      long id, String unit, LocalDate promised, String why, LocalDate on, Caller by) {
    handling(on)
        .route(request(id), new Handling.Routing(unit, null, promised), Said.words(why), by);
  }

  public void transfer(long id, String unit, String why, LocalDate on, Caller by) {
    handling(on).transfer(request(id), new Handling.Routing(unit, null, null), Said.words(why), by);
  }

  public void extend(long id, LocalDate until, String why, LocalDate on, Caller by) {
    handling(on).extend(request(id), until, Said.words(why), by);
  }

  public void answer(long id, String words, LocalDate on, Caller by) {
    handling(on).answer(request(id), Said.words(words), by);
  }

  public void agree(long id, int satisfaction, String words, LocalDate on, Caller by) {
    concluding(on).agree(request(id), satisfaction, Said.words(words), by);
  }

  public void object(long id, String words, LocalDate on, Caller by) {
    concluding(on).object(request(id), Said.words(words), by);
  }

  public void withdraw(long id, String words, LocalDate on, Caller by) {
    concluding(on).withdraw(request(id), Said.words(words), by);
  }

  /// Ends what companies have said nothing about by that day.
  public void silence(LocalDate on) {
    Clock then = at(on);
    new Silences(records, moves(then), telling.at(then), rules).close(on);
  }

  /// Writes down whom the lateness of a request has reached by that day.
  public void escalate(long id, LocalDate on) {
    moves(at(on)).escalate(id, on);
  }

  private Request request(long id) {
    return records.findById(id).orElseThrow();
  }

  private Handling handling(LocalDate on) {
    Clock then = at(on);
    return new Handling(moves(then), rules, then);
  }

  private Concluding concluding(LocalDate on) {
    Clock then = at(on);
    return new Concluding(moves(then), rules, then);
  }

  private RequestMoves moves(Clock then) {
    return new RequestMoves(
        transactions, records, entries, attachments, telling.at(then), rules, then);
  }

  private Clock at(LocalDate on) {
    return Clock.fixed(OfficeHours.of(on, OFFICE_HOURS, clock), clock.getZone());
  }
}
