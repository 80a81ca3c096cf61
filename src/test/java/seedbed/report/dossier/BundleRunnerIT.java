package seedbed.report.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.access.Act;
import seedbed.access.Caller;
import seedbed.access.Permissions;
import seedbed.access.Readers;
import seedbed.access.Readers.Reader;
import seedbed.access.Role;
import seedbed.audit.GivenActs;
import seedbed.company.Companies;
import seedbed.company.Company;
import seedbed.company.Region;
import seedbed.company.RegionLevel;
import seedbed.company.Regions;
import seedbed.company.Track;
import seedbed.evidence.ContentStore;
import seedbed.figure.Figure;
import seedbed.figure.Period;
import seedbed.figure.Reporting;
import seedbed.figure.Source;
import seedbed.figure.Value;
import seedbed.sql.Statements;
import seedbed.web.ChosenDay;

/// Bundles that wait for each other, and that their process does not finish.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("一企一册合订本的制作")
final class BundleRunnerIT {

  private static final String TOWN = "360101001";

  @Inject Regions regions;
  @Inject Companies companies;
  @Inject Readers readers;
  @Inject Permissions permissions;
  @Inject Reporting reporting;
  @Inject Statements statements;
  @Inject GivenActs acts;
  @Inject Binding binding;
  @Inject Bundles bundles;
  @Inject BundleCompanies bound;
  @Inject Bookbinding bookbinding;
  @Inject DossierWord word;
  @Inject DossierPdf pdf;
  @Inject ContentStore store;
  @Inject DossierSettings settings;
  @Inject Clock clock;

  private final CountDownLatch held = new CountDownLatch(1);
  private final CountDownLatch open = new CountDownLatch(1);
  private Company company = Company.named("无", "36", Track.MANUFACTURING, "试验", LocalDate.EPOCH);

  @BeforeEach
  void settle() {
    region("36", RegionLevel.PROVINCE, "");
    region("3601", RegionLevel.PREFECTURE, "36");
    region("360101", RegionLevel.COUNTY, "3601");
    region(TOWN, RegionLevel.TOWNSHIP, "360101");
    company =
        companies.save(
            Company.named(
                "装" + UUID.randomUUID(), TOWN, Track.MANUFACTURING, "试验", LocalDate.EPOCH));
  }

  private void region(String code, RegionLevel level, String parent) {
    if (regions.findByCode(code).isEmpty()) {
      regions.save(new Region(code, "装" + code, level, parent.isEmpty() ? null : parent, "试验"));
    }
  }

  /// Keeps a bundle from being finished until the test opens it.
  private final class Held implements ContentStore {

    @Override
    public Path incoming() throws IOException {
      held.countDown();
      try {
        open.await();
      } catch (InterruptedException _) {
        throw new InterruptedIOException();
      }
      return store.incoming();
    }

    @Override
    public void keep(Path file, String hash) throws IOException {
      store.keep(file, hash);
    }

    @Override
    public Path verified(String hash) {
      return store.verified(hash);
    }

    @Override
    public int sweep(Instant before, Predicate<String> needed) throws IOException {
      return store.sweep(before, needed);
    }
  }

  private BundleRunner runner() {
    return new BundleRunner(bundles, bound, bookbinding, word, pdf, new Held(), settings, clock);
  }

  private Bundle asked(BundleRunner runner, Reader maker) {
    Caller caller = Readers.caller(maker.account());
    var permission = permissions.of(caller, Act.SEE_DOSSIER).orElseThrow();
    LocalDate today = LocalDate.now(clock);
    Bundle bundle = binding.ask(null, Bundle.Format.WORD, new ChosenDay(today, today), permission);
    runner.start(bundle, permission, acts.of(caller));
    return bundle;
  }

  private Bundle now(Bundle bundle) {
    return bundles.find(bundle.id(), bundle.accountId(), clock.instant()).orElseThrow();
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  @Test
  @DisplayName("排队时没有读取数据，轮到以后才读，排队时登记的在文件里")
  void whatWaitsIsReadWhenItsTurnComes() throws InterruptedException {
    Reader maker = readers.open(Role.TOWNSHIP, TOWN);
    BundleRunner runner = runner();
    Bundle first = asked(runner, readers.open(Role.TOWNSHIP, TOWN));
    assertThat(held.await(1, TimeUnit.MINUTES)).isTrue();

    Bundle second = asked(runner, maker);
    String page = "/dossiers/" + second.id();
    assertThat(maker.page(page).select("h1, .progress").text()).contains("排队等候");
    assertThat(maker.page("/dossiers").select("tbody tr").text()).contains("排队等候");
    assertThat(now(second).knownAt()).isNull();
    reporting.report(
        List.of(
            Figure.reported(
                company.id(),
                "revenue",
                Period.year(LocalDate.now(clock).getYear() - 1),
                Value.number("4321"),
                new Source("试验", null),
                "试验",
                clock.instant())));
    Instant reported = clock.instant();
    open.countDown();
    await(() -> now(second).state() == Bundle.State.DONE);

    assertThat(now(first).knownAt()).isBefore(reported);
    assertThat(now(second).knownAt()).isAfterOrEqualTo(reported);
    assertThat(maker.page(page).text()).contains("没有变化，文件仍是最新的");
  }

  @Test
  @DisplayName("正常停机打断的制作不算失败，制作人再看时接着做完")
  void whatAStopInterruptsIsTakenUp() throws InterruptedException {
    Reader maker = readers.open(Role.TOWNSHIP, TOWN);
    BundleRunner runner = runner();
    Bundle bundle = asked(runner, maker);
    assertThat(held.await(1, TimeUnit.MINUTES)).isTrue();

    runner.stop();

    assertThat(now(bundle).state()).isEqualTo(Bundle.State.RUNNING);
    abandon(bundle, 1);
    await(() -> maker.page("/dossiers/" + bundle.id()).select("progress").isEmpty());
    assertThat(now(bundle).state()).isEqualTo(Bundle.State.DONE);
  }

  @Test
  @DisplayName("第三次还接着做，三次都中途停下的不再做，说明原因")
  void whatIsBegunTooOftenIsGivenUp() throws InterruptedException {
    Reader maker = readers.open(Role.TOWNSHIP, TOWN);
    BundleRunner runner = runner();
    Bundle bundle = asked(runner, maker);
    assertThat(held.await(1, TimeUnit.MINUTES)).isTrue();
    runner.stop();

    abandon(bundle, 3);
    String page = maker.page("/dossiers/" + bundle.id()).text();
    assertThat(page).contains("没有制作完成", "已经着手 3 次");
    assertThat(now(bundle).state()).isEqualTo(Bundle.State.FAILED);

    abandon(bundle, 2);
    await(() -> maker.page("/dossiers/" + bundle.id()).select("progress").isEmpty());
    assertThat(now(bundle).state()).isEqualTo(Bundle.State.DONE);
  }

  private void abandon(Bundle bundle, int attempt) {
    statements.write(
        """
        UPDATE dossier_bundle
        SET state = 'RUNNING', attempt = ?, sentence = NULL,
            touched_at = UTC_TIMESTAMP(6) - INTERVAL 2 MINUTE
        WHERE id = ?
        """,
        List.of(attempt, bundle.id()));
  }
}
