package seedbed.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/// A clock that a test puts forward.
final class MovedClock extends Clock {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private Instant now = Instant.parse("2026-11-21T01:00:00Z");

  void pass(Duration time) {
    now = now.plus(time);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZONE;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.fixed(now, zone);
  }
}
