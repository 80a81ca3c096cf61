package seedbed.reward;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import seedbed.reward.Grant.Fault;
import seedbed.reward.Grant.Part;
import seedbed.web.Formats;

/// Amounts that are hardly meant so: 元 written as 万元, a digit too many. They may be right all the
/// same, so somebody is asked to look at them.
public final class Doubts {

  private static final BigDecimal TENFOLD = BigDecimal.TEN;

  /// A reward of 1,000 元 reads so when it is written as 万元.
  private static final BigDecimal LARGE = BigDecimal.valueOf(1_000);

  private final Map<String, BigDecimal> highest;

  /// @param highest the most that was granted of an item before
  Doubts(Map<String, BigDecimal> highest) {
    this.highest = Map.copyOf(highest);
  }

  /// In the order of the form, at most one of each amount.
  public List<Fault> of(GrantDraft draft) {
    Amount due = new Amount(Part.DUE, "应奖金额", draft.due());
    Amount granted = new Amount(Part.GRANTED, "实际奖励", draft.granted());
    List<Fault> found = new ArrayList<>();
    doubt(due, granted, draft.item()).ifPresent(found::add);
    doubt(granted, due, draft.item()).ifPresent(found::add);
    return List.copyOf(found);
  }

  private Optional<Fault> doubt(Amount amount, Amount beside, @Nullable String item) {
    Amount before = new Amount(amount.part(), "以往“" + item + "”最高的一笔", before(item));
    if (amount.tenfold(beside)) {
      return Optional.of(amount.fault("是" + beside.shown() + "的 10 倍以上"));
    }
    if (amount.tenfold(before)) {
      return Optional.of(amount.fault("是" + before.shown() + "的 10 倍以上"));
    }
    return amount.large()
        ? Optional.of(amount.fault("达到 " + Formats.count(LARGE) + " 万元，可能误用“元”"))
        : Optional.empty();
  }

  private @Nullable BigDecimal before(@Nullable String item) {
    return item == null ? null : highest.get(item);
  }

  private record Amount(Part part, String label, @Nullable BigDecimal value) {

    boolean tenfold(Amount other) {
      return value != null
          && other.value != null
          && other.value.signum() > 0
          && value.compareTo(other.value.multiply(TENFOLD)) >= 0;
    }

    boolean large() {
      return value != null && value.compareTo(LARGE) >= 0;
    }

    String shown() {
      return label + "（" + Formats.exact(value) + " 万元）";
    }

    Fault fault(String reason) {
      return new Fault(part, shown() + reason, "核对数字，确认单位是万元");
    }
  }
}
