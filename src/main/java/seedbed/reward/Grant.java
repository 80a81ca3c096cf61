package seedbed.reward;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.Level;

/// What is entered of a reward.
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

  static final int DECIMALS = 6;

  /// A part of it, in the order of the form; fields of forms and columns of lists are called after
  /// it.
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

  /// Why money cannot have come on a day; empty when it can.
  ///
  /// @param decidedOn null as long as nobody can read it
  static Optional<String> wrongDay(LocalDate day, @Nullable LocalDate decidedOn, LocalDate today) {
    if (day.isAfter(today)) {
      return Optional.of("到位日期晚于今天（" + today + "）");
    }
    return decidedOn != null && day.isBefore(decidedOn)
        ? Optional.of("到位日期早于决定日期（" + decidedOn + "）")
        : Optional.empty();
  }

  static boolean zero(@Nullable BigDecimal amount) {
    return amount != null && amount.signum() == 0;
  }
}
