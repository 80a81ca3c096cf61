package seedbed.drafting;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import seedbed.web.Chips;
import seedbed.web.FormErrors;

/// The worked cases of a draft, tried.
///
/// @param obstacle why they cannot be tried
/// @param form an empty case for the checklist that is shown
@Introspected
record CasesPage(
    DraftPage.Head head,
    long count,
    long failed,
    List<Line> lines,
    String obstacle,
    Chips lists,
    int list,
    List<Input.Fields> form,
    List<Suggested> suggestions,
    FormErrors errors) {

  /// @param place of the case, from 0
  /// @param expected the verdict in a word
  /// @param clauses those that are not plainly met, or come out otherwise than expected
  /// @param came what came out, where it is not what was expected
  @Introspected
  record Line(
      int place,
      String name,
      String day,
      String checklist,
      String expected,
      List<Said> clauses,
      List<String> came,
      boolean passed) {}

  /// What a case expects of a clause.
  ///
  /// @param text its wording; its code where the draft has no such clause any more
  /// @param place of it in its document
  @Introspected
  record Said(String expected, String text, String place) {}

  /// A case at an edge of a bound that nobody has written yet.
  @Introspected
  record Suggested(String name, String expected, List<PartPage.Kept> fields) {}
}
