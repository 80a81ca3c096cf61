package seedbed.bulletin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.web.Refusal;

/// That a bulletin is begun once.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("建立信息通报")
final class DraftingIT {

  @Inject BulletinPeople people;
  @Inject Drafting drafting;
  @Inject TransactionOperations<Connection> transactions;

  @Test
  @DisplayName("连点两下新建：后一次被告知已经建立，不是出错")
  void theSecondOfTwoClicksIsTold() throws Exception {
    String county = people.county();
    CountDownLatch begun = new CountDownLatch(1);
    try (var threads = Executors.newFixedThreadPool(2)) {
      Future<Bulletin> first =
          threads.submit(() ->
              transactions.executeWrite(_ -> {
                try {
                  return drafting.open(county, people.last(), "甲");
                } finally {
                  begun.countDown();
                  // The second one has looked by then, and found nothing.
                  Thread.sleep(500);
                }
              }));
      begun.await();
      Future<Bulletin> second = threads.submit(() -> drafting.open(county, people.last(), "乙"));

      assertThat(first.get().regionCode()).isEqualTo(county);
      assertThatThrownBy(second::get)
          .hasCauseInstanceOf(Refusal.Stale.class)
          .hasMessageContaining("已经建立");
    }
  }
}
