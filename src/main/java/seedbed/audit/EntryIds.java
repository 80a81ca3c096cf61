package seedbed.audit;

import java.security.SecureRandom;
import java.time.Instant;

/// Numbers of entries: the moment in milliseconds, then random bits, so that nodes give different
/// ones without asking each other, entries lie in the order of time, and an entry knows its number
/// before it is stored.
final class EntryIds {

  private static final int RANDOM_BITS = 21;

  private final SecureRandom random = new SecureRandom();
  private long last;

  synchronized long next(Instant at) {
    last = Math.max(last + 1, first(at) | random.nextInt(1 << RANDOM_BITS));
    return last;
  }

  /// The smallest number of a moment.
  static long first(Instant at) {
    return at.toEpochMilli() << RANDOM_BITS;
  }

  static Instant at(long id) {
    return Instant.ofEpochMilli(id >> RANDOM_BITS);
  }
}
