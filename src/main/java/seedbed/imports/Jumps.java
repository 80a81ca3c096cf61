package seedbed.imports;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import seedbed.web.Formats;

/// Notices amounts that are a thousand times what they were: 元 in a column of 万元.
final class Jumps {

  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);

  private record Key(long companyId, String indicator, int year) {}

  private record Seen(BigDecimal amount, int row) {}

  private final Map<Key, Seen> seen = new HashMap<>();

  /// Remembers an amount of the file, before any of its neighbours is looked at.
  void note(long companyId, String indicator, int year, int row, BigDecimal amount) {
    seen.putIfAbsent(new Key(companyId, indicator, year), new Seen(amount, row));
  }

  /// A sentence when the amount jumps against the same or a neighbouring year.
  ///
  /// @param stored the stored amount of a year, or null
  @Nullable String noticed(
      long companyId,
      String indicator,
      int year,
      BigDecimal amount,
      IntFunction<@Nullable BigDecimal> stored) {
    for (int other : new int[] {year, year - 1, year + 1}) {
      @Nullable BigDecimal before = stored.apply(other);
      @Nullable String jump =
          before == null ? null : jump(amount, before, "库中登记的 " + other + " 年（");
      if (jump != null) {
        return jump;
      }
      @Nullable Seen earlier = seen.get(new Key(companyId, indicator, other));
      if (earlier != null && other != year) {
        jump = jump(amount, earlier.amount(), "本表第 " + earlier.row() + " 行 " + other + " 年（");
        if (jump != null) {
          return jump;
        }
      }
    }
    return null;
  }

  private static @Nullable String jump(BigDecimal amount, BigDecimal before, String what) {
    if (amount.signum() == 0 || before.signum() == 0) {
      return null;
    }
    // Whichever of the two is wrong, its user finds both here.
    String other = what + Formats.amount(before) + " 万元）";
    if (amount.abs().compareTo(before.abs().multiply(THOUSAND)) >= 0) {
      return "可能误用“元”：是" + other + "的一千倍以上";
    }
    return before.abs().compareTo(amount.abs().multiply(THOUSAND)) >= 0
        ? "可能误用“元”：" + other + "是本行的一千倍以上"
        : null;
  }
}
