package seedbed.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.BeanContext;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import seedbed.access.Scope;
import seedbed.assessment.PoolAssessment.Ready;
import seedbed.assessment.PoolAssessment.State;
import seedbed.assessment.PoolAssessment.Stopped;
import seedbed.assessment.PoolAssessment.Working;
import seedbed.company.Companies;
import seedbed.company.Company;
import seedbed.company.TitleRegister.Standing;
import seedbed.criteria.rule.Truth;
import seedbed.figure.Figure;
import seedbed.figure.Period;
import seedbed.figure.Reporting;
import seedbed.figure.Source;
import seedbed.figure.Value;
import seedbed.seed.DemonstrationData;

@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PoolAssessmentIT {
  private static final int MOST_QUESTIONS = 60;

  @Inject BeanContext context;
  @Inject PoolAssessment pool;
  @Inject Assessing assessing;
  @Inject Companies companies;
  @Inject Reporting reporting;
  @Inject Clock clock;
  @Inject TransactionOperations<Connection> transactions;

  private LocalDate today;

  @BeforeAll
  void loadThePool() {
    DemonstrationData.load(context);
  }

  @AfterAll
  void clearThePool() {
    DemonstrationData.clear();
  }

  @BeforeEach
  void beginWithoutRuns() {
    today = LocalDate.now(clock);
    execute("DELETE FROM assessment_gap");
    execute("DELETE FROM assessment");
    execute("DELETE FROM assessment_run");
  }

  @Test
  void outcomesSayWhatTheVerdictsOfEveryCompanySay() {
    var run = ready().run();

    var kept = outcomes(run.id());

    assertThat(kept).containsExactlyInAnyOrderElementsOf(verdicts());
  }

  @Test
  void everyCompanyHasAtMostOneNextStepAndNoneItHolds() {
    var run = ready().run();

    assertThat(number("SELECT COUNT(*) FROM assessment WHERE next_step AND held")).isZero();
    assertThat(
            number(
                """
                SELECT COUNT(*)
                FROM (SELECT company_id FROM assessment WHERE next_step
                      GROUP BY company_id HAVING COUNT(*) > 1) several
                """))
        .isZero();
    assertThat(number("SELECT COUNT(*) FROM assessment WHERE next_step AND run_id = " + run.id()))
        .isPositive();
  }

  @Test
  void severalAskersAtOnceMakeOneRun() throws Exception {
    List<Callable<State>> askers = new ArrayList<>();
    for (var i = 0; i < 4; i++) {
      askers.add(() -> pool.on(today));
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      threads.invokeAll(askers);
    }

    var run = ready().run();

    assertThat(number("SELECT COUNT(*) FROM assessment_run")).isEqualTo(1);
    assertThat(outcomes(run.id())).hasSameSizeAs(verdicts());
  }

  @Test
  void aRunLeftBehindByAKilledProcessIsTakenOver() {
    var run = ready().run();
    execute("DELETE FROM assessment WHERE company_id % 2 = 0");
    execute(
        """
        UPDATE assessment_run
        SET state = 'RUNNING', done = 90, touched_at = UTC_TIMESTAMP(6) - INTERVAL 120 SECOND
        """);

    var again = ready().run();

    assertThat(again.id()).isEqualTo(run.id());
    assertThat(again.done()).isEqualTo(again.companies());
    assertThat(outcomes(run.id())).hasSameSizeAs(verdicts());
  }

  @Test
  void aRunThatAnotherProcessIsMakingIsLeftToIt() {
    ready();
    execute("UPDATE assessment_run SET state = 'RUNNING', touched_at = UTC_TIMESTAMP(6)");

    assertThat(pool.on(today)).isInstanceOf(Working.class);
  }

  @Test
  void aStoppedRunWaitsUntilSomebodyResumesIt() {
    var run = ready().run();
    execute("UPDATE assessment_run SET state = 'RUNNING', touched_at = UTC_TIMESTAMP(6)");

    pool.stop(run.id());
    assertThat(pool.on(today)).isInstanceOf(Stopped.class);
    assertThat(pool.on(today)).isInstanceOf(Stopped.class);

    pool.resume(run.id());
    assertThat(ready().run().id()).isEqualTo(run.id());
  }

  @Test
  void newDataIsJudgedAnewAndReplacesWhatItMakesOld() {
    var before = ready().run();
    execute("UPDATE assessment_run SET touched_at = UTC_TIMESTAMP(6) - INTERVAL 11 MINUTE");
    var company = demo().getFirst();

    reporting.report(
        List.of(
            Figure.reported(
                company.id(),
                "revenue",
                Period.year(today.getYear() - 1),
                Value.number("1"),
                new Source("试验报告", "第1页"),
                "试验",
                Instant.now(clock))));
    var after = ready().run();

    assertThat(after.id()).isNotEqualTo(before.id());
    // The older run goes a moment after the newer one is done.
    eventually(() -> number("SELECT COUNT(*) FROM assessment_run") == 1);
    assertThat(number("SELECT COUNT(*) FROM assessment WHERE run_id = " + before.id())).isZero();
  }

  private Ready ready() {
    eventually(() -> pool.on(today) instanceof Ready);
    return (Ready) pool.on(today);
  }

  private static void eventually(BooleanSupplier holds) {
    for (var i = 0; i < MOST_QUESTIONS; i++) {
      if (holds.getAsBoolean()) {
        return;
      }
      try {
        Thread.sleep(500);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
    throw new AssertionError("nothing came of it in time");
  }

  private List<Company> demo() {
    return companies.inRegion("").stream().filter(Company::demo).toList();
  }

  private List<String> verdicts() {
    return companies.inRegion("").stream()
        .flatMap(company -> {
          var assessment = assessing.assess(company.id(), new Scope.Whole(), today).orElseThrow();
          return assessment.ladder().stream()
              .flatMap(rung ->
                  rung.verdict().stream()
                      .map(verdict ->
                          line(
                              company.id(),
                              rung.title().code(),
                              rung.standing() == Standing.HELD,
                              verdict.truth().name(),
                              verdict.count(Truth.NOT_MET),
                              verdict.count(Truth.UNKNOWN))));
        })
        .toList();
  }

  private List<String> outcomes(long run) {
    return transactions.executeRead(status -> {
      List<String> lines = new ArrayList<>();
      try (var select =
          status
              .getConnection()
              .prepareStatement(
                  """
                  SELECT company_id, title, held, truth, not_met_count, unknown_count
                  FROM assessment
                  WHERE run_id = ?
                  """)) {
        select.setLong(1, run);
        try (var row = select.executeQuery()) {
          while (row.next()) {
            lines.add(
                line(
                    row.getLong(1),
                    row.getString(2),
                    row.getBoolean(3),
                    row.getString(4),
                    row.getLong(5),
                    row.getLong(6)));
          }
        }
      }
      return lines;
    });
  }

  private static String line(
      long company, String title, boolean held, String truth, long notMet, long unknown) {
    return company + " " + title + " " + held + " " + truth + " " + notMet + " " + unknown;
  }

  private long number(String sql) {
    return transactions.executeRead(status -> {
      try (var statement = status.getConnection().createStatement();
          var row = statement.executeQuery(sql)) {
        row.next();
        return row.getLong(1);
      }
    });
  }

  private void execute(String sql) {
    transactions.executeWrite(status -> {
      try (var statement = status.getConnection().createStatement()) {
        return statement.executeUpdate(sql);
      }
    });
  }
}
