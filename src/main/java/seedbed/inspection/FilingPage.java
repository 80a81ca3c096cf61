package seedbed.inspection;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import seedbed.web.Choice;
import seedbed.web.FormErrors;
import seedbed.web.Refusal;

/// A filing while it is written.
///
/// @param typed every field as typed
/// @param fresh what is pointed out and was not on the page that was handed in
@Introspected
record FilingPage(
    long id,
    long lock,
    Firm firm,
    Screen screen,
    Map<String, String> typed,
    List<OfficerField> officers,
    List<Stored.Pointed> warnings,
    List<Stored.Pointed> fresh,
    Choices choices,
    @Nullable String exemption,
    boolean kept,
    FormErrors errors) {

  private static final Set<String> IN_SIGHT =
      Set.of(
          "item",
          "planned-on",
          "days",
          "origin",
          "kind",
          "area",
          "manner",
          "legal-basis",
          "necessary",
          "emergency",
          "emergency-reason");

  /// What the reader has before him, as the form sends it back: [Seen] reads it.
  public String seen() {
    return Seen.of(warnings).marks();
  }

  /// What came of the form that is shown again.
  ///
  /// @param seen what its reader had before him when he handed in; null where he did not
  record Sent(boolean kept, FormErrors errors, @Nullable Seen seen) {

    static final Sent NOTHING = new Sent(false, FormErrors.NONE, null);
    static final Sent KEPT = new Sent(true, FormErrors.NONE, null);

    static Sent refused(Refusal.Invalid refused) {
      return new Sent(false, FormErrors.of(refused.errors()), null);
    }

    static Sent unseen(Seen seen) {
      return new Sent(true, FormErrors.NONE, seen);
    }
  }

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
