package seedbed.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.data.exceptions.DataAccessException;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLTransactionRollbackException;
import org.junit.jupiter.api.Test;

final class ContentionTest {

  @Test
  void aDeadlockIsAChangeByAnother() {
    assertThat(Contention.of(wrapped(new SQLTransactionRollbackException("Deadlock"))))
        .isEqualTo(Contention.CHANGED);
  }

  @Test
  void onlyADuplicateKeyIsADuplicate() {
    assertThat(Contention.of(wrapped(violation(1062)))).isEqualTo(Contention.DUPLICATE);
    assertThat(Contention.of(wrapped(violation(1048)))).isNull();
  }

  @Test
  void anyOtherFailureIsOurs() {
    assertThat(Contention.of(new IllegalStateException())).isNull();
    assertThat(Contention.of(null)).isNull();
  }

  private static SQLException violation(int code) {
    return new SQLIntegrityConstraintViolationException("no", "23000", code);
  }

  private static DataAccessException wrapped(SQLException failure) {
    return new DataAccessException("SQL error", failure);
  }
}
