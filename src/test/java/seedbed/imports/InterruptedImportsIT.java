package seedbed.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.company.Company;
import seedbed.startup.TestDatabase;

/// Imports that are cancelled, killed, or written by a process of an earlier start.
@MicronautTest(transactional = false)
@DisplayName("中断和取消的导入")
final class InterruptedImportsIT extends ImportScene {

  @Inject TransactionOperations<Connection> transactions;

  @Test
  void anUploadThatCannotBeKeptLeavesNoRecord() {
    long before = imports.countByRegionCodeStartsWith("");
    asOwner("ALTER TABLE data_import_file RENAME COLUMN content TO away");
    try {
      assertThatThrownBy(() -> client.send("无处可存.xlsx", figureForm().bytes()))
          .isInstanceOf(HttpClientResponseException.class);
    } finally {
      asOwner("ALTER TABLE data_import_file RENAME COLUMN away TO content");
    }

    assertThat(imports.countByRegionCodeStartsWith("")).isEqualTo(before);
  }

  @Test
  void whatAnEarlierStartStillWritesIsRefused() {
    byte[] file = figureForm().row("企业名称", "谁也不是", "年度", 2024, "净利润（万元）", 3).bytes();
    long id = client.upload("接手.xlsx", file).get("id").asLong();
    leftBehind(id, "CHECKING");
    String silent = "00000000-0000-0000-0000-000000000001";
    asOwner("UPDATE data_import SET runner = '" + silent + "' WHERE id = " + id);
    String next = "00000000-0000-0000-0000-000000000002";
    assertThat(imports.takeToCheck(id, ImportState.CHECKED, next)).isEqualTo(1);

    assertThat(imports.takeToCheck(id, ImportState.CHECKED, silent)).isZero();
    assertThat(imports.begin(id, silent)).isZero();
    assertThat(imports.beat(id, silent, 1, 1)).isZero();
    assertThat(imports.begin(id, next)).isEqualTo(1);
    assertThat(imports.end(id, silent, ImportState.FAILED, "迟到")).isZero();
    assertThat(imports.end(id, next, ImportState.CANCELLED, null)).isEqualTo(1);
  }

  @Test
  void timeIsTheDatabasesAndNotOfThisProcess() {
    Instant before = imports.now();
    asOwner("DO SLEEP(0.01)");

    assertThat(imports.now()).isAfter(before);
    // Read in a wrong zone it would be hours off; no busy machine is.
    assertThat(Duration.between(imports.now(), Instant.now()).abs())
        .isLessThan(Duration.ofHours(1));
  }

  @Test
  void whatAKilledProcessLeftIsInterruptedAndCanBeStartedAgain() {
    Company company = company("中断导入有限公司");
    byte[] file = figureForm().row("企业名称", company.name(), "年度", 2024, "净利润（万元）", 9).bytes();
    long id = client.upload("中断.xlsx", file).get("id").asLong();
    leftBehind(id, "STORING");

    assertThat(client.show(id).get("state").asText()).isEqualTo("interrupted");
    assertThat(live(company, "net_profit", 2024)).isEmpty();
    http.toBlocking().exchange(HttpRequest.POST("/api/v1/imports/" + id + "/check", ""));
    assertThat(client.settled(id).get("state").asText()).isEqualTo("checked");
    assertThat(client.store(id, "all").get("state").asText()).isEqualTo("stored");
    assertThat(live(company, "net_profit", 2024)).hasSize(1);
  }

  @Test
  void aCancelledImportStoresNothingAndItsFileGoesWithTheWeek() {
    Company company = company("取消导入有限公司");
    byte[] file = figureForm().row("企业名称", company.name(), "年度", 2024, "净利润（万元）", 9).bytes();
    long id = client.upload("取消.xlsx", file).get("id").asLong();

    http.toBlocking().exchange(HttpRequest.POST("/api/v1/imports/" + id + "/cancellation", ""));

    assertThat(client.show(id).get("state").asText()).isEqualTo("cancelled");
    assertThatThrownBy(() -> client.store(id, "all"))
        .isInstanceOfSatisfying(HttpClientResponseException.class, ImportScene::unprocessable);
    assertThat(live(company, "net_profit", 2024)).isEmpty();
  }

  // Whoever serves requests may not change tables.
  private static void asOwner(String sql) {
    try (Connection owner = TestDatabase.asOwner();
        Statement statement = owner.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private void leftBehind(long id, String state) {
    transactions.executeWrite(status -> {
      try (PreparedStatement update =
          status
              .getConnection()
              .prepareStatement("UPDATE data_import SET state = ?, beat_at = ? WHERE id = ?")) {
        update.setString(1, state);
        update.setTimestamp(2, Timestamp.from(Instant.now().minusSeconds(60)));
        update.setLong(3, id);
        return update.executeUpdate();
      }
    });
  }
}
