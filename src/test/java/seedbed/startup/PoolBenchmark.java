package seedbed.startup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// How long pages about a province take: the demonstration pool copied over and over, judged, and
/// asked for as a browser asks. `mvn test-compile exec:exec@pool-benchmark` prints a table of it.
public final class PoolBenchmark {

  private static final Path HOME = Path.of("target", "benchmark-home");
  private static final int ASKED = 20;
  private static final long POLL_MILLIS = 100;
  private static final long LONGEST_MILLIS = 15 * 60_000L;
  private static final String DASHBOARD = "/overview";

  /// Pages of the list, by what is asked of them.
  private static final Map<String, String> LISTS =
      new TreeMap<>(
          Map.of(
              "by name", "/companies",
              "by name, page 200", "/companies?page=200",
              "by distance", "/companies?sort=-distance",
              "by initials", "/companies?q=QH",
              "one short of a title", "/companies?title=little-giant&outcome=one-short"));

  private static final String COMPARISON = "/editions/comparison?from=cn-xjr-2022&to=cn-xjr-2026";

  private final TokenClient office;

  private PoolBenchmark(TokenClient office) {
    this.office = office;
  }

  public static void main(String[] args) throws Exception {
    MeasuredPool.measure(
        HOME,
        args,
        pool -> {
          forgetRuns(pool.connection());
          PoolCopies.fill(pool.connection(), pool.copies());
          new PoolBenchmark(pool.office()).print();
        });
  }

  private static void forgetRuns(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("SET FOREIGN_KEY_CHECKS = 0");
      for (var table : List.of("assessment_gap", "assessment", "assessment_run")) {
        statement.execute("DELETE FROM " + table);
      }
      statement.execute("SET FOREIGN_KEY_CHECKS = 1");
    }
  }

  @SuppressWarnings("SystemOut")
  private void print() {
    System.out.printf("%n%-52s %12s%n", "Demonstration pool, copied", "ms");
    System.out.printf(
        "%-52s %12d%n", "dashboard, until the run is done", until(DASHBOARD, ".stat"));
    LISTS.forEach((name, path) ->
        System.out.printf("%-52s %12d%n", "list of companies " + name + ", later", later(path)));
    System.out.printf(
        "%-52s %12d%n", "comparison, until its impact is known", until(COMPARISON, "名单"));
    System.out.printf("%-52s %12d%n", "comparison, later", later(COMPARISON));
    System.out.printf("%-52s %12d%n", "dashboard, later", later(DASHBOARD));
    System.out.printf("%-52s %12d%n", "plans, later", later("/plans"));
    System.out.printf("%-52s %12d%n", "plans, late ones, later", later("/plans?show=overdue"));
    System.out.printf("%-52s %12d%n", "tasks of plans, later", later("/plans/tasks"));
  }

  /// Asks again and again until the page shows what it waits for.
  private long until(String path, String sign) {
    var begun = System.nanoTime();
    Predicate<String> there =
        sign.startsWith(".")
            ? page -> page.contains("class=\"card " + sign.substring(1) + "\"")
            : page -> page.contains("aria-label=\"按" + sign + "筛选\"");
    while (!there.test(ask(path))) {
      if (millisSince(begun) > LONGEST_MILLIS) {
        throw new IllegalStateException(path + " was not ready in time");
      }
      pause();
    }
    return millisSince(begun);
  }

  /// The median.
  private long later(String path) {
    return IntStream.range(0, ASKED)
        .mapToLong(_ -> {
          var begun = System.nanoTime();
          ask(path);
          return millisSince(begun);
        })
        .sorted()
        .skip(ASKED / 2)
        .findFirst()
        .orElseThrow();
  }

  private String ask(String path) {
    try {
      var answer = office.get(path);
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(path + " answered " + answer.statusCode());
      }
      return answer.body();
    } catch (IOException e) {
      throw new IllegalStateException(path + " gave no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(POLL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static long millisSince(long begun) {
    return (System.nanoTime() - begun) / 1_000_000;
  }
}
