package seedbed.reward;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.Level;

/// What somebody wants to enter of a reward, and what is wrong with it.
///
/// @param due in 万元, as the policy says; null where nobody knows, zero for an honour alone
/// @param granted in 万元; null where nobody knows
/// @param reason why the two differ
/// @param paidOn when all of it came; null where it has not
/// @param archived the decision in the archive
public record Grant(
    int year,
    String item,
    Level level,
    String document,
    @Nullable String documentNo,
    @Nullable BigDecimal due,
    @Nullable BigDecimal granted,
    @Nullable String reason,
    LocalDate decidedOn,
    @Nullable LocalDate paidOn,
    @Nullable Long archived,
    @Nullable String remark) {

  private static final int FIRST_YEAR = 2000;
  private static final int LONGEST_ITEM = 80;
  private static final int LONGEST_DOCUMENT = 200;
  private static final int LONGEST_NUMBER = 60;
  private static final int LONGEST_WORDS = 300;
  static final int DECIMALS = 6;
  private static final BigDecimal TOO_MUCH = BigDecimal.TEN.pow(12);

  /// A part of it; fields of forms and columns of lists are called after it.
  public enum Part {
    COMPANY("company"),
    YEAR("year"),
    ITEM("item"),
    LEVEL("level"),
    DOCUMENT("document"),
    NUMBER("number"),
    DUE("due"),
    GRANTED("granted"),
    REASON("reason"),
    DECIDED_ON("decidedOn"),
    PAID_ON("paidOn"),
    ARCHIVED("archived"),
    REMARK("remark");

    private final String field;

    Part(String field) {
      this.field = field;
    }

    public String field() {
      return field;
    }
  }

  /// Something wrong, without its full stop, and what to do about it.
  public record Fault(Part part, String reason, String remedy) {

    public String sentence() {
      return reason + "；" + remedy + "。";
    }
  }

  /// Everything that is wrong, in the order of the form.
  public List<Fault> faults(LocalDate today) {
    List<Fault> faults = new ArrayList<>();
    if (year < FIRST_YEAR || year > today.getYear()) {
      faults.add(
          new Fault(Part.YEAR, "政策年度 " + year + " 不可能", "填 " + FIRST_YEAR + " 到今年之间的年份，例如 2025"));
    }
    tooLong(faults, Part.ITEM, item, LONGEST_ITEM);
    tooLong(faults, Part.DOCUMENT, document, LONGEST_DOCUMENT);
    tooLong(faults, Part.NUMBER, documentNo, LONGEST_NUMBER);
    amount(faults, Part.DUE, due);
    amount(faults, Part.GRANTED, granted);
    tooLong(faults, Part.REASON, reason, LONGEST_WORDS);
    amounts(faults);
    days(faults, today);
    tooLong(faults, Part.REMARK, remark, LONGEST_WORDS);
    return List.copyOf(faults);
  }

  private static void amount(List<Fault> faults, Part part, @Nullable BigDecimal amount) {
    if (amount == null) {
      return;
    }
    if (amount.signum() < 0) {
      faults.add(new Fault(part, "金额不能是负数", "核对；不清楚的留空"));
    } else if (amount.compareTo(TOO_MUCH) >= 0) {
      faults.add(new Fault(part, "金额大得不可能", "核对单位，金额以万元填写"));
    } else if (amount.stripTrailingZeros().scale() > DECIMALS) {
      faults.add(new Fault(part, "小数超过 " + DECIMALS + " 位，不到一分钱", "核对金额"));
    }
  }

  private void amounts(List<Fault> faults) {
    if (zero(due) && granted == null) {
      faults.add(new Fault(Part.GRANTED, "应奖金额为 0（只表彰不奖励）", "实际奖励也填 0"));
    } else if (reason == null && unlike()) {
      faults.add(new Fault(Part.REASON, "实际奖励与应奖金额不同，没有写明原因", "写明原因，例如“无产学研，按80%兑现”"));
    } else if (reason == null && due == null && zero(granted)) {
      faults.add(new Fault(Part.REASON, "实际奖励为 0，应奖金额不明", "写明没有兑现的原因；只表彰不奖励的，应奖金额也填 0"));
    }
  }

  private boolean unlike() {
    return due != null && granted != null && due.compareTo(granted) != 0;
  }

  private void days(List<Fault> faults, LocalDate today) {
    if (decidedOn.isAfter(today)) {
      faults.add(new Fault(Part.DECIDED_ON, "决定日期晚于今天（" + today + "）", "核对日期"));
    } else if (decidedOn.getYear() < year) {
      faults.add(new Fault(Part.DECIDED_ON, "决定日期早于 " + year + " 年度", "核对年度和日期"));
    }
    if (paidOn != null) {
      paid(paidOn, today).ifPresent(faults::add);
    }
  }

  private Optional<Fault> paid(LocalDate day, LocalDate today) {
    return zero(granted)
        ? Optional.of(new Fault(Part.PAID_ON, "没有奖励资金，不会到位", "到位日期留空"))
        : wrongDay(day, decidedOn, today).map(reason -> new Fault(Part.PAID_ON, reason, "核对日期"));
  }

  /// Why money cannot have come on a day; empty when it can.
  static Optional<String> wrongDay(LocalDate day, LocalDate decidedOn, LocalDate today) {
    if (day.isAfter(today)) {
      return Optional.of("到位日期晚于今天（" + today + "）");
    }
    return day.isBefore(decidedOn)
        ? Optional.of("到位日期早于决定日期（" + decidedOn + "）")
        : Optional.empty();
  }

  static boolean zero(@Nullable BigDecimal amount) {
    return amount != null && amount.signum() == 0;
  }

  private static void tooLong(List<Fault> faults, Part part, @Nullable String text, int longest) {
    int length = text == null ? 0 : text.codePointCount(0, text.length());
    if (length > longest) {
      faults.add(new Fault(part, "最多 " + longest + " 字，现有 " + length + " 字", "请精简"));
    }
  }
}
