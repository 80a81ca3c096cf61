package seedbed.drafting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.WorkedCase;
import seedbed.criteria.rule.Cell;
import seedbed.criteria.rule.Cells;
import seedbed.criteria.rule.Checklist;
import seedbed.criteria.rule.Clause;
import seedbed.criteria.rule.Criterion;
import seedbed.criteria.rule.Criterion.Threshold;
import seedbed.criteria.rule.Facts;
import seedbed.criteria.rule.Finding;
import seedbed.criteria.rule.Quantity;
import seedbed.criteria.rule.Truth;
import seedbed.criteria.rule.Verdict;

/// Cases for every bound, one step below, on and above it, made from a case that meets everything.
final class Suggestions {
  private static final BigDecimal FINE_STEP = new BigDecimal("0.01");
  private static final List<String> SIDES = List.of("低于门槛一步", "恰在门槛上", "高于门槛一步");

  private Suggestions() {}

  /// @param base facts that meet the whole checklist
  static List<CasesPage.Suggested> of(Checklist checklist, Facts base, List<String> written) {
    return checklist.criteria().stream()
        .flatMap(Suggestions::withParts)
        .filter(Threshold.class::isInstance)
        .map(Threshold.class::cast)
        .flatMap(threshold -> around(threshold, checklist, base).stream())
        .filter(each -> !written.contains(each.name()))
        .toList();
  }

  /// A case from which others are made; null where none meets the checklist.
  static @Nullable Facts base(Checklist checklist, List<WorkedCase.Trial> trials) {
    return trials.stream()
        .filter(trial -> trial.worked().track().equals(checklist.track()))
        .filter(trial -> trial.worked().applicant() == checklist.applicant())
        .filter(trial -> trial.verdict() != null && trial.verdict().truth() == Truth.MET)
        .map(trial -> trial.worked().facts())
        .findFirst()
        .orElse(null);
  }

  private static Stream<Criterion> withParts(Criterion criterion) {
    return Stream.concat(
        Stream.of(criterion), Cells.parts(criterion).flatMap(Suggestions::withParts));
  }

  private static List<CasesPage.Suggested> around(
      Threshold threshold, Checklist checklist, Facts base) {
    List<CasesPage.Suggested> all = new ArrayList<>();
    for (var side = -1; side <= 1; side++) {
      var cell = cell(threshold.quantity());
      var edge = edge(threshold, base);
      if (cell == null || edge == null) {
        return List.of();
      }
      var step = cell.indicator().whole() ? BigDecimal.ONE : FINE_STEP;
      var value = edge.add(step.multiply(BigDecimal.valueOf(side))).stripTrailingZeros();
      if (cell.indicator().fault(value) == null) {
        all.add(suggested(threshold, checklist, base, cell, value, SIDES.get(side + 1)));
      }
    }
    return all;
  }

  /// The figure that is moved: the indicator itself, or what is divided.
  private static @Nullable Cell cell(Quantity quantity) {
    var moved =
        quantity instanceof Quantity.Ratio(Quantity.Value of, Quantity.Value _, var _)
            ? of
            : quantity;
    if (!(moved instanceof Quantity.Value(Cell cell))) {
      return null;
    }
    return switch (cell.indicator().kind()) {
      case AMOUNT, COUNT, PERCENT, RANK -> cell;
      case CHOICE, FLAG, DATE -> null;
    };
  }

  private static @Nullable BigDecimal edge(Threshold threshold, Facts base) {
    if (!(threshold.quantity()
        instanceof Quantity.Ratio(Quantity _, Quantity.Value(Cell to), var scale))) {
      return threshold.bound();
    }
    var below = base.value(to);
    // Over 100 or over 1, so the division ends.
    return below == null ? null : threshold.bound().multiply(below).divide(scale);
  }

  private static CasesPage.Suggested suggested(
      Threshold threshold,
      Checklist checklist,
      Facts base,
      Cell cell,
      BigDecimal value,
      String side) {
    var verdict = Verdict.of(checklist, base.but().set(cell, value).build());
    List<PartPage.Kept> fields = new ArrayList<>();
    var name =
        threshold.clause().text()
            + "："
            + side
            + "（"
            + cell.indicator().label()
            + " "
            + value.toPlainString()
            + " "
            + cell.indicator().unit()
            + "）";
    fields.add(new PartPage.Kept("name", name));
    fields.add(new PartPage.Kept("judged-on", base.on().toString()));
    fields.add(
        new PartPage.Kept(
            "f-" + cell.indicator().code() + (cell.yearly() ? "-" + cell.back() : ""),
            value.toPlainString()));
    fields.add(new PartPage.Kept("verdict", verdict.truth().code()));
    ids(verdict, Truth.NOT_MET).forEach(id -> fields.add(new PartPage.Kept("not_met", id)));
    ids(verdict, Truth.UNKNOWN).forEach(id -> fields.add(new PartPage.Kept("unknown", id)));
    return new CasesPage.Suggested(
        name,
        switch (verdict.truth()) {
          case MET -> "符合";
          case NOT_MET -> "不符合：" + String.join("、", ids(verdict, Truth.NOT_MET));
          case UNKNOWN -> "无法判定：" + String.join("、", ids(verdict, Truth.UNKNOWN));
        },
        fields);
  }

  private static List<String> ids(Verdict verdict, Truth truth) {
    return verdict.findings().stream()
        .filter(finding -> finding.truth() == truth)
        .map(Finding::clause)
        .map(Clause::id)
        .toList();
  }
}
