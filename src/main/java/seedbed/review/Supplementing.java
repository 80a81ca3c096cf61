package seedbed.review;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.access.Scope;
import seedbed.archive.Archiving;
import seedbed.archive.Series;
import seedbed.assessment.Assessing;
import seedbed.assessment.Rung;
import seedbed.company.Registration;
import seedbed.company.TitleHolding;
import seedbed.company.TitleHolding.FromPrecision;
import seedbed.company.TitleHoldings;
import seedbed.criteria.rule.Truth;
import seedbed.criteria.rule.Verdict;
import seedbed.evidence.content.FileFormat;
import seedbed.recognition.PoolRemoval;
import seedbed.web.Refusal;

/// Decides about a round after it was closed: re-checks of those who had to put something right,
/// and corrections. The round itself is never edited.
@Singleton
class Supplementing {

  private static final String INSERT =
      """
      INSERT INTO review_supplement (round_id, kind, document, archive_number, effective_on, reason,
                                     digest, issued_at, issued_by, issued_as, digest_version)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String INSERT_LINE =
      """
      INSERT INTO review_supplement_line (supplement_id, member_id, was, decision, upward,
                                          upward_label, rectify_until, reason, truth,
                                          verdict_number)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final TransactionOperations<Connection> transactions;
  private final Rounds rounds;
  private final Standing standing;
  private final Deciding deciding;
  private final PoolRemoval removal;
  private final Registration registration;
  private final TitleHoldings holdings;
  private final Assessing assessing;
  private final Archiving archiving;
  private final Labelling labelling;
  private final SupplementFile file;
  private final Clock clock;

  Supplementing(
      TransactionOperations<Connection> transactions,
      Rounds rounds,
      Standing standing,
      Deciding deciding,
      PoolRemoval removal,
      Registration registration,
      TitleHoldings holdings,
      Assessing assessing,
      Archiving archiving,
      Labelling labelling,
      SupplementFile file,
      Clock clock) {
    this.transactions = transactions;
    this.rounds = rounds;
    this.standing = standing;
    this.deciding = deciding;
    this.removal = removal;
    this.registration = registration;
    this.holdings = holdings;
    this.assessing = assessing;
    this.archiving = archiving;
    this.labelling = labelling;
    this.file = file;
    this.clock = clock;
  }

  /// What is decided.
  ///
  /// @param reason why the whole is necessary
  record Order(
      Supplement.Kind kind,
      String document,
      LocalDate effectiveOn,
      String reason,
      List<Change> changes,
      Signature by) {

    Order {
      changes = List.copyOf(changes);
    }
  }

  /// @param seen what held of it on the page that the writer had in front of him
  record Change(Member member, Ruling.Decided verdict, Decision seen) {}

  /// A change with what was there before and, for a re-check, what is judged today.
  private record Weighed(Change change, Decision was, @Nullable Verdict today) {}

  /// @throws Refusal.Invalid where a change does not follow from what holds now
  Supplement issue(Round round, Order order, Instant now) {
    // As exactly as the database keeps it, so that the digest can be taken again of what is read.
    Instant at = now.truncatedTo(ChronoUnit.MICROS);
    LocalDate today = LocalDate.ofInstant(at, clock.getZone());
    require(round, order, today);
    return transactions.executeWrite(status -> {
      rounds.lock(round.id());
      List<Weighed> weighed = new ArrayList<>();
      for (Change change : order.changes()) {
        weighed.add(weigh(round, order, change, today));
      }
      apply(round, order, weighed, today);
      Labels labels = labelling.of(round);
      List<Supplement.Line> lines = weighed.stream().map(each -> line(each, labels)).toList();
      String hash = Digest.of(round.digest(), supplement(round, order, at, "", ""), lines);
      String number =
          archiving
              .freeze(
                  paper(round, order, labels, hash),
                  new Archiving.Original(
                      file.name(round, order.kind(), labels) + ".docx",
                      FileFormat.DOCX,
                      (imprint, out) ->
                          file.write(round, order, labels, announced(weighed), at, imprint, out)),
                  today,
                  order.by().by())
              .number()
              .toString();
      Supplement issued = supplement(round, order, at, number, hash);
      insert(status.getConnection(), issued, lines);
      return issued;
    });
  }

  private static List<SupplementFile.Line> announced(List<Weighed> weighed) {
    return weighed.stream()
        .map(each ->
            new SupplementFile.Line(
                each.change().member().name(),
                each.was(),
                each.change().verdict().decision(),
                each.change().verdict().reason()))
        .toList();
  }

  private static void require(Round round, Order order, LocalDate today) {
    if (!round.closed()) {
      throw new Refusal.Stale("本轮还没有结束，请直接修改决定；补充决定只用于已经结束的轮次。");
    }
    if (order.changes().isEmpty()) {
      throw new Refusal.Invalid("reason", "请至少对一家企业作出补充决定。");
    }
    if (order.effectiveOn().isAfter(today.plusYears(1))) {
      throw new Refusal.Invalid("effectiveOn", "生效日期不能晚于一年以后（" + today.plusYears(1) + "）。");
    }
    LocalDate effective = round.effectiveOn();
    if (effective != null && order.effectiveOn().isBefore(effective)) {
      throw new Refusal.Invalid("effectiveOn", "生效日期不能早于本轮决定的生效日期（" + effective + "）。");
    }
  }

  private Weighed weigh(Round round, Order order, Change change, LocalDate day) {
    Member member = change.member();
    Decision was = standing.now(member.id());
    if (was != change.seen()) {
      throw new Refusal.Invalid(
          "decision-" + member.id(),
          "别人刚刚登记了%s的补充决定，现在的决定已由“%s”变为“%s”，没有登记您的这一次；请核对后重新选择。"
              .formatted(member.name(), change.seen().label(), was.label()));
    }
    if (!order.kind().leads(was, change.verdict().decision())) {
      throw new Refusal.Invalid(
          "decision-" + member.id(),
          "%s现在的决定是“%s”，不能作“%s：%s”。"
              .formatted(
                  member.name(),
                  was.label(),
                  order.kind().label(),
                  change.verdict().decision().label()));
    }
    deciding.require(member, change.verdict(), day);
    return new Weighed(
        change, was, order.kind() == Supplement.Kind.RECHECK ? judged(round, member, day) : null);
  }

  private @Nullable Verdict judged(Round round, Member member, LocalDate day) {
    return assessing
        .assess(member.companyId(), new Scope.Whole(), round.title(), day)
        .flatMap(Rung::verdict)
        .orElse(null);
  }

  private void apply(Round round, Order order, List<Weighed> weighed, LocalDate today) {
    List<PoolRemoval.Place> leaving = new ArrayList<>();
    List<TitleHolding> returning = new ArrayList<>();
    for (Weighed each : weighed) {
      boolean stays = each.change().verdict().decision().stays();
      if (each.was().stays() && !stays) {
        places(round, each.change(), order.effectiveOn())
            .forEach(holding ->
                leaving.add(new PoolRemoval.Place(holding.id(), each.change().verdict().reason())));
      }
      if (!each.was().stays()
          && stays
          && places(round, each.change(), order.effectiveOn()).isEmpty()) {
        requireNoLaterPlace(round, order, each.change());
        returning.add(returned(round, order, each.change(), today));
      }
    }
    removal.remove(leaving, order.effectiveOn(), today, order.document(), order.by().by());
    registration.hold(returning);
  }

  // Whoever was admitted again since would be in the pool twice.
  private void requireNoLaterPlace(Round round, Order order, Change change) {
    holdings.findByCompanyIdOrderByHeldFrom(change.member().companyId()).stream()
        .filter(holding ->
            holding.title().equals(round.title())
                && holding.heldFrom().isAfter(order.effectiveOn()))
        .findFirst()
        .ifPresent(holding -> {
          throw new Refusal.Invalid(
              "decision-" + change.member().id(),
              "%s已于 %s 重新入库，恢复在库的生效日期会与之重叠；请改定生效日期，或者不作更正。"
                  .formatted(change.member().name(), holding.heldFrom()));
        });
  }

  private List<TitleHolding> places(Round round, Change change, LocalDate day) {
    return holdings.findByCompanyIdOrderByHeldFrom(change.member().companyId()).stream()
        .filter(holding -> holding.title().equals(round.title()) && holding.covers(day))
        .toList();
  }

  private static TitleHolding returned(Round round, Order order, Change change, LocalDate today) {
    return new TitleHolding(
        0,
        change.member().companyId(),
        round.title(),
        order.effectiveOn(),
        FromPrecision.DAY,
        null,
        today,
        null,
        null,
        order.document(),
        null,
        "第 " + round.id() + " 号动态管理的补充决定");
  }

  private static Supplement.Line line(Weighed weighed, Labels labels) {
    Ruling.Decided verdict = weighed.change().verdict();
    Verdict today = weighed.today();
    String upward = verdict.upward();
    return new Supplement.Line(
        0,
        weighed.change().member().id(),
        weighed.was(),
        verdict.decision(),
        upward,
        upward == null ? null : labels.title(upward),
        verdict.rectifyUntil(),
        verdict.reason(),
        today == null ? null : today.truth(),
        today == null ? null : today.number());
  }

  private static Supplement supplement(
      Round round, Order order, Instant at, String number, String hash) {
    return new Supplement(
        0,
        round.id(),
        order.kind(),
        order.document(),
        number,
        order.effectiveOn(),
        order.reason(),
        hash,
        at,
        order.by().by(),
        order.by().as(),
        Digest.VERSION);
  }

  private static Archiving.Paper paper(Round round, Order order, Labels labels, String hash) {
    return new Archiving.Paper(
            Series.SUPPLEMENT,
            "%s %d 年度动态管理补充决定（%s，%s）"
                .formatted(
                    labels.pool(), round.aboutYear(), order.kind().label(), order.document()),
            round.regionCode(),
            "review",
            round.id(),
            hash)
        .called(order.document());
  }

  private static void insert(Connection connection, Supplement issued, List<Supplement.Line> lines)
      throws SQLException {
    long id = insert(connection, issued);
    try (PreparedStatement insert = connection.prepareStatement(INSERT_LINE)) {
      for (Supplement.Line line : lines) {
        Truth truth = line.truth();
        insert.setLong(1, id);
        insert.setLong(2, line.memberId());
        insert.setString(3, line.was().name());
        insert.setString(4, line.decision().name());
        insert.setString(5, line.upward());
        insert.setString(6, line.upwardLabel());
        insert.setObject(7, line.rectifyUntil());
        insert.setString(8, line.reason());
        insert.setString(9, truth == null ? null : truth.name());
        insert.setString(10, line.verdictNumber());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static long insert(Connection connection, Supplement issued) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(INSERT, PreparedStatement.RETURN_GENERATED_KEYS)) {
      insert.setLong(1, issued.roundId());
      insert.setString(2, issued.kind().name());
      insert.setString(3, issued.document());
      insert.setString(4, issued.archiveNumber());
      insert.setObject(5, issued.effectiveOn());
      insert.setString(6, issued.reason());
      insert.setString(7, issued.digest());
      insert.setTimestamp(8, Timestamp.from(issued.issuedAt()));
      insert.setString(9, issued.issuedBy());
      insert.setString(10, issued.issuedAs());
      insert.setInt(11, issued.digestVersion());
      insert.executeUpdate();
      try (ResultSet key = insert.getGeneratedKeys()) {
        key.next();
        return key.getLong(1);
      }
    }
  }
}
