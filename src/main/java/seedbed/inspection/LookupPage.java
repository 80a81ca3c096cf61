package seedbed.inspection;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.access.Matters;
import seedbed.web.FormErrors;

/// The companies found for an inspector.
///
/// @param q what was looked for; null before anything was
/// @param cut whether there are more than are shown
/// @param waiting the reader's own inspections; null where there are none to be seen
/// @param matters what else is due, feature by feature
/// @param duties how many companies hold which title that calls for a filing; before a search
@Introspected
record LookupPage(
    @Nullable String q,
    FormErrors errors,
    List<Found> found,
    boolean cut,
    List<Duty> duties,
    InspectionDuties.@Nullable Waiting waiting,
    boolean files,
    List<Matters.Matter> matters) {

  LookupPage(@Nullable String q, FormErrors errors, List<Found> found, boolean cut) {
    this(q, errors, found, cut, List.of(), null, false, List.of());
  }

  LookupPage(
      @Nullable String q, FormErrors errors, List<Found> found, boolean cut, List<Duty> duties) {
    this(q, errors, found, cut, duties, null, false, List.of());
  }

  /// With what waits for the reader.
  ///
  /// @param mayFile whether the reader files inspections
  LookupPage awaiting(InspectionDuties.@Nullable Waiting what, boolean mayFile) {
    return new LookupPage(q, errors, found, cut, duties, what, mayFile, matters);
  }

  LookupPage owing(List<Matters.Matter> due) {
    return new LookupPage(q, errors, found, cut, duties, waiting, files, due);
  }

  /// A title that calls for a filing, with its companies.
  @Introspected
  record Duty(String title, long companies) {}

  /// One company, as far as a filing needs it.
  ///
  /// @param filing the titles that call for a filing, in words; null when none does
  /// @param uncertain whether the register of titles was not complete on the day
  @Introspected
  record Found(
      long id,
      String name,
      boolean demo,
      @Nullable String creditCode,
      String region,
      List<String> titles,
      @Nullable String filing,
      boolean uncertain,
      List<String> leaders) {}

  public boolean nothing() {
    return q != null && !errors.any() && found.isEmpty();
  }
}
