package seedbed.reward;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.access.Permission;
import seedbed.company.Known;
import seedbed.reward.VisibleRewards.Query;
import seedbed.reward.VisibleRewards.Row;

/// The rewards of one company as of a day, for pages about companies.
@Singleton
public class PastRewards {

  private static final int MOST = 200;

  private final VisibleRewards visible;

  PastRewards(VisibleRewards visible) {
    this.visible = visible;
  }

  /// One reward in words, as it stood on the day.
  ///
  /// @param paid what of it has come
  /// @param reason why less or more than due was granted
  public record Past(
      int year,
      String item,
      String level,
      String basis,
      String due,
      String granted,
      String paid,
      String standing,
      @Nullable String reason,
      @Nullable LocalDate paidOn) {}

  /// @param sentence the sums, with how many amounts are unknown; empty without any reward
  public record Extract(List<Past> rewards, String sentence) {}

  /// What was decided, entered and not voided until the end of a day; the latest first.
  public Extract of(long company, LocalDate day, Permission permission) {
    Known known = new Known(permission.scope(), day);
    Query query = Query.of(company);
    List<Row> rows = visible.list(query, known, MOST, 0);
    Amounts amounts = Amounts.of(rows);
    return new Extract(
        rows.stream().map(row -> past(row, amounts)).toList(),
        rows.isEmpty() ? "" : RewardLists.sentence(visible.sums(query, known)));
  }

  private static Past past(Row row, Amounts amounts) {
    return new Past(
        row.year(),
        row.item(),
        row.level().label(),
        row.basis(),
        amounts.due(row),
        amounts.granted(row),
        amounts.paid(row),
        row.standing().label(),
        row.reason(),
        row.paidOn());
  }
}
