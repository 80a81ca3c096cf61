package seedbed.seed;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import seedbed.figure.Value;

/// What holds for a demonstration company from a day on.
final class DemoFacts {

  /// The two days on which companies declared their facts.
  static final LocalDate EARLIER = LocalDate.of(2023, 3, 31);

  static final LocalDate LATEST = LocalDate.of(2026, 3, 31);

  /// Facts that nearly every company of some standing can prove.
  private static final List<String> COMMON =
      List.of(
          "own_ip_in_product",
          "products_related",
          "niche_focus",
          "supply_chain",
          "market_leading",
          "management_certificate",
          "standard_production",
          "information_system",
          "rd_institution_joint",
          "proprietary_technology",
          "results_applied",
          "brand_strategy",
          "strategic_emerging",
          "growth_potential",
          "key_field");

  /// Facts of the strong ones.
  private static final List<String> RARE =
      List.of(
          "overseas_certificate",
          "fills_gap",
          "performance_leading",
          "lead_standards",
          "led_standards_five_years",
          "profit_above_industry",
          "international_business",
          "energy_benchmark",
          "continuous_innovation",
          "rd_leading",
          "ip_leading",
          "key_field_breakthrough",
          "ip_honour");

  private final Profile profile;
  private final Random random;
  private final int strength;
  private final Map<String, Value> facts = new LinkedHashMap<>();

  private DemoFacts(Profile profile, Random random) {
    this.profile = profile;
    this.random = random;
    this.strength = profile.count("digital_strength", random);
  }

  /// Values by indicator as they stand on the latest day.
  static Map<String, Value> of(Profile profile, String cluster, Random random) {
    DemoFacts all = new DemoFacts(profile, random);
    all.beginnings();
    all.declarations();
    all.property();
    all.choice("cluster", cluster);
    return all.facts;
  }

  /// What the same company could prove three years before: fewer patents, the rest alike.
  static Map<String, Value> earlier(Map<String, Value> latest) {
    Map<String, Value> before = new LinkedHashMap<>();
    latest.forEach((indicator, value) ->
        before.put(
            indicator,
            value instanceof Value.Decimal(var number) && number.compareTo(BigDecimal.ONE) > 0
                ? Value.number(number.subtract(BigDecimal.ONE))
                : value));
    return before;
  }

  private void beginnings() {
    boolean exact = profile.exact("niche_years");
    int years = profile.count("niche_years", random);
    LocalDate niche =
        LocalDate.of(DemoYears.LAST_YEAR, 12, 31)
            .minusYears(years)
            .minusDays(exact ? 0 : random.nextInt(300));
    facts.put("niche_since", Value.date(niche));
    facts.put("founded_on", Value.date(niche.minusDays(random.nextInt(700))));
    facts.put("new_product_since", Value.date(niche.plusDays(200)));
  }

  private void declarations() {
    boolean young = profile.word("track").equals("innovation");
    flag("independent_entity", true);
    flag("no_bad_record", strength > 25 || random.nextInt(3) > 0);
    flag("no_bad_record_two_years", true);
    flag("no_safety_environment_violation", strength > 25 || random.nextInt(2) > 0);
    flag("high_tech", !profile.word("high_tech").equals("0") && strength >= 60);
    flag("four_new", young);
    flag("core_team", !profile.word("core_team").equals("0") && (young || strength >= 75));
    flag("original_technology", young || strength >= 95);
    boolean contest = young ? random.nextInt(8) > 0 : strength >= 85 && random.nextInt(3) == 0;
    flag("innovation_contest", contest && !profile.word("innovation_contest").equals("0"));
    // Below 70 points of strength a common fact fails now and then; a rare one needs 95.
    COMMON.forEach(fact -> flag(fact, random.nextInt(100) < strength + 30));
    RARE.forEach(
        fact -> flag(fact, strength == 100 || (strength >= 80 && random.nextInt(100) < 55)));
    choice("product_field", strength >= 95 ? "gap" : strength >= 75 ? "base" : "none");
    choice("rd_institution", profile.word("rd_institution"));
    choice("brand", profile.word("brand"));
    choice("technology_level", profile.word("technology_level"));
    choice("quality_award", strength >= 100 ? "provincial" : strength >= 90 ? "municipal" : "none");
    boolean prize = strength >= 95 && random.nextInt(9) == 0;
    choice("science_award", prize ? "provincial_top3" : "none");
    flag("national_award_five_years", false);
    choice("maker_contest", young && random.nextInt(6) == 0 ? "national_500" : "none");
    count("digital_level", profile.count("digital_level", random));
  }

  private void property() {
    int class1 = profile.count("class1_ip", random);
    boolean none = profile.word("invention").equals("0");
    int inventions = none ? 0 : class1;
    count("class1_ip", inventions);
    count("class1_ip_self", inventions - inventions / 4);
    count("class1_ip_high_value", inventions / 5);
    count("invention_patents", inventions == 0 ? 0 : inventions + random.nextInt(3));
    count("invention_applications", none ? 0 : random.nextInt(5) + (strength > 60 ? 1 : 0));
    count("utility_patents", class1 + 3 + random.nextInt(12));
    count("design_patents", random.nextInt(4));
    count("class2_ip", class1 + random.nextInt(10));
    count("standards", strength >= 90 ? 1 + random.nextInt(3) : 0);
    count("well_known_trademarks", strength == 100 ? 1 : 0);
  }

  private void flag(String indicator, boolean yes) {
    facts.put(indicator, yes ? Value.yes() : Value.no());
  }

  private void choice(String indicator, String option) {
    facts.put(indicator, Value.word(option));
  }

  private void count(String indicator, int number) {
    facts.put(indicator, Value.number(BigDecimal.valueOf(number)));
  }
}
