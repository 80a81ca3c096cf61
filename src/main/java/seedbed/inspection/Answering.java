package seedbed.inspection;

import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import seedbed.access.Caller;
import seedbed.access.Role;
import seedbed.inbox.Recipients;
import seedbed.web.Refusal;

/// Keeps what a company says of an inspection: under its name that it got the conclusion and what
/// it complains about, and without its name what it thinks of it.
@Singleton
class Answering {

  private final TransactionOperations<Connection> transactions;
  private final Answers answers;
  private final Ratings ratings;
  private final Firms firms;
  private final Reporting reporting;
  private final Recipients recipients;
  private final Clock clock;

  Answering(
      TransactionOperations<Connection> transactions,
      Answers answers,
      Ratings ratings,
      Firms firms,
      Reporting reporting,
      Recipients recipients,
      Clock clock) {
    this.transactions = transactions;
    this.answers = answers;
    this.ratings = ratings;
    this.firms = firms;
    this.reporting = reporting;
    this.recipients = recipients;
    this.clock = clock;
  }

  /// @throws Refusal.Stale when somebody else of the company was quicker
  void receive(Inspection inspection, Caller by) {
    try {
      answers.save(Answer.receipt(inspection.id(), clock.instant(), by.username()));
    } catch (DataAccessException e) {
      if (answers.existsByInspectionIdAndKind(inspection.id(), Answer.Kind.RECEIPT)) {
        throw new Refusal.Stale("结论刚刚签收过，不需要再次签收。");
      }
      throw e;
    }
  }

  void rate(Inspection inspection, int year, int score, @Nullable String words) {
    ratings.rate(inspection, year, score, words);
  }

  /// The office is told that there is a complaint; what it says stands on the page of the
  /// inspection.
  void complain(Records.File file, String words, Caller by) {
    Inspection inspection = file.inspection();
    Firm firm = firms.of(inspection.companyId());
    transactions.executeWrite(_ -> {
      Answer saved =
          answers.save(Answer.complaint(inspection.id(), words, clock.instant(), by.username()));
      reporting.send(
          inspection,
          recipients.nearest(Role.OFFICE, firm.regionCode()),
          firm,
          "complaint-" + saved.id(),
          "企业投诉检查：" + firm.name(),
          firm.name() + "对" + inspection.unit() + "的检查提出投诉，内容见检查页面。",
          "培育办受理企业对检查的投诉");
      return saved;
    });
  }
}
