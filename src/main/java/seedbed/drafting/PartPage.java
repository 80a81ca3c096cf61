package seedbed.drafting;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import seedbed.web.Choice;
import seedbed.web.FormErrors;

/// The form of one part of a draft, with what it is made of.
///
/// @param action where the form goes
/// @param shape what the form looks like, so that the answer can be asked for what is missing
@Introspected
record PartPage(
    DraftPage.Head head,
    String at,
    String name,
    String node,
    List<Up> ups,
    String action,
    String shape,
    List<Input.Fields> fields,
    List<Slot> slots,
    FormErrors errors,
    String notice) {

  /// A part that this one is in.
  @Introspected
  record Up(String at, String name) {}

  /// @param kinds what can be added
  @Introspected
  record Slot(String at, String label, boolean list, List<Outline.Row> rows, List<Choice> kinds) {

    public boolean criteria() {
      return kinds.size() > 1;
    }
  }

  /// Two people changed the draft: both say what they said, and the second one chooses.
  @Introspected
  record Conflict(
      DraftPage.Head head,
      String at,
      String name,
      String action,
      List<Line> lines,
      List<Kept> mine) {}

  @Introspected
  record Line(String label, String kept, String mine) {

    public boolean differs() {
      return !kept.equals(mine);
    }
  }

  /// A field as it was sent, to be sent again.
  @Introspected
  record Kept(String name, String value) {}
}
