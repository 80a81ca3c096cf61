package seedbed.sheet;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which companies a list of yearly sheets is about.
///
/// @param standing all where none is named
/// @param town a region and everything below it
/// @param named part of the company's name
record SheetQuery(
    int year, @Nullable Standing standing, @Nullable String town, @Nullable String named) {

  // What was sent back is owed by whoever it was sent back to.
  private static final String OPEN =
      "(s.stage = 'RETURNED' OR ((s.id IS NULL OR s.stage = 'DRAFT') AND " + OwedRows.BINDS + "))";

  /// How far a company is with its sheet; each is a condition over the sheet `s` and over how far
  /// it owes it, `x`; its question marks stand for the day the year's sheets are due and for today.
  enum Standing {
    MISSING("未交", OPEN, false),
    LATE("逾期", OPEN + " AND CASE WHEN COALESCE(s.round, 0) = 0 THEN ? ELSE s.due_on END < ?", true),
    EXCUSED("免报", OwedRows.EXCUSED, false),
    WAITING("待镇（街道）核对", "s.stage = 'TOWNSHIP'", false),
    RETURNED("退回修改", "s.stage = 'RETURNED'", false),
    CONFIRMED("已确认", "s.stage = 'CONFIRMED'", false),
    CORRECTING(
        "更正申请待办",
        "EXISTS (SELECT 1 FROM sheet_correction k WHERE k.sheet_id = s.id AND k.open_mark = 1)",
        false);

    private final String label;
    private final String condition;
    private final boolean dated;

    Standing(String label, String condition, boolean dated) {
      this.label = label;
      this.condition = condition;
      this.dated = dated;
    }

    String label() {
      return label;
    }

    String condition() {
      return condition;
    }

    /// Whether its condition has the two question marks.
    boolean dated() {
      return dated;
    }

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Standing> of(String code) {
      return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }
  }

  SheetQuery standing(@Nullable Standing other) {
    return new SheetQuery(year, other, town, named);
  }
}
