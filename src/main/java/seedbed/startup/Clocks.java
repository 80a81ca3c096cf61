package seedbed.startup;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneId;

/// The one clock of the application; legal days are those of China.
@Factory
final class Clocks {

  @Singleton
  Clock clock() {
    return Clock.system(ZoneId.of("Asia/Shanghai"));
  }
}
