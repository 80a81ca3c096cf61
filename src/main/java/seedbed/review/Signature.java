package seedbed.review;

import io.micronaut.core.annotation.Introspected;
import seedbed.access.Caller;

/// Who did something to a round, as it is written down for good: the name to sign in with, and as
/// what. Names of people are sealed with their accounts and can be erased by law; a record that
/// never changes does without them, like the histories of applications and titles. Pages say the
/// name that the account has today.
///
/// @param as the unit, or the role of who has none
@Introspected
record Signature(String by, String as) {

  static Signature of(Caller caller) {
    String unit = caller.unit();
    return new Signature(caller.username(), unit == null ? caller.role().label() : unit);
  }
}
