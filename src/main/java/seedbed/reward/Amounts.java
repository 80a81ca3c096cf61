package seedbed.reward;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.reward.VisibleRewards.Row;
import seedbed.reward.VisibleRewards.Sums;
import seedbed.web.Decimals;
import seedbed.web.Formats;

/// Amounts of rewards in words, column by column: the points of each stand below each other, and
/// what is unknown is said and never shown as nothing.
record Amounts(Decimals due, Decimals granted, Decimals paid) {

  static final String UNKNOWN = "不明";

  static Amounts of(Row row) {
    return of(List.of(row));
  }

  static Amounts of(Collection<Row> rows) {
    return new Amounts(
        decimals(rows, Row::due, null),
        decimals(rows, Row::granted, null),
        decimals(rows, Row::paid, null));
  }

  /// With what stands at the foot.
  static Amounts of(Collection<Row> rows, Sums sums) {
    return new Amounts(
        decimals(rows, Row::due, sums.due()),
        decimals(rows, Row::granted, sums.granted()),
        decimals(rows, Row::paid, sums.paid()));
  }

  private static Decimals decimals(
      Collection<Row> rows, Function<Row, @Nullable BigDecimal> column, @Nullable BigDecimal foot) {
    return Decimals.ofMoney(
        Stream.concat(rows.stream().map(column), Stream.ofNullable(foot))
            .filter(Objects::nonNull)
            .toList());
  }

  String due(Row row) {
    return shown(due, row.due());
  }

  String granted(Row row) {
    return shown(granted, row.granted());
  }

  /// What has come.
  String paid(Row row) {
    return row.pays() ? shown(paid, row.come()) : Formats.NOTHING;
  }

  private static String shown(Decimals decimals, @Nullable BigDecimal amount) {
    return amount == null ? UNKNOWN : decimals.shown(amount);
  }
}
