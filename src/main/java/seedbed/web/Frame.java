package seedbed.web;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What surrounds a page; templates read it anywhere as `@frame`.
///
/// @param unseen messages that wait for the visitor, counted up to [Unseen#MOST]
/// @param uploadMegabytes how much the files of a form may hold together
@Introspected
record Frame(
    String region,
    List<Navigation.Group> navigation,
    @Nullable String section,
    Address here,
    ChosenDay chosen,
    Flash.@Nullable Message flash,
    boolean loopback,
    Visitor visitor,
    long unseen,
    String imprint,
    int uploadMegabytes) {

  /// The address without the parts that the form for another day replaces.
  public List<Address.Parameter> kept() {
    return here.without(ChosenDay.PARAMETER).without("page").parameters();
  }

  /// How many messages wait, in short.
  public String unseenCount() {
    return unseen < Unseen.MOST ? Long.toString(unseen) : Unseen.MOST - 1 + "+";
  }

  /// Whether the visitor may look for companies.
  public boolean searching() {
    return visitor.places().contains("/companies");
  }

  /// What was typed in the search box of the list that is shown.
  public @Nullable String sought() {
    return here.value("q");
  }

  /// A link that stays on the chosen day.
  Address link(Address target) {
    return chosen.past() && target.value(ChosenDay.PARAMETER) == null
        ? target.with(ChosenDay.PARAMETER, chosen.day())
        : target;
  }
}
