package seedbed.seed;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/// The yearly accounts of a demonstration company, consistent with each other: what the bounds give
/// exactly comes out exactly, so that a company can stand precisely on a threshold.
final class DemoYears {

  static final int FIRST_YEAR = 2022;
  static final int LAST_YEAR = 2025;

  /// The national platform gave its first scores at the end of 2024.
  private static final int FIRST_SCORED_YEAR = 2024;

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal CENT_MULTIPLE = BigDecimal.valueOf(400);
  private static final int MAX_SCALE = 6;

  private final Profile profile;
  private final Random random;
  private final Map<Integer, Map<String, BigDecimal>> years = new LinkedHashMap<>();

  private DemoYears(Profile profile, Random random) {
    this.profile = profile;
    this.random = random;
  }

  /// Values by indicator, by year.
  static Map<Integer, Map<String, BigDecimal>> of(Profile profile, Random random) {
    DemoYears accounts = new DemoYears(profile, random);
    Map<Integer, BigDecimal> revenue = accounts.revenue();
    accounts.sales(revenue);
    accounts.balance(revenue);
    accounts.people(revenue);
    accounts.market();
    return accounts.years;
  }

  private Map<Integer, BigDecimal> revenue() {
    Map<Integer, BigDecimal> revenue = new LinkedHashMap<>();
    BigDecimal last = profile.number("revenue", 2, random);
    if (profile.exact("growth") && !profile.exact("revenue")) {
      // Forward from a round beginning, so that growing by exactly 5 % stays within whole cents.
      BigDecimal factor = factor(profile.number("growth", 2, random));
      BigDecimal amount =
          last.divide(factor.pow(LAST_YEAR - FIRST_YEAR), 0, RoundingMode.HALF_UP)
              .divide(CENT_MULTIPLE, 0, RoundingMode.HALF_UP)
              .max(BigDecimal.ONE)
              .multiply(CENT_MULTIPLE);
      for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
        revenue.put(year, amount);
        amount = fitting(amount.multiply(factor));
      }
      return revenue;
    }
    BigDecimal[] amounts = new BigDecimal[LAST_YEAR - FIRST_YEAR + 1];
    BigDecimal amount = last;
    for (int year = LAST_YEAR; year >= FIRST_YEAR; year--) {
      amounts[year - FIRST_YEAR] = amount;
      BigDecimal growth = profile.number("growth", 2, random);
      amount = amount.divide(factor(growth), 2, RoundingMode.HALF_UP);
    }
    for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
      revenue.put(year, amounts[year - FIRST_YEAR]);
    }
    return revenue;
  }

  private void sales(Map<Integer, BigDecimal> revenue) {
    BigDecimal mainShare = profile.number("main_share", 2, random);
    BigDecimal productShare = profile.number("product_share", 2, random).min(mainShare);
    BigDecimal exportShare = BigDecimal.valueOf(random.nextInt(36));
    revenue.forEach((year, amount) -> {
      BigDecimal main = share(amount, mainShare, profile.exact("main_share"));
      BigDecimal rdShare = profile.number("rd_share", 2, random);
      put(year, "revenue", amount);
      put(year, "main_revenue", main);
      put(year, "product_revenue", share(amount, productShare, false).min(main));
      put(year, "export_revenue", share(main, exportShare, false));
      put(year, "rd_expense", share(amount, rdShare, profile.exact("rd_share")));
    });
  }

  private void balance(Map<Integer, BigDecimal> revenue) {
    BigDecimal debt = profile.number("debt", 2, random);
    BigDecimal turnover = BigDecimal.valueOf(85 + random.nextInt(55));
    BigDecimal taxShare = BigDecimal.valueOf(250 + random.nextInt(250), 2);
    revenue.forEach((year, amount) -> {
      BigDecimal profit = share(amount, profile.number("margin", 2, random), false);
      BigDecimal tax = share(amount, taxShare, false);
      // Whole 万元, so that a ratio of exactly 75 % needs no more than cents.
      BigDecimal assets = share(amount, turnover, false).setScale(0, RoundingMode.HALF_UP);
      put(year, "operating_profit", profit);
      put(year, "net_profit", profit.signum() > 0 ? share(profit, percent(85), false) : profit);
      put(year, "tax_paid", tax);
      put(year, "profit_and_tax", profit.add(tax));
      put(year, "costs", amount.subtract(profit));
      put(year, "total_assets", assets);
      put(year, "total_liabilities", share(assets, debt, profile.exact("debt")));
      put(year, "equity_investment", equity(year));
    });
  }

  private BigDecimal equity(int year) {
    boolean young = profile.word("track").equals("innovation");
    return young && year >= LAST_YEAR - 1 && random.nextInt(3) == 0
        ? BigDecimal.valueOf(300L + 100L * random.nextInt(20))
        : BigDecimal.ZERO;
  }

  private void people(Map<Integer, BigDecimal> revenue) {
    boolean young = profile.word("track").equals("innovation");
    int perHead = young ? 35 + random.nextInt(20) : 55 + random.nextInt(40);
    int rdPercent = young ? 40 + random.nextInt(25) : 6 + random.nextInt(18);
    revenue.forEach((year, amount) -> {
      int staff = Math.max(12, amount.intValue() / perHead);
      int researchers = Math.max(1, staff * rdPercent / 100);
      put(year, "employees", BigDecimal.valueOf(staff));
      put(year, "rd_staff", BigDecimal.valueOf(researchers));
      put(year, "tech_staff", BigDecimal.valueOf(Math.min(staff, researchers + staff / 20)));
    });
  }

  private void market() {
    BigDecimal share = profile.number("market_share", 1, random);
    int national = profile.count("rank_national", random);
    int province = Math.min(national, profile.count("rank_province", random));
    int world =
        profile.has("rank_world") ? profile.count("rank_world", random) : 30 + random.nextInt(150);
    BigDecimal score = profile.number("score", 1, random);
    for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
      BigDecimal before = BigDecimal.valueOf(3L * (LAST_YEAR - year), 1);
      BigDecimal then = share.subtract(before).max(BigDecimal.valueOf(1, 1));
      put(year, "market_share_national", then);
      put(year, "market_share_world", share(then, percent(world <= 5 ? 60 : 8), false));
      put(year, "rank_national", BigDecimal.valueOf(national + (LAST_YEAR - year) / 2));
      put(year, "rank_province", BigDecimal.valueOf(province));
      put(year, "rank_world", BigDecimal.valueOf(world + (LAST_YEAR - year) / 2));
      put(year, "provincial_feature_score", BigDecimal.valueOf(5L + random.nextInt(8)));
      if (year >= FIRST_SCORED_YEAR) {
        put(year, "platform_score", score.subtract(before));
      }
    }
  }

  private void put(int year, String indicator, BigDecimal value) {
    years.computeIfAbsent(year, _ -> new LinkedHashMap<>()).put(indicator, value);
  }

  private static BigDecimal factor(BigDecimal growth) {
    return BigDecimal.ONE.add(growth.divide(HUNDRED));
  }

  private static BigDecimal percent(int number) {
    return BigDecimal.valueOf(number);
  }

  private static BigDecimal share(BigDecimal whole, BigDecimal percent, boolean exact) {
    BigDecimal part = whole.multiply(percent).divide(HUNDRED);
    return exact ? fitting(part) : part.setScale(2, RoundingMode.HALF_UP);
  }

  private static BigDecimal fitting(BigDecimal amount) {
    BigDecimal plain = amount.stripTrailingZeros();
    return plain.scale() > MAX_SCALE ? plain.setScale(2, RoundingMode.HALF_UP) : plain;
  }
}
