package seedbed.assessment;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// One pass over the pool at a time in a process: two would only take the processors from each
/// other, and read the same figures twice.
@Singleton
final class Turn {
  private final Semaphore free = new Semaphore(1);

  void take() {
    free.acquireUninterruptibly();
  }

  /// Whether it was had within the time.
  boolean takeWithin(Duration longest) {
    try {
      return free.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  void giveBack() {
    free.release();
  }
}
