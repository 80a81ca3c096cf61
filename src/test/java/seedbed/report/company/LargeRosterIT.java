package seedbed.report.company;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.BeanContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import seedbed.seed.DemonstrationData;

/// The list with a province in it. `-Dseedbed.roster.companies=100000` makes it a large one; what
/// each page took is logged.
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LargeRosterIT {
  private static final Logger LOG = LoggerFactory.getLogger(LargeRosterIT.class);
  private static final int COMPANIES = Integer.getInteger("seedbed.roster.companies", 10_000);

  /// What a page may take on a busy machine for every 10,000 companies; it is a third of that on an
  /// idle one.
  private static final Duration LIMIT = Duration.ofSeconds(1);

  private static final int WARMING = 4;
  private static final int TIMES = 7;

  @Inject EmbeddedServer server;
  @Inject BeanContext context;

  @BeforeAll
  void loadTheProvince() {
    DemonstrationData.load(context);
    Visitor.at(server.getURI()).page("/companies");
    LargePool.grow(context, COMPANIES);
  }

  @AfterAll
  void clearTheProvince() {
    DemonstrationData.clear(context);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/companies",
        "/companies?page=200",
        "/companies?sort=name",
        "/companies?sort=-name",
        "/companies?sort=distance",
        "/companies?sort=town&page=20",
        "/companies?q=QH",
        "/companies?q=%E8%BD%B4%E6%89%BF",
        "/companies?title=little-giant&outcome=one-short&sort=distance",
        "/companies?gap=platform_score"
      })
  void aPageOfAProvinceComesAtOnce(String path) {
    var visitor = Visitor.at(server.getURI());
    IntStream.range(0, WARMING).forEach(_ -> visitor.page(path));

    var took = IntStream.range(0, TIMES).mapToLong(_ -> milliseconds(visitor, path)).sorted();

    var median = took.toArray()[TIMES / 2];
    LOG.info("{} companies, {}: {} ms", COMPANIES, path, median);
    assertThat(median).isLessThan(LIMIT.toMillis() * Math.max(1, COMPANIES / 10_000));
  }

  private static long milliseconds(Visitor visitor, String path) {
    var start = System.nanoTime();
    visitor.page(path);
    return Duration.ofNanos(System.nanoTime() - start).toMillis();
  }
}
