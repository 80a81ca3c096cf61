package seedbed.review;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import seedbed.access.Scope;
import seedbed.archive.Archiving;
import seedbed.archive.Series;
import seedbed.audit.LastingAct;
import seedbed.evidence.content.FileFormat;
import seedbed.recognition.PoolRemoval;
import seedbed.sql.Statements;
import seedbed.web.Formats;
import seedbed.web.Refusal;

/// Closes a round: memberships, archive number, hash and stage in one transaction, so that a
/// process killed at any moment leaves it either open or closed.
@Singleton
class Closing {

  private static final MemberQuery UNDECIDED =
      new MemberQuery(MemberQuery.Standing.UNDECIDED, null, null);

  /// The places that those removed have in the pool now: whoever left and came back while the round
  /// ran has another one than at its opening.
  private static final String REMOVED =
      """
      SELECT t.id, u.reason
      FROM review_member m
      JOIN review_ruling u ON u.member_id = m.id
      JOIN title_holding t ON t.company_id = m.company_id
      WHERE m.round_id = ?
        AND u.decision = 'REMOVE'
        AND t.title = ?
        AND (t.held_to IS NULL OR t.held_to > ?)
        AND t.held_from < ?
      ORDER BY m.id
      """;

  private final TransactionOperations<Connection> transactions;
  private final WorkRunner runner;
  private final Works works;
  private final Rounds rounds;
  private final VisibleMembers members;
  private final Statements statements;
  private final Digest digest;
  private final PoolRemoval removal;
  private final Archiving archiving;
  private final Labelling labelling;
  private final PublicationFiles files;
  private final Clock clock;

  Closing(
      TransactionOperations<Connection> transactions,
      WorkRunner runner,
      Works works,
      Rounds rounds,
      VisibleMembers members,
      Statements statements,
      Digest digest,
      PoolRemoval removal,
      Archiving archiving,
      Labelling labelling,
      PublicationFiles files,
      Clock clock) {
    this.transactions = transactions;
    this.runner = runner;
    this.works = works;
    this.rounds = rounds;
    this.members = members;
    this.statements = statements;
    this.digest = digest;
    this.removal = removal;
    this.archiving = archiving;
    this.labelling = labelling;
    this.files = files;
    this.clock = clock;
  }

  /// How a round is to be closed.
  ///
  /// @param document what announces the decisions
  /// @param effectiveOn the first day on which those removed are out
  record Order(String document, LocalDate effectiveOn, Signature by) {}

  /// What a round is known by from now on.
  private record Closed(String number, String digest) {}

  /// Starts in the background.
  ///
  /// @throws Refusal.Invalid when somebody is still undecided
  void start(Round round, Order order, LastingAct act) {
    require(round, order, LocalDate.now(clock));
    works.want(round.id(), Work.Kind.CLOSING, round.members());
    act.begin();
    if (!runner.start(round.id(), Work.Kind.CLOSING, task(round, order, act))) {
      act.refused("已有人在办理");
      throw new Refusal.Stale("本轮正在由他人办理结束，没有重复办理。");
    }
  }

  private WorkRunner.Task task(Round round, Order order, LastingAct act) {
    return new WorkRunner.Task() {
      private @Nullable Closed closed;

      @Override
      public void run(WorkRunner.Ticker ticker) {
        closed = close(round, order, clock.instant(), ticker);
      }

      // The trail keeps the digest too, where nobody who can change the round can change it.
      @Override
      public void done() {
        Closed done = Objects.requireNonNull(closed);
        act.done("动态管理已办结，" + done.number() + "，结果摘要 " + done.digest());
      }

      @Override
      public void failed(String sentence) {
        act.failed(sentence);
      }
    };
  }

  /// Does it at once, as of a moment.
  void run(Round round, Order order, Instant at) {
    require(round, order, LocalDate.ofInstant(at, clock.getZone()));
    works.want(round.id(), Work.Kind.CLOSING, round.members());
    runner.run(round.id(), Work.Kind.CLOSING, ticker -> close(round, order, at, ticker));
  }

  private Closed close(Round round, Order order, Instant at, WorkRunner.Ticker ticker) {
    LocalDate today = LocalDate.ofInstant(at, clock.getZone());
    String by = order.by().by();
    return transactions.executeWrite(status -> {
      rounds.lock(round.id());
      require(rounds.findById(round.id()).orElseThrow(), order, today);
      labelling.write(status.getConnection(), round);
      rounds.settle(round.id(), order.effectiveOn(), order.document(), at, by, order.by().as());
      String hash = digest.of(round.id(), count -> ticker.reached(count, round.members()));
      removal.remove(removed(round, order), order.effectiveOn(), today, order.document(), by);
      // The document says its number, and the round as it is when it is closed.
      String number =
          archiving
              .freeze(
                  paper(round, order, hash),
                  new Archiving.Original(
                      files.name(round) + ".docx",
                      FileFormat.DOCX,
                      (imprint, out) -> {
                        end(round, imprint.number(), hash);
                        return files.original(
                            rounds.findById(round.id()).orElseThrow(), imprint, out);
                      }),
                  today,
                  by)
              .number()
              .toString();
      return new Closed(number, hash);
    });
  }

  private void end(Round round, String number, String hash) {
    if (rounds.close(round.id(), number, hash, Digest.VERSION) == 0) {
      throw new Refusal.Stale("本轮刚刚由他人办结或作废，没有再次办理。");
    }
  }

  private void require(Round round, Order order, LocalDate today) {
    if (!round.open()) {
      throw new Refusal.Stale("本轮现在的阶段是“" + round.stage().label() + "”，不能办理结束。");
    }
    if (!order.effectiveOn().isAfter(round.asOf())) {
      throw new Refusal.Invalid("effectiveOn", "生效日期应晚于数据截止日（" + round.asOf() + "）。");
    }
    if (order.effectiveOn().isAfter(today.plusYears(1))) {
      throw new Refusal.Invalid("effectiveOn", "生效日期不能晚于一年以后（" + today.plusYears(1) + "）。");
    }
    if (members.rectifyingBefore(round.id(), order.effectiveOn()) > 0) {
      throw new Refusal.Invalid("effectiveOn", "有企业的整改期限不晚于生效日期，请先改定整改期限。");
    }
    long undecided = members.count(round.id(), UNDECIDED, new Scope.Whole());
    if (undecided > 0) {
      throw new Refusal.Invalid(
          "document", "还有 " + Formats.count(undecided) + " 家没有作出决定，逐家决定后才能结束；没有决定的不按默认处理。");
    }
  }

  private List<PoolRemoval.Place> removed(Round round, Order order) {
    return statements.rows(
        REMOVED,
        List.of(round.id(), round.title(), order.effectiveOn(), order.effectiveOn()),
        row -> new PoolRemoval.Place(row.getLong(1), row.getString(2)));
  }

  private Archiving.Paper paper(Round round, Order order, String hash) {
    return new Archiving.Paper(
            Series.REVIEW,
            "%s %d 年度动态管理结果（%s）"
                .formatted(labelling.of(round).pool(), round.aboutYear(), order.document()),
            round.regionCode(),
            "review",
            round.id(),
            hash)
        .called(order.document());
  }
}
