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
  /// @param came what came out, where it is not what was expected
  @Introspected
  record Line(
      int place,
      String name,
      String day,
      String checklist,
      String expected,
      List<String> came,
      boolean passed) {}

  /// A case at an edge of a bound that nobody has written yet.
  @Introspected
  record Suggested(String name, String expected, List<PartPage.Kept> fields) {}
}
