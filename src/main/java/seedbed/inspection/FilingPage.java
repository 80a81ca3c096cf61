package seedbed.inspection;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import seedbed.web.Choice;
import seedbed.web.FormErrors;

/// A filing while it is written.
///
/// @param typed every field as typed
@Introspected
record FilingPage(
    long id,
    long lock,
    Firm firm,
    Screen screen,
    Map<String, String> typed,
    List<OfficerField> officers,
    List<Stored.Pointed> warnings,
    Choices choices,
    @Nullable String exemption,
    boolean kept,
    FormErrors errors) {

  private static final Set<String> IN_SIGHT =
      Set.of("item", "planned-on", "days", "legal-basis", "emergency-reason");

  /// Whether something is wrong with an officer beyond the usual two.
  public boolean spareWrong() {
    return errors.list().stream().anyMatch(error -> error.field().matches("officer-[34].*"));
  }

  /// Whether something is wrong with what is folded away.
  public boolean moreWrong() {
    return errors.list().stream()
        .anyMatch(
            error -> !error.field().startsWith("officer-") && !IN_SIGHT.contains(error.field()));
  }

  /// What is known before a word is written.
  ///
  /// @param plan the plan of the unit; null where none is registered
  /// @param neighbours visits of other units near by
  @Introspected
  record Screen(
      FilingDuty.Answer duty,
      boolean called,
      boolean unknown,
      int year,
      @Nullable String plan,
      @Nullable Integer limit,
      int before,
      boolean over,
      List<Neighbour> neighbours,
      List<Past> past) {}

  @Introspected
  record Neighbour(long id, String unit, LocalDate day) {}

  /// An inspection of the same company by the same unit.
  @Introspected
  record Past(long id, String item, @Nullable LocalDate day, String state, String styleClass) {}

  @Introspected
  record OfficerField(int place, String name, String certificate, String until) {

    public boolean spare() {
      return place > 2 && name.isEmpty() && certificate.isEmpty();
    }
  }

  @Introspected
  record Choices(
      List<Choice> items,
      List<Choice> kinds,
      List<Choice> origins,
      List<Choice> areas,
      List<Choice> manners,
      List<Choice> organs) {}
}
