package seedbed.audit;

import org.jspecify.annotations.Nullable;

/// What is to be put on the trail about one request.
///
/// @param begun the note of the beginning that this is the result of
/// @param result the status of the answer; absent at the beginning
/// @param detail what changed, one line each; may name people
/// @param address from where
record Note(
    long id,
    @Nullable Long account,
    @Nullable Long session,
    @Nullable Long begun,
    @Nullable Integer result,
    Asked asked,
    @Nullable String detail,
    String address) {

  /// What was asked for.
  ///
  /// @param route the template, never the path, which may carry secrets
  record Asked(
      @Nullable String act, String method, @Nullable String route, @Nullable Thing about) {}

  /// What it is about.
  record Thing(String kind, String id) {}
}
