package seedbed.reward;

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
/// @param own whether the reader is the company that all of them belong to
/// @param one the company that the list is narrowed to; null for several
/// @param keeps whether the reader may enter rewards
/// @param workbook the same list as a file; null for a reader who may not take it along
@Introspected
record RewardList(
    boolean own,
    @Nullable String one,
    boolean keeps,
    RewardFilter filter,
    List<Chips> chips,
    List<Choice> items,
    List<Choice> towns,
    String sentence,
    List<Line> lines,
    List<Total> totals,
    Pager pager,
    @Nullable Address workbook) {

  /// One reward.
  ///
  /// @param due amounts are in words here: what is unknown is said
  @Introspected
  record Line(
      long id,
      long companyId,
      String company,
      boolean demo,
      String region,
      int year,
      String item,
      String level,
      String basis,
      String due,
      String granted,
      @Nullable String reason,
      LocalDate decidedOn,
      String paid,
      @Nullable LocalDate paidOn,
      Standing standing,
      @Nullable String voidReason) {}

  /// A sum, and how many amounts are missing in it.
  @Introspected
  record Total(String label, String sum, long unknown) {}
}
