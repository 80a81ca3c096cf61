package seedbed.reward;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How it stands with a reward. Nobody sets it: it follows from amounts, payments and whether the
/// entry was voided. [VisibleRewards] says the same in SQL.
enum Standing {
  UNPAID("未到位", "not"),
  PARTLY("部分到位", "unknown"),
  PAID("已到位", "met"),
  COMMENDED("只表彰", "idle"),
  DENIED("不予兑现", "idle"),
  VOIDED("已作废", "idle");

  private final String label;
  private final String styleClass;

  Standing(String label, String styleClass) {
    this.label = label;
    this.styleClass = styleClass;
  }

  public String label() {
    return label;
  }

  public String styleClass() {
    return styleClass;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Standing> of(String code) {
    return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
  }

  /// Of an entry that was not voided.
  ///
  /// @param payments how many there are
  /// @param paid their sum; null where an amount is unknown
  static Standing of(
      @Nullable BigDecimal due,
      @Nullable BigDecimal granted,
      long payments,
      @Nullable BigDecimal paid) {
    if (Grant.zero(granted)) {
      return Grant.zero(due) ? COMMENDED : DENIED;
    }
    if (payments == 0) {
      return UNPAID;
    }
    return granted != null && paid != null && paid.compareTo(granted) < 0 ? PARTLY : PAID;
  }
}
