package seedbed.audit;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.web.Address;
import seedbed.web.Choice;
import seedbed.web.Progress;

/// The auditor's page.
///
/// @param state what is wrong, or that nothing is
/// @param head the chain's head in short
/// @param older where the next lines are; absent on the last page
@Introspected
record TrailSheet(
    TrailFilter filter,
    State state,
    @Nullable Progress progress,
    String head,
    List<Card> cards,
    List<Line> lines,
    @Nullable Address older,
    @Nullable Address newest,
    List<Choice> acts,
    List<Choice> outcomes,
    Address workbook,
    Address text) {

  /// How the last verification ended, in a sentence.
  ///
  /// @param problems what it found, where this process still knows
  @Introspected
  record State(
      boolean sound,
      boolean verified,
      String sentence,
      List<String> problems,
      @Nullable String unprotected) {}

  /// A number with its sentence and the list behind it.
  @Introspected
  record Card(String label, long value, String unit, String sentence, @Nullable Address to) {}

  /// One deed.
  @Introspected
  record Line(
      @Nullable Long seq,
      Instant at,
      String who,
      String what,
      @Nullable String about,
      String outcome,
      String styleClass,
      @Nullable String address,
      List<String> details) {}
}
