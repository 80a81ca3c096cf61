package seedbed.inspection;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import seedbed.access.Caller;

/// Gives companies their codes, one at a time.
@Singleton
class CodeIssue {

  private final TransactionOperations<Connection> transactions;
  private final InspectionCodes codes;
  private final Clock clock;

  CodeIssue(TransactionOperations<Connection> transactions, InspectionCodes codes, Clock clock) {
    this.transactions = transactions;
    this.codes = codes;
    this.clock = clock;
  }

  InspectionCode renew(long company, String token, Caller by) {
    return transactions.executeWrite(_ -> {
      codes.revoke(company, clock.instant());
      return codes.save(
          new InspectionCode(0, company, token, clock.instant(), by.username(), null));
    });
  }
}
