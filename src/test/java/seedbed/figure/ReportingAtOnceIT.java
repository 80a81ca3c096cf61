package seedbed.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.company.Company;
import seedbed.company.Region;
import seedbed.company.RegionLevel;
import seedbed.company.Regions;
import seedbed.company.Registration;
import seedbed.company.Track;

@MicronautTest(transactional = false)
class ReportingAtOnceIT {

  private static final Instant MAY = Instant.parse("2026-05-10T01:30:00Z");
  private static final String REGION = "09";

  private final Regions regions;
  private final Registration registration;
  private final Reporting reporting;
  private final Figures figures;
  private final TransactionOperations<Connection> transactions;

  private long company;

  ReportingAtOnceIT(
      Regions regions,
      Registration registration,
      Reporting reporting,
      Figures figures,
      TransactionOperations<Connection> transactions) {
    this.regions = regions;
    this.registration = registration;
    this.reporting = reporting;
    this.figures = figures;
    this.transactions = transactions;
  }

  @BeforeEach
  void aCompany() {
    regions.save(new Region(REGION, "试省", RegionLevel.PROVINCE, null, "试验"));
    company =
        registration
            .register(
                List.of(
                    Company.named("同报试验有限公司", REGION, Track.MANUFACTURING, "试验", LocalDate.EPOCH)))
            .getFirst();
  }

  @AfterEach
  void leaveNothingBehind() {
    forget("DELETE FROM figure WHERE company_id = ? ORDER BY id DESC", company);
    forget("DELETE FROM company WHERE id = ?", company);
    forget("DELETE FROM region WHERE code = ?", REGION);
  }

  @Test
  @DisplayName("两人同时报同一文件的同一个数，后到的更正先到的，不会并存")
  void oneSourceNeverSaysTwoThingsAtOnce() throws Exception {
    CompletableFuture<Reporting.Reported> second =
        transactions.executeWrite(_ -> {
          reporting.report(List.of(revenue("5000")));
          CompletableFuture<Reporting.Reported> meanwhile =
              CompletableFuture.supplyAsync(() -> reporting.report(List.of(revenue("5100"))));
          // As long as the first report is not done, the second one has to wait.
          pause(meanwhile);
          return meanwhile;
        });

    assertThat(second.get(20, TimeUnit.SECONDS).corrections()).isEqualTo(1);
    assertThat(figures.ofCompany(company, Figures.LATEST).entries())
        .singleElement()
        .satisfies(entry -> {
          assertThat(entry.live())
              .extracting(attested -> attested.figure().value())
              .containsExactly(Value.number("5100"));
          assertThat(entry.superseded()).hasSize(1);
        });
  }

  private Figure revenue(String value) {
    return Figure.reported(
        company,
        "revenue",
        Period.year(2025),
        Value.number(value),
        new Source("审计报告", null),
        "填报员",
        MAY);
  }

  /// Gives the other one time to go wrong.
  private static void pause(CompletableFuture<?> other) {
    CompletableFuture.anyOf(
            other, new CompletableFuture<>().completeOnTimeout(true, 1, TimeUnit.SECONDS))
        .join();
  }

  private void forget(String delete, Object key) {
    transactions.executeWrite(status -> {
      try (var statement = status.getConnection().prepareStatement(delete)) {
        statement.setObject(1, key);
        return statement.executeUpdate();
      }
    });
  }
}
