package seedbed.request;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import seedbed.access.Caller;
import seedbed.access.Role;

/// Requests in the making, for tests of this package and others.
@Singleton
public final class GivenRequests {

  private static final AtomicInteger MADE = new AtomicInteger();

  private final RequestCasework casework;
  private final RequestRecords records;
  private final RequestMoves moves;
  private final Attachments attachments;
  private final TransactionOperations<Connection> transactions;
  private final Clock clock;

  GivenRequests(
      RequestCasework casework,
      RequestRecords records,
      RequestMoves moves,
      Attachments attachments,
      TransactionOperations<Connection> transactions,
      Clock clock) {
    this.casework = casework;
    this.records = records;
    this.moves = moves;
    this.attachments = attachments;
    this.transactions = transactions;
    this.clock = clock;
  }

  /// The number of a request that a unit has in hand since today.
  public long handled(long company, String unit) {
    return handled(company, unit, LocalDate.now(clock));
  }

  /// The same with a file.
  public long withFile(long company, String unit) {
    long id = handled(company, unit);
    var file =
        new Upload(1, "试验.txt", new ByteArrayInputStream("试验".getBytes(StandardCharsets.UTF_8)));
    moves.supplement(
        find(id), new Said(null, attachments.receive(List.of(file))), by(Role.COMPANY));
    return id;
  }

  /// The same since another day.
  public long handled(long company, String unit, LocalDate on) {
    long id = raised(company, on);
    casework.route(id, unit, null, on, by(Role.OFFICE));
    return id;
  }

  /// One that the office has to route.
  public long raised(long company, LocalDate on) {
    return casework.raise(
        new Raising.Wish(company, "land", "试验诉求" + MADE.incrementAndGet(), "试验内容"),
        on,
        by(Role.COMPANY));
  }

  /// One that was answered on a day, and waits for its company.
  public long answered(long company, String unit, LocalDate on) {
    long id = handled(company, unit, on);
    casework.answer(id, "试验答复", on, by(Role.OFFICE));
    return id;
  }

  /// One that was answered on a day and the company agreed with.
  public long closed(long company, String unit, LocalDate on) {
    long id = handled(company, unit, on);
    close(id, on);
    return id;
  }

  /// Answers one that a unit has in hand, and its company agrees.
  public void close(long id, LocalDate on) {
    casework.answer(id, "试验答复", on, by(Role.OFFICE));
    casework.agree(id, Request.MOST_SATISFIED, "试验", on, by(Role.COMPANY));
  }

  /// Whoever is in hand now was promised for another day.
  public void promise(long id, LocalDate day) {
    transactions.executeWrite(status -> {
      try (PreparedStatement update =
          status.getConnection().prepareStatement("UPDATE request SET due_on = ? WHERE id = ?")) {
        update.setObject(1, day);
        update.setLong(2, id);
        return update.executeUpdate();
      }
    });
  }

  Request find(long id) {
    return records.findById(id).orElseThrow();
  }

  static Caller by(Role role) {
    return new Caller(0, 0, "shiyan", role, "", null, null);
  }
}
