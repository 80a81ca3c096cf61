package seedbed.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.Clock;
import java.time.LocalDate;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import seedbed.seed.DemoPool;

/// What a browser without scripts sees while the pool is being judged.
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RunPagesIT {

  @Inject Site site;
  @Inject DemoPool demo;
  @Inject Clock clock;
  @Inject TransactionOperations<Connection> transactions;

  @BeforeAll
  void demonstrationPool() {
    demo.refill();
  }

  @AfterAll
  void nothingIsLeft() {
    demo.clear();
  }

  /// As another process would be at it.
  @BeforeEach
  void firstRunOfTheDayGoesOn() {
    site.page("/overview");
    execute("DELETE FROM assessment_gap");
    execute("DELETE FROM assessment");
    execute(
        """
        UPDATE assessment_run
        SET state = 'RUNNING', done = 60, touched_at = UTC_TIMESTAMP(6)
        """);
  }

  @Test
  @DisplayName("首次判定期间，工作台说明进度、可停止、可继续")
  void firstRunIsWatchedStoppedAndResumed() {
    var page = site.page("/overview");

    // How many companies there are in all is more than most readers may know.
    assertThat(page.select("progress").attr("max")).isEqualTo("100");
    assertThat(page.select(".progress").text()).contains(" %").doesNotContain("60", " / ");
    assertThat(page.select("noscript meta[http-equiv=refresh]")).hasSize(1);
    assertThat(page.select(".working").text()).contains("当日还没有判定过");
    assertThat(page.select(".stat")).isEmpty();

    var stopped = press(page.select("form[action$=stops]").attr("action"));
    assertThat(stopped.select(".working").text()).contains("判定已停止");
    assertThat(stopped.select("progress, noscript meta")).isEmpty();

    var resumed = press(stopped.select("form[action$=resumptions]").attr("action"));
    assertThat(resumed.select(".working")).isEmpty();
    assertThat(resumed.select(".stat")).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/companies", "/editions", "/editions/cn-xjr-2026", "/companies/%d"})
  void otherPagesAreReadableMeanwhile(String address) {
    var page = site.page(address.contains("%d") ? address.formatted(anyCompany()) : address);

    assertThat(page.select("h1").text()).isNotEmpty();
  }

  private long anyCompany() {
    return transactions.executeRead(status -> {
      try (var statement = status.getConnection().createStatement();
          var row = statement.executeQuery("SELECT MIN(id) FROM company")) {
        row.next();
        return row.getLong(1);
      }
    });
  }

  private Document press(String action) {
    return site.press(action, "on=" + LocalDate.now(clock));
  }

  private void execute(String sql) {
    transactions.executeWrite(status -> {
      try (var statement = status.getConnection().createStatement()) {
        return statement.executeUpdate(sql);
      }
    });
  }
}
