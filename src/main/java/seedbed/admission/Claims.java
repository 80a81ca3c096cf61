package seedbed.admission;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.SheetPlan;
import seedbed.criteria.rule.Cell;
import seedbed.criteria.rule.Facts;
import seedbed.criteria.rule.Indicator;
import seedbed.criteria.rule.Reason;
import seedbed.criteria.rule.Slots;
import seedbed.figure.Attested;
import seedbed.figure.Entry;
import seedbed.figure.FigureSheet;
import seedbed.figure.Period;
import seedbed.figure.Source;
import seedbed.verdict.Shown;
import seedbed.verdict.Supposed;

/// What a company writes into its application, beside what is on record. It is judged while it is
/// typed just as it will be judged once it is handed in: what has been confirmed goes before it,
/// and where nothing has been, two documents that disagree leave the fact unknown.
///
/// @param source the application as a document; what it said in an earlier round gives way
record Claims(Map<Cell, Supposed.Value> cells, FigureSheet sheet, Source source) {

  /// So many times apart, one of two values of the same period is probably in another unit.
  private static final BigDecimal UNLIKELY = BigDecimal.TEN;

  /// What the writer should look at before he hands it in.
  ///
  /// @param field its place on the form
  record Caution(String field, String sentence) {}

  private enum Standing {
    COUNTS,
    CONFIRMED_OTHERWISE,
    DISPUTED
  }

  Facts applied(Facts known) {
    var facts = known.but();
    cells.forEach((cell, claimed) -> {
      BigDecimal value = claimed.value();
      if (value != null) {
        switch (standing(cell, value, known.on())) {
          case COUNTS -> facts.setUnconfirmed(cell, value);
          case CONFIRMED_OTHERWISE -> {}
          case DISPUTED -> facts.missing(cell, Reason.AWAITING_CONFIRMATION);
        }
      }
    });
    return facts.build();
  }

  /// In the order of the form.
  List<Caution> cautions(Facts known, SheetPlan.Jumps jumps) {
    List<Caution> cautions = new ArrayList<>();
    cells.forEach((cell, claimed) -> {
      BigDecimal value = claimed.value();
      if (value == null) {
        return;
      }
      String field = Supposed.field(cell, known.on());
      against(cell, value, known).map(each -> new Caution(field, each)).ifPresent(cautions::add);
      jump(cell, value, known, jumps)
          .map(each -> new Caution(field, each))
          .ifPresent(cautions::add);
    });
    return cautions;
  }

  /// The claims that do not count beside what is on record, for whoever works on the application.
  List<String> contradictions(Facts known) {
    List<String> names = new ArrayList<>();
    cells.forEach((cell, claimed) -> {
      BigDecimal value = claimed.value();
      if (value != null && standing(cell, value, known.on()) != Standing.COUNTS) {
        names.add(Shown.name(cell, known.on()) + "填" + Shown.fact(cell.indicator(), value));
      }
    });
    return names;
  }

  private Standing standing(Cell cell, BigDecimal value, LocalDate on) {
    List<Attested> others = others(cell, on);
    if (others.isEmpty()) {
      return Standing.COUNTS;
    }
    if (others.stream().anyMatch(Attested::confirmed)) {
      return Standing.CONFIRMED_OTHERWISE;
    }
    var told = Supposed.told(cell.indicator(), value);
    return others.stream().allMatch(other -> other.figure().value().equals(told))
        ? Standing.COUNTS
        : Standing.DISPUTED;
  }

  /// What other documents say of the same period.
  private List<Attested> others(Cell cell, LocalDate on) {
    String code = cell.indicator().code();
    Optional<Entry> entry =
        cell.yearly()
            ? sheet.ofYear(code, cell.year(on))
            : sheet.onDay(code, on).filter(each -> each.period().equals(Period.day(on)));
    return entry.stream()
        .flatMap(each -> each.live().stream())
        .filter(each -> !each.figure().source().equals(source))
        .toList();
  }

  private Optional<String> against(Cell cell, BigDecimal value, Facts known) {
    String name = Shown.name(cell, known.on());
    return switch (standing(cell, value, known.on())) {
      case COUNTS -> Optional.empty();
      case CONFIRMED_OTHERWISE ->
          Optional.of(
              "%s已有核实数据 %s，本次填 %s%s；提交后仍按核实数据判定，核实数据有误的，请另行申请更正。"
                  .formatted(
                      name,
                      Shown.fact(cell.indicator(), known.value(cell)),
                      Shown.fact(cell.indicator(), value),
                      unit(cell, value, known.value(cell))));
      case DISPUTED ->
          Optional.of(
              "%s另有待核实的数据，与本次填写不一致%s；核实以前按缺数据判定。"
                  .formatted(name, unit(cell, value, known.value(cell))));
    };
  }

  private static String unit(Cell cell, BigDecimal value, @Nullable BigDecimal other) {
    String unit = cell.indicator().unit();
    return !apart(value, other, UNLIKELY)
        ? ""
        : "，相差 10 倍以上" + (unit.isEmpty() ? "" : "，疑似单位填错（本栏以" + unit + "计）");
  }

  /// A value of which the unit is probably wrong, by the year before or after it.
  private Optional<String> jump(Cell cell, BigDecimal value, Facts known, SheetPlan.Jumps jumps) {
    Indicator indicator = cell.indicator();
    if (!cell.yearly() || !jumps.indicators().contains(indicator.code())) {
      return Optional.empty();
    }
    return IntStream.of(cell.back() + 1, cell.back() - 1)
        .filter(back -> 0 <= back && back < Slots.YEARS)
        .mapToObj(back -> known.slots().cell(indicator, back))
        .filter(other -> apart(value, claimed(other, known), jumps.unit()))
        .findFirst()
        .map(other ->
            "%s与%s相差 %s 倍以上，疑似单位填错：本栏以%s计，请核对。"
                .formatted(
                    Shown.name(cell, known.on()),
                    Shown.name(other, known.on()),
                    jumps.unit().stripTrailingZeros().toPlainString(),
                    indicator.unit()));
  }

  private @Nullable BigDecimal claimed(Cell cell, Facts known) {
    Supposed.Value claim = cells.get(cell);
    return claim == null ? known.value(cell) : claim.value();
  }

  private static boolean apart(BigDecimal value, @Nullable BigDecimal other, BigDecimal times) {
    if (other == null || value.signum() == 0 || other.signum() == 0) {
      return false;
    }
    BigDecimal less = value.abs().min(other.abs());
    return value.abs().max(other.abs()).compareTo(less.multiply(times)) >= 0;
  }
}
