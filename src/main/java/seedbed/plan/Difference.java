package seedbed.plan;

import io.micronaut.core.annotation.Introspected;
import java.util.List;

/// What two versions of a plan, or two writers, say differently.
///
/// @param seen what a writer who chooses has in front of him
/// @param reason why the version should be put aside, as it was typed
/// @param before how the one side is called
/// @param kept what stands without a choice, for a form that sends everything back
/// @param same fields that say the same
@Introspected
record Difference(
    long plan,
    String company,
    Span span,
    String seen,
    String reason,
    String before,
    String after,
    List<Line> lines,
    List<Same> kept,
    int same) {

  /// A field.
  ///
  /// @param group the passage in which it stands
  /// @param change what became of it, in a word
  @Introspected
  record Line(
      String group, String field, String label, String before, String after, String change) {}

  /// A field on which there is nothing to choose.
  @Introspected
  record Same(String field, String value) {}
}
