package seedbed.drafting;

import java.util.List;

/// How one kind of part is shown as a form, and what a filled form makes of it.
interface PartForm {

  List<Input.Fields> fields(Tree.Group part);

  /// The part as it was typed; what the form does not ask for stays.
  Tree.Group filled(Tree.Group before, Typed typed);

  /// What the form looks like for a part: while it is the same, everything that belongs to the part
  /// was asked for.
  String shape(Tree.Group part);
}
