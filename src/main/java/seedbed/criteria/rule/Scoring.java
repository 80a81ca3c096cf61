package seedbed.criteria.rule;

import java.math.BigDecimal;
import java.util.List;
import seedbed.criteria.rule.ScoreSheet.Item;
import seedbed.criteria.rule.ScoreSheet.Points;
import seedbed.criteria.rule.ScoreSheet.ScoreClass;
import seedbed.criteria.rule.ScoreSheet.Tier;

/// Adds up score sheets. A missing figure leaves a span of points; only when the lower end passes
/// is the sheet met, only when the upper end fails is it not met.
final class Scoring {
  private Scoring() {}

  static Truth judge(ScoreSheet sheet, Facts facts) {
    var total = Points.NONE;
    var floors = Truth.MET;
    for (var scoreClass : sheet.classes()) {
      var points = points(scoreClass, facts);
      floors = floors.and(floor(scoreClass, points));
      total = total.plus(points);
    }
    return floors.and(total.reaches(sheet.pass()));
  }

  static Points total(ScoreSheet sheet, Facts facts) {
    var total = Points.NONE;
    for (var scoreClass : sheet.classes()) {
      total = total.plus(points(scoreClass, facts));
    }
    return total;
  }

  static Truth floor(ScoreClass scoreClass, Points points) {
    return scoreClass.floor() == null ? Truth.MET : points.reaches(scoreClass.floor());
  }

  static Points points(ScoreClass scoreClass, Facts facts) {
    var sum = Points.NONE;
    for (var item : scoreClass.items()) {
      sum = sum.plus(points(item, facts));
    }
    return sum.atMost(scoreClass.max());
  }

  static Points points(Item item, Facts facts) {
    return switch (item) {
      case Item.Tiered tiered -> best(tiered.tiers(), tiered.otherwise(), facts);
      case Item.Cumulative cumulative -> sum(cumulative.tiers(), facts).atMost(cumulative.cap());
      case Item.Stepped stepped -> steps(stepped, facts);
      case Item.Entered entered -> entered(entered, facts);
      case Item.Best best ->
          best.items().stream()
              .map(each -> points(each, facts))
              .reduce(Points.NONE, Points::orBetter);
    };
  }

  private static Points best(List<Tier> tiers, BigDecimal otherwise, Facts facts) {
    var points = Points.exactly(otherwise);
    for (var tier : tiers) {
      points = points.orBetter(span(tier, otherwise, facts));
    }
    return points;
  }

  private static Points sum(List<Tier> tiers, Facts facts) {
    var points = Points.NONE;
    for (var tier : tiers) {
      points = points.plus(span(tier, BigDecimal.ZERO, facts));
    }
    return points;
  }

  private static Points span(Tier tier, BigDecimal otherwise, Facts facts) {
    return switch (Judging.judge(tier.when(), facts)) {
      case MET -> Points.exactly(tier.points());
      case UNKNOWN -> Points.between(otherwise, tier.points());
      case NOT_MET -> Points.exactly(otherwise);
    };
  }

  private static Points steps(Item.Stepped stepped, Facts facts) {
    var quantity = stepped.quantity().measure(facts);
    if (quantity == null) {
      return new Points(BigDecimal.ZERO, stepped.cap());
    }
    var steps =
        quantity
            .dividend()
            .divideToIntegralValue(quantity.divisor().multiply(stepped.every()))
            .max(BigDecimal.ZERO);
    return Points.exactly(steps.multiply(stepped.points()).min(stepped.cap()));
  }

  private static Points entered(Item.Entered entered, Facts facts) {
    var points = facts.value(entered.cell());
    return points == null
        ? new Points(BigDecimal.ZERO, entered.line().max())
        : Points.exactly(points.max(BigDecimal.ZERO).min(entered.line().max()));
  }
}
