package seedbed.imports;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.rule.Indicator;
import seedbed.figure.Value;
import seedbed.web.Formats;

/// Remarks on figures of one row that hardly fit each other, for companies without earlier figures
/// to compare with.
final class Plausibility {

  /// The first is at most so many times the second.
  private record Bound(String part, String whole, int times) {}

  // What a company owes may exceed what it has, but seldom by far.
  private static final List<Bound> BOUNDS =
      List.of(
          new Bound("main_revenue", "revenue", 1),
          new Bound("product_revenue", "main_revenue", 1),
          new Bound("product_revenue", "revenue", 1),
          new Bound("export_revenue", "revenue", 1),
          new Bound("rd_expense", "revenue", 1),
          new Bound("total_liabilities", "total_assets", 3),
          new Bound("rd_staff", "employees", 1),
          new Bound("tech_staff", "employees", 1),
          new Bound("rd_staff", "tech_staff", 1),
          new Bound("class1_ip_self", "class1_ip", 1),
          new Bound("class1_ip_high_value", "class1_ip", 1));

  private static final BigDecimal HUGE = BigDecimal.valueOf(10_000_000);
  private static final BigDecimal HUGE_EACH = BigDecimal.valueOf(100_000);
  private static final String MEANT = "确认单位是万元；确实如此的可以继续导入";

  private final RowFindings found;
  private final Map<Indicator, Value> values;
  private final Map<String, BigDecimal> numbers = new HashMap<>();
  private final Set<String> fresh;

  /// @param fresh which of the values are not stored yet; the others have been looked at
  Plausibility(RowFindings found, Map<Indicator, Value> values, Set<String> fresh) {
    this.found = found;
    this.values = values;
    this.fresh = fresh;
    values.forEach((indicator, value) -> {
      if (value instanceof Value.Decimal(var number)) {
        numbers.put(indicator.code(), number);
      }
    });
  }

  void remark() {
    values.keySet().forEach(this::remarkHuge);
    BOUNDS.forEach(this::remarkPart);
    remarkRevenueEach();
  }

  private void remarkHuge(Indicator indicator) {
    @Nullable BigDecimal amount = numbers.get(indicator.code());
    if (indicator.kind() == Indicator.Kind.AMOUNT
        && amount != null
        && amount.abs().compareTo(HUGE) >= 0) {
      caution(indicator.code(), indicator.code(), "达到 1000 亿元，是否误以元填报", MEANT);
    }
  }

  private void remarkPart(Bound bound) {
    @Nullable BigDecimal part = numbers.get(bound.part());
    @Nullable BigDecimal whole = numbers.get(bound.whole());
    if (part == null
        || whole == null
        || part.compareTo(whole.multiply(BigDecimal.valueOf(bound.times()))) <= 0) {
      return;
    }
    String other = "同一行的“" + label(bound.whole()) + "”（" + Formats.number(whole) + "）";
    caution(
        bound.part(),
        bound.whole(),
        bound.times() == 1 ? "大于" + other : "是" + other + "的 " + bound.times() + " 倍以上",
        "核对两栏的数值和单位；确实如此的可以继续导入");
  }

  private void remarkRevenueEach() {
    @Nullable BigDecimal revenue = numbers.get("revenue");
    @Nullable BigDecimal employees = numbers.get("employees");
    if (revenue != null
        && employees != null
        && employees.signum() > 0
        && revenue.compareTo(employees.multiply(HUGE_EACH)) > 0) {
      caution("revenue", "employees", "人均超过 10 亿元，是否误以元填报", MEANT);
    }
  }

  // One remark on a cell is enough to make somebody look.
  private void caution(String code, String other, String reason, String remedy) {
    if ((fresh.contains(code) || fresh.contains(other)) && !found.remarked(code)) {
      found.caution(code, reason, remedy);
    }
  }

  private String label(String code) {
    return values.keySet().stream()
        .filter(indicator -> indicator.code().equals(code))
        .map(Indicator::label)
        .findFirst()
        .orElse(code);
  }
}
