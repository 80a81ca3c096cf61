package seedbed.review;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.access.Caller;
import seedbed.access.Permission;
import seedbed.company.Slices;
import seedbed.web.Refusal;

/// What is common to opinions and decisions: they are given while the round is open, of one member
/// or of many at once, and each has its line in the history.
@Singleton
class Sayings {

  private static final int AT_ONCE = 500;

  private static final String ENTRY =
      """
      INSERT INTO review_entry (member_id, kind, says, detail, note, done_at, done_by, done_as)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final TransactionOperations<Connection> transactions;
  private final Rounds rounds;
  private final Works works;
  private final Rulings rulings;
  private final VisibleMembers members;

  Sayings(
      TransactionOperations<Connection> transactions,
      Rounds rounds,
      Works works,
      Rulings rulings,
      VisibleMembers members) {
    this.transactions = transactions;
    this.rounds = rounds;
    this.works = works;
    this.rulings = rulings;
    this.members = members;
  }

  /// How it ended.
  sealed interface Said {}

  record Kept() implements Said {}

  /// Somebody else said something meanwhile, or the office has decided; nothing was kept.
  record Overtaken(Ruling now) implements Said {}

  /// A line of the history.
  record Line(
      Entry.Kind kind, Decision says, @Nullable String detail, @Nullable String note, Instant at) {}

  interface One {
    /// @return 0 where somebody was quicker
    int changed();
  }

  interface Many {
    /// Those of whom it can still be said, kept from everybody else.
    List<Long> open(List<Long> members);

    int changed(List<Long> members);
  }

  Said say(Member member, One change, Line line, Caller by) {
    return transactions.executeWrite(status -> {
      hold(member.roundId());
      if (change.changed() == 0) {
        return new Overtaken(rulings.find(member.id()).orElseThrow());
      }
      record(status.getConnection(), List.of(member.id()), line, by);
      return new Kept();
    });
  }

  /// @return of how many members of the list
  int sayOfAll(Round round, MemberQuery query, Permission by, Line line, Many change) {
    return transactions.executeWrite(status -> {
      hold(round.id());
      List<Long> ids = members.ids(round.id(), query, by.scope());
      int said = 0;
      for (List<Long> slice : Slices.of(ids, AT_ONCE)) {
        // Locked one table at a time: whoever was quicker with one of them keeps it.
        List<Long> open = change.open(slice);
        if (!open.isEmpty()) {
          change.changed(open);
          record(status.getConnection(), open, line, by.caller());
        }
        said += open.size();
      }
      return said;
    });
  }

  // Behind a lock that others share, so that the round is not closed beside it.
  private void hold(long round) {
    if (works
        .find(round, Work.Kind.CLOSING)
        .filter(work -> work.state() == Work.State.RUNNING)
        .isPresent()) {
      throw new Refusal.Stale("本轮正在办结，现在不能再填写意见或作出决定；请稍后查看。");
    }
    if (rounds.holdOpen(round).isEmpty()) {
      throw new Refusal.Stale("本轮现在不在进行中，不能再填写意见或作出决定。请打开本轮，看过最新情况。");
    }
  }

  private static void record(Connection connection, List<Long> members, Line line, Caller by)
      throws SQLException {
    Signature signature = Signature.of(by);
    try (PreparedStatement insert = connection.prepareStatement(ENTRY)) {
      for (long member : members) {
        insert.setLong(1, member);
        insert.setString(2, line.kind().name());
        insert.setString(3, line.says().name());
        insert.setString(4, line.detail());
        insert.setString(5, line.note());
        insert.setTimestamp(6, Timestamp.from(line.at()));
        insert.setString(7, signature.by());
        insert.setString(8, signature.as());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }
}
