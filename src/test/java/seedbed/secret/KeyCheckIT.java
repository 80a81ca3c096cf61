package seedbed.secret;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.Connection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import seedbed.startup.StartFailure;

/// A node with another key does not touch the database.
@MicronautTest(transactional = false)
final class KeyCheckIT {

  @Inject TransactionOperations<Connection> transactions;
  @Inject Sealing sealing;

  @TempDir Path elsewhere;

  @Test
  void theDatabasesOwnKeyIsTakenAgain() {
    assertThatCode(() -> new KeyCheck(transactions, sealing)).doesNotThrowAnyException();
  }

  @Test
  void aFreshKeyIsRefusedWithASentence() {
    var fresh = new Sealing(new Keys(new SecretSettings(null, elsewhere.toString())));

    assertThatThrownBy(() -> new KeyCheck(transactions, fresh))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("密钥与数据库不符");
  }
}
