package seedbed.access;

/// Why a request was turned away at the gate.
enum Denial {
  /// Nobody is signed in.
  UNKNOWN,
  /// Something is still asked of the person: a second factor, a new password.
  UNFINISHED,
  /// The caller may see this kind of thing, but not do this.
  NOT_ALLOWED,
  /// There is no such thing for this caller.
  ABSENT;

  static final String ATTRIBUTE = "seedbed.denial";
}
