package seedbed.visit;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.request.Requests;
import seedbed.web.Choice;
import seedbed.web.FormErrors;

/// One visit.
///
/// @param byline who recorded it, for whom
/// @param reads whether the reader may read what was written down
/// @param requests what came of it
/// @param asks whether the reader may turn it into a request
/// @param open whether the reader may still add to it
@Introspected
record VisitPage(
    long id,
    long companyId,
    String company,
    boolean demo,
    LocalDate visitedOn,
    String leader,
    String byline,
    Instant writtenAt,
    @Nullable String tookPart,
    String note,
    boolean shown,
    boolean reads,
    List<Added> additions,
    List<Photos.Photo> photos,
    List<Requests.Line> requests,
    boolean asks,
    boolean open,
    int additionHours,
    String typed,
    FormErrors errors) {

  @Introspected
  record Added(@Nullable String note, boolean shown, Instant writtenAt) {}

  /// A new note.
  ///
  /// @param company the name of the chosen one; null while none is chosen
  /// @param companies what can be chosen
  /// @param leaders for whom it can be written; none where there is no choice
  @Introspected
  record Blank(
      @Nullable String company,
      List<Choice> companies,
      List<Choice> leaders,
      Form form,
      LocalDate today,
      FormErrors errors) {}

  /// As typed.
  @Introspected
  record Form(
      String company,
      String leader,
      String visitedOn,
      String tookPart,
      String note,
      boolean shared) {}
}
