package seedbed.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.signin.Door;

/// Who would pass the renewal of a title that ends soon.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("复核预警")
final class RenewalsIT extends TitleScene {

  @Inject Watches watches;
  @Inject LeftWatches left;

  @Test
  void theWatchNamesWhoCannotBeJudgedAndIsKeptByScope() {
    long id = people.holding(company, "specialised-sme", today.minusYears(2), today.plusMonths(2));

    var page = watched(owner);

    assertThat(page.page().select("tbody tr:not(.group)")).hasSize(1);
    assertThat(page.body()).contains("3 个月内到期", "/titles/" + id, "缺：");
    assertThat(door.page("/titles/renewals?outcome=unknown", owner).page().select("tbody tr"))
        .isNotEmpty();
    assertThat(door.page("/titles/renewals?outcome=met", owner).page().select("tbody tr"))
        .isEmpty();
    assertThat(door.page("/titles/renewals?within=3", office).body()).contains(company.name());
    assertThat(door.page("/title-renewals.xlsx", office).code()).isEqualTo(200);
    assertThat(door.page("/title-renewals.xlsx", owner).code()).isEqualTo(404);
    assertThat(door.page("/titles.xlsx?q=" + company.name(), town).code()).isEqualTo(200);
  }

  @Test
  @DisplayName("到期之日没有在用标准的，写明几项，可以单独列出")
  void whatNobodyCanBeJudgedByIsCountedToo() {
    people.holding(company, "key-little-giant", today.minusYears(2), today.plusMonths(2));

    var page = watched(owner).page();

    assertThat(page.select(".head p").text()).contains("1 项到期之日没有在用的标准");
    String without = page.select(".chips a:contains(无标准)").attr("href");
    assertThat(door.page(without, owner).page().select("tbody tr:not(.group)"))
        .hasSize(1)
        .allSatisfy(line -> assertThat(line.text()).contains("无标准"));
  }

  @Test
  @DisplayName("预判在后台进行，页面显示进度；完成后进度消失")
  void theWatchIsMadeInTheBackgroundAndKept() {
    people.holding(company, "specialised-sme", today.minusYears(2), today.plusMonths(2));

    watched(owner);

    var progress = door.page("/titles/renewals/progress", owner);
    assertThat(progress.code()).as("nothing goes on any more").isEqualTo(204);
    assertThat(watches.lastDone(today)).isPresent();
    long run = watches.lastDone(today).orElseThrow();
    Watch watch = watches.findByRunId(run).orElseThrow();
    assertThat(watch.done()).isEqualTo(watch.titles()).isPositive();
    assertThat(watches.takeOver(run)).as("it is made once").isZero();
  }

  @Test
  @DisplayName("新一期已登记的，不再列为临期，也不计数")
  void whatWasRenewedAlreadyIsNotWaitedFor() {
    long id =
        people.holding(
            company, "specialised-sme", today.minusYears(3).plusDays(17), today.plusDays(17));
    assertThat(watched(owner).body()).contains("/titles/" + id);
    assertThat(door.page("/titles?within=3", owner).body()).contains("/titles/" + id);

    people.holding(
        company, "specialised-sme", today.plusDays(17), today.plusDays(17).plusYears(3), today);

    assertThat(watched(owner).body()).doesNotContain("/titles/" + id);
    assertThat(door.page("/titles?within=3", owner).body()).doesNotContain("/titles/" + id);
  }

  @Test
  void aWatchLeftBehindIsTakenOverAndTheOldAttemptWritesNothing() {
    long run = -47;
    left.forget(run);
    watches.addIfNew(run);
    assertThat(watches.takeOver(run)).isOne();
    assertThat(watches.takeOver(run)).as("somebody is at it").isZero();
    left.age(run);

    assertThat(watches.takeOver(run)).isOne();

    assertThat(watches.progress(run, 1, 10, 5)).isZero();
    assertThat(watches.finish(run, 1)).isZero();
    assertThat(watches.progress(run, 2, 10, 5)).isOne();
    assertThat(watches.fail(run, 2)).isOne();
    assertThat(watches.takeOver(run)).as("not at once again").isZero();
    left.forget(run);
  }

  /// The page once everything is judged.
  private Door.Answer watched(String session) {
    long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    Door.Answer page = door.page("/titles/renewals", session);
    while (!page.page().select(".progress").isEmpty()) {
      assertThat(System.nanoTime()).as("the watch never ends").isLessThan(deadline);
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
      page = door.page("/titles/renewals", session);
    }
    return page;
  }
}
