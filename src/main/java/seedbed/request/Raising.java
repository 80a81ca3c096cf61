package seedbed.request;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import seedbed.access.Caller;
import seedbed.criteria.RequestRules;
import seedbed.criteria.RequestRules.Kind;
import seedbed.evidence.Receiving.Received;
import seedbed.web.FieldError;
import seedbed.web.Refusal;

/// Raises requests. Whoever asks for it has made sure that the company is within reach.
@Singleton
public class Raising {

  static final int LONGEST_SUBJECT = 80;
  static final int LONGEST_WORDS = 2_000;

  private final TransactionOperations<Connection> transactions;
  private final RequestRecords records;
  private final Entries entries;
  private final Attachments attachments;
  private final RequestMoves moves;
  private final Telling telling;
  private final RequestRules rules;
  private final Clock clock;

  Raising(
      TransactionOperations<Connection> transactions,
      RequestRecords records,
      Entries entries,
      Attachments attachments,
      RequestMoves moves,
      Telling telling,
      RequestRules rules,
      Clock clock) {
    this.transactions = transactions;
    this.records = records;
    this.entries = entries;
    this.attachments = attachments;
    this.moves = moves;
    this.telling = telling;
    this.rules = rules;
    this.clock = clock;
  }

  /// What somebody asks for.
  ///
  /// @param kind a code of `config/requests.yml`
  public record Wish(long companyId, String kind, String subject, String wanted) {}

  /// A request that was raised.
  ///
  /// @param unit who has it already; empty where the office has to route it
  public record Raised(long id, String unit, LocalDate dueOn) {}

  /// @throws Refusal.Invalid about `kind`, `subject`, `wanted` or a file
  public Raised raise(Wish wish, List<Upload> files, Caller by) {
    Wish stripped =
        new Wish(
            wish.companyId(),
            wish.kind().strip(),
            wish.subject().strip(),
            wish.wanted().strip().replace("\r\n", "\n"));
    Kind kind = required(stripped);
    List<Received> received = attachments.receive(files);
    LocalDate today = LocalDate.now(clock);
    Request made =
        transactions.executeWrite(_ -> {
          Request raised =
              records.save(
                  Request.raised(
                      stripped,
                      by.username(),
                      RequestMoves.as(by),
                      today,
                      today.plusDays(rules.routingDays())));
          Entry entry = entries.save(moves.entry(raised, raised, Move.RAISE, null, by));
          attachments.add(entry, received);
          telling.tell(raised, entry);
          return kind.direct() ? direct(raised, kind, today) : raised;
        });
    String unit = made.unit();
    return new Raised(made.id(), unit == null ? "" : unit, Objects.requireNonNull(made.dueOn()));
  }

  private Request direct(Request raised, Kind kind, LocalDate today) {
    return moves.make(
        raised,
        Move.DIRECT,
        request ->
            request.routed(Objects.requireNonNull(kind.unit()), today.plusDays(kind.days()), today),
        Said.NOTHING,
        null);
  }

  private Kind required(Wish wish) {
    List<FieldError> errors = new ArrayList<>();
    if (rules.kind(wish.kind()).isEmpty()) {
      errors.add(new FieldError("kind", "请选择诉求类别。"));
    }
    text(errors, "subject", "标题", wish.subject(), LONGEST_SUBJECT, "请用一句话写明要解决什么。");
    text(errors, "wanted", "具体情况", wish.wanted(), LONGEST_WORDS, "请写明具体情况、需要谁做什么、希望何时解决。");
    if (!errors.isEmpty()) {
      throw new Refusal.Invalid(errors.getFirst().message(), errors);
    }
    return rules.kind(wish.kind()).orElseThrow();
  }

  private static void text(
      List<FieldError> errors,
      String field,
      String label,
      String text,
      int longest,
      String missing) {
    if (text.isEmpty()) {
      errors.add(new FieldError(field, missing));
    } else {
      FieldError.tooLong(field, label, text, longest).ifPresent(errors::add);
    }
  }
}
