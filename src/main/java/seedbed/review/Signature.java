package seedbed.review;

import seedbed.access.Caller;

/// Who did something to a round, as it is written down for good: the name to sign in with, and as
/// what. Names of people are sealed with their accounts and can be erased by law; a record that
/// never changes does without them, like the histories of applications and titles.
///
/// @param as the unit, or the role of who has none
record Signature(String by, String as) {

  static Signature of(Caller caller) {
    String unit = caller.unit();
    return new Signature(caller.username(), unit == null ? caller.role().label() : unit);
  }

  String shown() {
    return as + "（" + by + "）";
  }
}
