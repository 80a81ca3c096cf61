package seedbed.request;

import io.micronaut.data.exceptions.OptimisticLockException;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import seedbed.access.Caller;
import seedbed.criteria.RequestRules;
import seedbed.criteria.RequestRules.Charge;
import seedbed.criteria.RequestRules.Level;
import seedbed.web.Refusal;

/// Moves requests on, each move once, with its entry and its files, and tells whom it concerns.
@Singleton
class RequestMoves {

  private final TransactionOperations<Connection> transactions;
  private final RequestRecords records;
  private final Entries entries;
  private final Attachments attachments;
  private final Telling telling;
  private final RequestRules rules;
  private final Clock clock;

  RequestMoves(
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

  /// @param change what becomes of it; not asked where the move is refused
  /// @param by null for what goes by itself
  /// @throws Refusal.Stale when somebody else was quicker
  /// @throws Refusal.Invalid when the rules have it otherwise
  Request make(
      Request request, Move move, UnaryOperator<Request> change, Said said, @Nullable Caller by) {
    require(request, move, LocalDate.now(clock));
    try {
      return transactions.executeWrite(_ -> {
        Request moved = records.update(change.apply(request));
        Entry entry = entries.save(entry(request, moved, move, said.words(), by));
        attachments.add(entry, said.files());
        telling.tell(moved, entry);
        return moved;
      });
    } catch (OptimisticLockException e) {
      throw new Refusal.Stale("这件诉求刚刚由他人办理过，本次没有登记。请先看过最新情况。");
    }
  }

  /// Adds words and files, and moves nothing.
  void supplement(Request request, Said said, Caller by) {
    transactions.executeWrite(_ -> {
      records.lock(request.id());
      Request now = records.findById(request.id()).orElseThrow();
      require(now, Move.SUPPLEMENT, LocalDate.now(clock));
      Entry entry = entries.save(entry(now, now, Move.SUPPLEMENT, said.words(), by));
      attachments.add(entry, said.files());
      return entry;
    });
  }

  /// Writes down whom its lateness has reached, once for each promised day, and tells them.
  ///
  /// @return what was written, in the order of the levels
  List<Entry> escalate(long id, LocalDate today) {
    return transactions.executeWrite(_ -> {
      records.lock(id);
      Request now = records.findById(id).orElseThrow();
      Set<Charge> written =
          entries.findByRequestIdOrderByIdDesc(id).stream()
              .filter(entry -> Objects.equals(entry.dueOn(), now.dueOn()))
              .map(Entry::charge)
              .filter(Objects::nonNull)
              .collect(Collectors.toSet());
      return Escalation.reached(now.stage(), now.dueOn(), today, rules.escalation()).stream()
          .filter(level -> !written.contains(level.charge()))
          .map(level -> escalated(now, level, today))
          .toList();
    });
  }

  private Entry escalated(Request request, Level level, LocalDate today) {
    Telling.Reached reached = telling.reached(request, level, today);
    Entry entry =
        entries.save(
            entry(request, request, Move.ESCALATE, reached.sentence(), null)
                .charged(level.charge()));
    telling.tell(request, entry, reached);
    return entry;
  }

  private void require(Request request, Move move, LocalDate today) {
    switch (Course.of(request, move, today, rules)) {
      case Course.Allowed _ -> {}
      case Course.Elsewhere(var sentence) -> throw new Refusal.Stale(sentence);
      case Course.Refused(var sentence) -> throw new Refusal.Invalid("", sentence);
    }
  }

  /// Of what goes by itself nobody is said to have done it.
  Entry entry(
      Request before, Request after, Move move, @Nullable String words, @Nullable Caller by) {
    boolean reclassified = !before.kind().equals(after.kind());
    return new Entry(
        0,
        after.id(),
        move,
        after.stage(),
        after.unit(),
        before.dueOn(),
        after.dueOn(),
        LocalDate.now(clock),
        clock.instant(),
        by == null ? "" : by.username(),
        by == null ? "系统" : as(by),
        words,
        after.satisfaction(),
        reclassified ? before.kind() : null,
        reclassified ? after.kind() : null,
        null);
  }

  static String as(Caller by) {
    String unit = by.unit();
    return unit == null ? by.role().label() : unit;
  }
}
