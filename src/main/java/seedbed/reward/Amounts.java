package seedbed.reward;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import seedbed.reward.VisibleRewards.Row;
import seedbed.web.Formats;

/// Amounts of rewards in words: what is unknown is said, and never shown as nothing.
final class Amounts {

  static final String UNKNOWN = "不明";

  private Amounts() {}

  static String shown(@Nullable BigDecimal amount) {
    return amount == null ? UNKNOWN : Formats.exact(amount);
  }

  /// What has come.
  static String paid(Row row) {
    return switch (row.standing()) {
      case COMMENDED, DENIED -> Formats.NOTHING;
      case UNPAID -> Formats.exact(BigDecimal.ZERO);
      case PARTLY, PAID -> shown(row.paid());
      case VOIDED -> row.payments() == 0 ? Formats.NOTHING : shown(row.paid());
    };
  }
}
