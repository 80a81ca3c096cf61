package seedbed.recognition;

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
/// @param inForce how many of them have the plain state of being in force
/// @param near how many titles in force end within the farthest step of the watch
/// @param workbook where the same list is a file; null for those who may not take it away
/// @param imports whether the reader may bring in announced lists
@Introspected
record RegisterPage(
    RegisterFilter filter,
    List<Chips> chips,
    List<Choice> towns,
    List<Choice> batches,
    List<Line> lines,
    Pager pager,
    long total,
    long inForce,
    long near,
    int months,
    @Nullable Address workbook,
    boolean imports) {

  /// One title of a company.
  ///
  /// @param left how long it still lasts, in words; null where it is not in force
  /// @param ban until when it cannot be applied for; null without a ban that still runs
  @Introspected
  record Line(
      long id,
      long companyId,
      String company,
      boolean demo,
      @Nullable String creditCode,
      String region,
      String title,
      @Nullable String batch,
      String document,
      String from,
      String to,
      State state,
      @Nullable String left,
      @Nullable String ground,
      @Nullable LocalDate ban) {}
}
