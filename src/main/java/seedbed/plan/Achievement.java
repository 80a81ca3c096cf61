package seedbed.plan;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import seedbed.figure.Attested;
import seedbed.web.Decimals;

/// How the figure of a year stands to its target. Without a figure nothing is known.
///
/// @param actual the figure; empty while there is none
/// @param word empty while there is nothing to say
record Achievement(String actual, String word, String styleClass) {

  static final Achievement OPEN = new Achievement("", "", "");

  /// @param falling whether less is more
  /// @param decimals of the row that it stands in
  static Achievement of(
      @Nullable BigDecimal goal, @Nullable Attested figure, boolean falling, Decimals decimals) {
    if (goal == null) {
      return OPEN;
    }
    if (figure == null) {
      return new Achievement("", "待定：没有数据", "unknown");
    }
    BigDecimal actual = actual(figure);
    boolean reached = actual.compareTo(goal) * (falling ? -1 : 1) >= 0;
    String shown = decimals.shown(actual);
    if (!figure.confirmed()) {
      return new Achievement(shown, reached ? "达到，待核实" : "未达到，待核实", "unknown");
    }
    return reached ? new Achievement(shown, "达到", "met") : new Achievement(shown, "未达到", "not");
  }

  static BigDecimal actual(Attested figure) {
    return new BigDecimal(figure.figure().value().text());
  }
}
