package seedbed.seed;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import seedbed.figure.Period;
import seedbed.figure.Source;
import seedbed.figure.Value;
import seedbed.seed.DemoCompany.Said;

/// What real registers suffer from, dealt out by turns: figures missing, unconfirmed, expired,
/// corrected, or told differently by two sources.
final class DemoBlemishes {

  private record Gap(String indicator, Period period) {
    boolean hits(Said said) {
      return said.indicator().equals(indicator)
          && (said.period().equals(period)
              || (said.period() instanceof Period.Day && period instanceof Period.Day));
    }
  }

  private static final Period LAST_YEAR = Period.year(DemoYears.LAST_YEAR);
  private static final Period YEAR_BEFORE = Period.year(DemoYears.LAST_YEAR - 1);
  private static final Period NOW = Period.day(DemoFacts.LATEST);

  private static final List<Gap> GAPS =
      List.of(
          new Gap("rd_expense", YEAR_BEFORE),
          new Gap("platform_score", LAST_YEAR),
          new Gap("class1_ip", NOW),
          new Gap("total_liabilities", LAST_YEAR),
          new Gap("main_revenue", LAST_YEAR),
          new Gap("rank_province", LAST_YEAR),
          new Gap("niche_since", NOW),
          new Gap("rd_institution", NOW),
          new Gap("market_share_national", LAST_YEAR),
          new Gap("key_field", NOW));

  private static final List<String> DISPUTED = List.of("revenue", "main_revenue", "rd_expense");
  private static final LocalDate EXPIRED_ON = LocalDate.of(2026, 9, 30);

  private DemoBlemishes() {}

  static List<Said> on(List<Said> figures, int number) {
    List<Said> blemished = new ArrayList<>(figures);
    for (int gap = 0; gap < gaps(number); gap++) {
      Gap missing = GAPS.get((number / 6 + gap * 3) % GAPS.size());
      blemished.removeIf(missing::hits);
    }
    if (number % 5 == 2) {
      change(blemished, DemoBlemishes::waitsForScience, said -> said.confirmedBy(null));
    }
    if (number % 10 == 7) {
      String lapsed = number % 20 == 7 ? "high_tech" : "management_certificate";
      change(
          blemished,
          said -> said.indicator().equals(lapsed) && said.expiresOn() != null,
          said -> said.expiringOn(EXPIRED_ON));
    }
    if (number % 15 == 3) {
      dispute(blemished, number, false);
    }
    if (number % 15 == 8) {
      dispute(blemished, number, true);
    }
    if (number % 11 == 6) {
      misprint(blemished);
    }
    return blemished;
  }

  private static int gaps(int number) {
    return switch (number % 12) {
      case 1, 7 -> 1;
      case 4 -> 2;
      case 9 -> 3;
      default -> 0;
    };
  }

  private static boolean waitsForScience(Said said) {
    return "市科技局".equals(said.confirmedBy())
        && (said.period().equals(NOW) || said.period().equals(LAST_YEAR));
  }

  /// A second source gives another number. Undecided, neither is confirmed.
  private static void dispute(List<Said> figures, int number, boolean decided) {
    String indicator = DISPUTED.get(number % DISPUTED.size());
    Predicate<Said> disputed =
        said -> said.indicator().equals(indicator) && said.period().equals(LAST_YEAR);
    List<Said> others =
        figures.stream()
            .filter(disputed)
            .map(said ->
                said.saying(
                    scaled(said.value(), "0.96"),
                    new Source("示例统计年报 " + DemoYears.LAST_YEAR, "第3页"),
                    said.at().plus(20, ChronoUnit.DAYS)))
            .toList();
    if (!decided) {
      change(figures, disputed, said -> said.confirmedBy(null));
    }
    figures.addAll(others);
  }

  /// First reported with two digits exchanged, then corrected from the same document.
  private static void misprint(List<Said> figures) {
    for (int i = 0; i < figures.size(); i++) {
      Said said = figures.get(i);
      if (said.indicator().equals("total_assets") && said.period().equals(YEAR_BEFORE)) {
        figures.add(
            i,
            said.saying(
                scaled(said.value(), "1.09"), said.source(), said.at().minus(9, ChronoUnit.DAYS)));
        return;
      }
    }
  }

  private static void change(
      List<Said> figures, Predicate<Said> which, UnaryOperator<Said> change) {
    figures.replaceAll(said -> which.test(said) ? change.apply(said) : said);
  }

  private static Value scaled(Value value, String factor) {
    return switch (value) {
      case Value.Decimal(var number) ->
          Value.number(number.multiply(new BigDecimal(factor)).setScale(2, RoundingMode.HALF_UP));
      case Value.Word word -> word;
    };
  }
}
