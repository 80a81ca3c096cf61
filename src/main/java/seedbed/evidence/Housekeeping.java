package seedbed.evidence;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is done without anybody asking. Any number of nodes may do it at once.
@Singleton
class Housekeeping {

  private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

  /// Longer than any upload takes.
  private static final Duration LEFT = Duration.ofDays(1);

  private final Keeping keeping;
  private final ContentStore store;
  private final List<ContentUse> users;
  private final Clock clock;

  Housekeeping(Keeping keeping, ContentStore store, List<ContentUse> users, Clock clock) {
    this.keeping = keeping;
    this.store = store;
    this.users = List.copyOf(users);
    this.clock = clock;
  }

  @Scheduled(initialDelay = "2m", fixedDelay = "1m")
  void scanAgain() {
    keeping.scanWaiting();
  }

  @Scheduled(initialDelay = "10m", fixedDelay = "24h")
  void sweep() throws IOException {
    int swept = store.sweep(clock.instant().minus(LEFT), this::wanted);
    if (swept > 0) {
      LOG.info("已清理 {} 个没有登记的上传文件。", swept);
    }
  }

  private boolean wanted(String hash) {
    return users.stream().anyMatch(user -> user.refersTo(hash));
  }
}
