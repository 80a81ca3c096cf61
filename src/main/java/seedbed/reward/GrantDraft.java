package seedbed.reward;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.Level;
import seedbed.reward.Grant.Fault;
import seedbed.reward.Grant.Part;

/// What could be read of a reward that somebody wants to enter, and everything that is wrong with
/// it as far as that can be told.
///
/// @param unread parts that nobody can read, and why: nothing is said of what depends on them
public record GrantDraft(
    @Nullable Integer year,
    @Nullable String item,
    @Nullable Level level,
    @Nullable String document,
    @Nullable String documentNo,
    @Nullable BigDecimal due,
    @Nullable BigDecimal granted,
    @Nullable String reason,
    @Nullable LocalDate decidedOn,
    @Nullable LocalDate paidOn,
    @Nullable Long archived,
    @Nullable String remark,
    List<Fault> unread) {

  private static final int FIRST_YEAR = 2000;
  private static final int LONGEST_ITEM = 80;
  private static final int LONGEST_DOCUMENT = 200;
  private static final int LONGEST_NUMBER = 60;
  private static final int LONGEST_WORDS = 300;
  private static final BigDecimal TOO_MUCH = BigDecimal.TEN.pow(12);

  public GrantDraft {
    unread = List.copyOf(unread);
  }

  /// In the order of the form.
  public List<Fault> faults(LocalDate today) {
    List<Fault> faults = new ArrayList<>(unread);
    required(faults, Part.YEAR, year, "没有填写政策年度", "填四位数字，例如 2025");
    if (year != null && (year < FIRST_YEAR || year > today.getYear())) {
      faults.add(
          new Fault(Part.YEAR, "政策年度 " + year + " 不可能", "填 " + FIRST_YEAR + " 到今年之间的年份，例如 2025"));
    }
    required(faults, Part.ITEM, item, "没有填写奖励项目", "按文件上的名称填写，例如“首超奖”");
    required(faults, Part.LEVEL, level, "没有填写级别", "选择市级、省级或国家级");
    required(faults, Part.DOCUMENT, document, "没有填写依据文件", "填写文件名称");
    required(faults, Part.DECIDED_ON, decidedOn, "没有填写决定日期", "补填");
    tooLong(faults, Part.ITEM, item, LONGEST_ITEM);
    tooLong(faults, Part.DOCUMENT, document, LONGEST_DOCUMENT);
    tooLong(faults, Part.NUMBER, documentNo, LONGEST_NUMBER);
    amount(faults, Part.DUE, due);
    amount(faults, Part.GRANTED, granted);
    tooLong(faults, Part.REASON, reason, LONGEST_WORDS);
    if (read(Part.DUE) && read(Part.GRANTED) && read(Part.REASON)) {
      amounts(faults);
    }
    days(faults, today);
    tooLong(faults, Part.REMARK, remark, LONGEST_WORDS);
    faults.sort(Comparator.comparing(Fault::part));
    return List.copyOf(faults);
  }

  /// What is entered once nothing is wrong.
  public Grant grant() {
    return new Grant(
        Objects.requireNonNull(year),
        Objects.requireNonNull(item),
        Objects.requireNonNull(level),
        Objects.requireNonNull(document),
        documentNo,
        due,
        granted,
        reason,
        Objects.requireNonNull(decidedOn),
        paidOn,
        archived,
        remark);
  }

  private boolean read(Part part) {
    return unread.stream().noneMatch(fault -> fault.part() == part);
  }

  private void required(
      List<Fault> faults, Part part, @Nullable Object value, String reason, String remedy) {
    if (value == null && read(part)) {
      faults.add(new Fault(part, reason, remedy));
    }
  }

  private static void amount(List<Fault> faults, Part part, @Nullable BigDecimal amount) {
    if (amount == null) {
      return;
    }
    if (amount.signum() < 0) {
      faults.add(new Fault(part, "金额不能是负数", "核对；不清楚的留空"));
    } else if (amount.compareTo(TOO_MUCH) >= 0) {
      faults.add(new Fault(part, "金额大得不可能", "核对单位，金额以万元填写"));
    } else if (amount.stripTrailingZeros().scale() > Grant.DECIMALS) {
      faults.add(new Fault(part, "小数超过 " + Grant.DECIMALS + " 位，不到一分钱", "核对金额"));
    }
  }

  private void amounts(List<Fault> faults) {
    if (Grant.zero(due) && granted == null) {
      faults.add(new Fault(Part.GRANTED, "应奖金额为 0（只表彰不奖励）", "实际奖励也填 0"));
    } else if (reason == null && unlike()) {
      faults.add(new Fault(Part.REASON, "实际奖励与应奖金额不同，没有写明原因", "写明原因，例如“无产学研，按80%兑现”"));
    } else if (reason == null && due == null && Grant.zero(granted)) {
      faults.add(new Fault(Part.REASON, "实际奖励为 0，应奖金额不明", "写明没有兑现的原因；只表彰不奖励的，应奖金额也填 0"));
    }
  }

  private boolean unlike() {
    return due != null && granted != null && due.compareTo(granted) != 0;
  }

  private void days(List<Fault> faults, LocalDate today) {
    if (decidedOn != null && decidedOn.isAfter(today)) {
      faults.add(new Fault(Part.DECIDED_ON, "决定日期晚于今天（" + today + "）", "核对日期"));
    } else if (decidedOn != null && year != null && decidedOn.getYear() < year) {
      faults.add(new Fault(Part.DECIDED_ON, "决定日期早于 " + year + " 年度", "核对年度和日期"));
    }
    if (paidOn != null) {
      paid(paidOn, today).ifPresent(faults::add);
    }
  }

  private Optional<Fault> paid(LocalDate day, LocalDate today) {
    return Grant.zero(granted)
        ? Optional.of(new Fault(Part.PAID_ON, "没有奖励资金，不会到位", "到位日期留空"))
        : Grant.wrongDay(day, decidedOn, today)
            .map(reason -> new Fault(Part.PAID_ON, reason, "核对日期"));
  }

  private static void tooLong(List<Fault> faults, Part part, @Nullable String text, int longest) {
    int length = text == null ? 0 : text.codePointCount(0, text.length());
    if (length > longest) {
      faults.add(new Fault(part, "最多 " + longest + " 字，现有 " + length + " 字", "请精简"));
    }
  }
}
