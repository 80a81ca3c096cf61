package seedbed.inspection;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.web.Choice;
import seedbed.web.FormErrors;

/// An inspection that was filed: what was filed, added, concluded and answered, beside each other.
///
/// @param lead what is to do now, in a sentence
@Introspected
record InspectionPage(
    long id,
    String company,
    boolean demo,
    String unit,
    String state,
    String styleClass,
    String lead,
    Filed filed,
    String duty,
    @Nullable String exemption,
    String kind,
    List<Group> groups,
    List<Stored.Pointed> warnings,
    List<Addition> additions,
    @Nullable Concluded concluded,
    Answers answers,
    Doors doors,
    List<Choice> abouts,
    List<Choice> scores,
    Typed typed,
    FormErrors errors) {

  /// What was sent and could not be taken.
  ///
  /// @param form which of the forms, as its address ends; empty where nothing was sent
  @Introspected
  record Typed(String form, String about, String words, String score) {

    static final Typed NOTHING = new Typed("", "", "", "");
  }

  @Introspected
  record Group(String label, List<Line> lines) {}

  @Introspected
  record Line(String label, String text) {}

  @Introspected
  record Concluded(Conclusion conclusion, List<Problem> problems) {}

  @Introspected
  record Problem(
      int ordinal,
      String item,
      String words,
      boolean firstFound,
      boolean proposed,
      String disposition,
      boolean harsh,
      @Nullable String reason,
      @Nullable LocalDate correctBy,
      @Nullable LocalDate recheckOn) {}

  /// @param complaints what the company complains about; for the company and the office alone
  @Introspected
  record Answers(@Nullable Instant receivedAt, boolean rated, List<Said> complaints) {}

  @Introspected
  record Said(String words, Instant at) {}

  /// What the reader can do.
  @Introspected
  record Doors(boolean add, boolean conclude, boolean receive, boolean rate, boolean complain) {}
}
