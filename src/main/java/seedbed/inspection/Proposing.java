package seedbed.inspection;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import seedbed.access.Caller;
import seedbed.access.Role;
import seedbed.inbox.Inbox;
import seedbed.inbox.Notice;
import seedbed.inbox.Recipients;

/// Asks another unit to come along.
@Singleton
class Proposing {

  private final TransactionOperations<Connection> transactions;
  private final Proposals proposals;
  private final Inspections inspections;
  private final Inbox inbox;
  private final Recipients recipients;
  private final Clock clock;

  Proposing(
      TransactionOperations<Connection> transactions,
      Proposals proposals,
      Inspections inspections,
      Inbox inbox,
      Recipients recipients,
      Clock clock) {
    this.transactions = transactions;
    this.proposals = proposals;
    this.inspections = inspections;
    this.inbox = inbox;
    this.recipients = recipients;
    this.clock = clock;
  }

  @MappedEntity("inspection_proposal")
  record Proposal(
      @Id @GeneratedValue long id,
      long inspectionId,
      long otherId,
      Instant proposedAt,
      String proposedBy) {}

  /// Proposals; only added to.
  @JdbcRepository(dialect = Dialect.MYSQL)
  interface Proposals extends GenericRepository<Proposal, Long> {

    Proposal save(Proposal proposal);

    boolean existsByInspectionIdAndOtherId(long inspectionId, long otherId);
  }

  boolean proposed(long own, long other) {
    return proposals.existsByInspectionIdAndOtherId(own, other);
  }

  /// Once to each; the message leads the other unit to its own inspection.
  void propose(Inspection own, FilingPage.Neighbour other, Firm firm, Caller by) {
    Inspection theirs = inspections.findById(other.id()).orElseThrow();
    transactions.executeWrite(_ -> {
      Proposal saved =
          proposals.save(new Proposal(0, own.id(), theirs.id(), clock.instant(), by.username()));
      inbox.tell(
          recipients.ofUnit(Role.INSPECTOR, theirs.unit(), theirs.regionCode()),
          new Notice(
              Reporting.KIND,
              "提议联合检查：" + firm.name(),
              "%s 近期也要检查%s，提议与贵单位 %s 的检查合并进行（综合查一次）；同意的，请在报备中登记补充。"
                  .formatted(own.unit(), firm.name(), other.day()),
              "贵单位（" + theirs.unit() + "）近期计划检查同一家企业",
              "/inspections/" + theirs.id(),
              firm.id(),
              "inspection-" + theirs.id() + "-joint-" + own.id()));
      return saved;
    });
  }
}
