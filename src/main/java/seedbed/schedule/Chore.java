package seedbed.schedule;

import java.time.LocalDate;

/// Work of a feature that is done by itself, such as closing what nobody answered. Being a bean is
/// all that it takes to be scheduled.
///
/// A chore may be run twice for a day, on two nodes at once, or not at all on some days: it asks
/// the database what is left to do until today and does that.
public interface Chore {

  /// Every night at half past two.
  String NIGHTLY = "0 30 2 * * ?";

  /// Its code, which never changes, such as `silent-requests`.
  String name();

  /// As people call it.
  String label();

  /// When it is run, as a cron expression of Quartz, in the time of China.
  default String times() {
    return NIGHTLY;
  }

  /// @param today the legal day on this node
  void run(LocalDate today);
}
