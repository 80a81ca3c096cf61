package seedbed.archive;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.web.Address;
import seedbed.web.Chips;
import seedbed.web.Choice;
import seedbed.web.Pager;

/// The register as its page shows it.
///
/// @param units whose documents the reader sees; empty where it is one
/// @param narrowed the company that the list is narrowed to
/// @param keeps whether the reader enters documents
/// @param workbook where the same list is a file
@Introspected
record RegisterPage(
    RegisterFilter filter,
    List<Chips> chips,
    List<Choice> years,
    List<Choice> keeping,
    List<Choice> units,
    List<Line> lines,
    Pager pager,
    long total,
    @Nullable String narrowed,
    boolean keeps,
    Address workbook) {

  /// One document.
  @Introspected
  record Line(
      long id,
      String number,
      String series,
      String subject,
      @Nullable String unit,
      @Nullable String reference,
      @Nullable String counterpart,
      LocalDate datedOn,
      LocalDate enteredOn,
      @Nullable Long companyId,
      @Nullable String company,
      boolean demo,
      String retention,
      @Nullable String spot,
      @Nullable String ending,
      @Nullable String endingClass,
      int files) {}
}
