package seedbed.inspection;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import java.util.List;
import seedbed.web.Choice;
import seedbed.web.FormErrors;

/// The form for what an inspection came to.
///
/// @param lines the problems, with what is recorded about each
/// @param offDays whether it ended on no day for which the visit was filed
/// @param unreasoned whether a reason is asked for and missing
@Introspected
record ConclusionPage(
    long id,
    String company,
    String item,
    LocalDate plannedOn,
    LocalDate endsOn,
    LocalDate today,
    ConclusionForm form,
    List<Line> lines,
    List<Choice> dispositions,
    List<Choice> firsts,
    List<String> found,
    boolean offDays,
    boolean unreasoned,
    FormErrors errors) {

  /// @param proposed what is recorded, in words; empty before an item is typed
  @Introspected
  record Line(ConclusionForm.Line typed, String name, String proposed, boolean harsh) {

    public boolean open() {
      return typed.place() == 1 || !typed.empty();
    }
  }
}
