package seedbed.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The user that serves requests can add to the trail, to what was said and decided in reviews, to
/// what was done with sheets and to the archive, and do nothing else to them.
@MicronautTest(transactional = false)
class GrantsIT {

  @Inject TransactionOperations<Connection> transactions;
  @Inject Protection protection;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE trail_entry SET result = 200",
        "UPDATE trail_link SET sound = TRUE",
        "UPDATE trail_detail SET sealed = ''",
        "UPDATE trail_place SET sealed = ''",
        "UPDATE trail_check SET problems = 0",
        "DELETE FROM trail_entry",
        "DELETE FROM trail_link",
        "DELETE FROM trail_detail",
        "DELETE FROM trail_place",
        "DELETE FROM trail_check",
        "TRUNCATE TABLE trail_entry",
        "DROP TABLE trail_link",
        "ALTER TABLE trail_entry DROP COLUMN mac",
        "CREATE TABLE trail_other (id INT PRIMARY KEY)",
        "UPDATE review_entry SET note = ''",
        "UPDATE review_supplement SET reason = ''",
        "UPDATE review_supplement_line SET decision = 'KEEP'",
        "UPDATE archive_document SET digest = ''",
        "DELETE FROM review_entry",
        "DELETE FROM review_supplement",
        "DELETE FROM review_supplement_line",
        "DELETE FROM archive_document",
        "DELETE FROM archive_file",
        "DELETE FROM archive_amendment",
        "UPDATE archive_location SET box = '1'",
        "UPDATE operating_assurance SET wording = ''",
        "UPDATE operating_step SET note = ''",
        "UPDATE sheet_step SET note = ''",
        "DELETE FROM operating_assurance",
        "DELETE FROM operating_step",
        "DELETE FROM sheet_step",
        "TRUNCATE TABLE archive_document",
        "DROP TABLE review_entry",
      })
  void theseAreOnlyAddedTo(String statement) {
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> execute(statement))
        .satisfies(refused -> assertThat(refused.getSQLState()).isEqualTo("42000"));
  }

  @Test
  void theServerKnowsThatItsTrailIsWhole() {
    assertThat(protection.whole()).isTrue();
  }

  private void execute(String sql) throws SQLException {
    SQLException refused =
        transactions.executeWrite(status -> {
          try (Statement statement = status.getConnection().createStatement()) {
            statement.executeUpdate(sql);
            return null;
          } catch (SQLException e) {
            return e;
          }
        });
    if (refused != null) {
      throw refused;
    }
  }
}
