package seedbed.review;

/// What a round calls something that it names by a code.
///
/// @param shorter the same as the label where there is no shorter one
record Label(Kind kind, String code, String label, String shorter) {

  enum Kind {
    TITLE,
    EDITION,
    NOTICE,
    REGION
  }
}
