package seedbed.seed;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.company.Company;
import seedbed.company.CreditCode;
import seedbed.company.Origin;
import seedbed.company.Track;
import seedbed.figure.Period;
import seedbed.figure.Source;
import seedbed.figure.Value;
import seedbed.seed.DemoCompany.Held;
import seedbed.seed.DemoCompany.Said;

/// Makes fictitious companies from the small tables in `seed-data/demo`. The same number always
/// makes the same company.
public final class DemonstrationPool {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  /// A registration office that does not exist, so no such code can belong to anybody.
  private static final String NO_REGION = "91000000";

  private static final LocalDate TITLES_COMPLETE_FROM = LocalDate.of(2021, 1, 1);
  private static final String SOURCE = "示例数据，企业和数值均为虚构";
  private static final long SEED = 20_210_618L;

  private final List<Archetype> archetypes;
  private final Map<String, Evidence> evidence;
  private final List<DemoProduct> products;
  private final List<String> words;
  private final List<String> townsByWeight;
  private final int kinds;

  public DemonstrationPool(Path directory) {
    archetypes = Archetype.of(SeedFile.read(directory, "archetypes.csv"));
    evidence = Evidence.of(SeedFile.read(directory, "evidence.csv"));
    products = DemoProduct.of(SeedFile.read(directory, "products.csv"));
    words =
        SeedFile.read(directory, "words.csv").rows().stream()
            .map(row -> row.getField("word"))
            .toList();
    townsByWeight =
        SeedFile.read(directory, "towns.csv").rows().stream()
            .flatMap(row ->
                Collections.nCopies(
                    Integer.parseInt(row.getField("weight")), row.getField("region"))
                    .stream())
            .toList();
    kinds = archetypes.stream().mapToInt(Archetype::count).sum();
  }

  /// How many companies make one pool in which every kind is present as often as it should be.
  public int size() {
    return kinds;
  }

  /// The company of that number, counted from 0. Beyond one pool the kinds begin again.
  DemoCompany company(int number) {
    int place = number % kinds;
    for (Archetype archetype : archetypes) {
      if (place < archetype.count()) {
        return company(archetype, place + number / kinds * archetype.count(), number);
      }
      place -= archetype.count();
    }
    throw new IllegalStateException("no archetype for " + number);
  }

  private DemoCompany company(Archetype archetype, int nth, int number) {
    Random random = new Random(SEED + 7_919L * number);
    Profile profile = archetype.profile(nth);
    DemoProduct product = product(archetype.track(), number);
    Map<Integer, Map<String, BigDecimal>> years = DemoYears.of(profile, random);
    Map<String, Value> facts = DemoFacts.of(profile, product.cluster(), random);
    List<Said> figures = new ArrayList<>();
    years.forEach(
        (year, values) -> values.forEach((code, value) -> figures.add(year(code, year, value))));
    DemoFacts.earlier(facts)
        .forEach((code, value) -> figures.add(fact(code, DemoFacts.EARLIER, value, number)));
    facts.forEach((code, value) -> figures.add(fact(code, DemoFacts.LATEST, value, number)));
    figures.removeIf(said -> said.indicator().equals(profile.word("missing")) && newest(said));
    List<Held> titles = DemoTitles.of(archetype.ladder(), number);
    return new DemoCompany(
        identity(archetype, product, number, facts, firstKnown(titles, figures), random),
        titles,
        archetype.tidy() ? figures : DemoBlemishes.on(figures, number));
  }

  private Company identity(
      Archetype archetype,
      DemoProduct product,
      int number,
      Map<String, Value> facts,
      LocalDate recordedOn,
      Random random) {
    String round = number < kinds ? "" : "%05d号".formatted(number);
    String shortName =
        Company.DEMO_MARK + words.get(number * 3 % words.size()) + product.nameWord() + round;
    String form = archetype.ladder().equals("champion") ? "股份有限公司" : "有限公司";
    return new Company(
        0,
        shortName + form,
        shortName,
        "",
        null,
        creditCode(number),
        townsByWeight.get(random.nextInt(townsByWeight.size())),
        product.industryCode(),
        product.industryName(),
        product.track(),
        product.product(),
        day(facts.get("founded_on")),
        Origin.DEMO,
        recordedOn,
        TITLES_COMPLETE_FROM,
        SOURCE,
        "示例类型：" + archetype.name(),
        0);
  }

  /// A company is known from the day of its first title or figure.
  private static LocalDate firstKnown(List<Held> titles, List<Said> figures) {
    return Stream.concat(
            titles.stream().map(Held::from),
            figures.stream().map(said -> said.at().atZone(CHINA).toLocalDate()))
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  private DemoProduct product(Track track, int number) {
    List<DemoProduct> own = products.stream().filter(p -> p.track() == track).toList();
    return own.get(number * 7 % own.size());
  }

  private static CreditCode creditCode(int number) {
    String organisation = "MA%06d".formatted(100_000 + number);
    return CreditCode.completing(
        NO_REGION + organisation + CreditCode.organisationCheckCharacter(organisation));
  }

  private static boolean newest(Said said) {
    return said.period().lastDay().getYear() >= DemoYears.LAST_YEAR;
  }

  private Said year(String indicator, int year, BigDecimal value) {
    Evidence proof = proof(indicator);
    int page = 5 + Math.floorMod(indicator.hashCode(), 40);
    return new Said(
        indicator,
        Period.year(year),
        Value.number(value),
        new Source(proof.document() + " " + year, "第%d页".formatted(page)),
        at(LocalDate.of(year + 1, 4, 10)),
        null,
        proof.department());
  }

  private Said fact(String indicator, LocalDate day, Value value, int number) {
    Evidence proof = proof(indicator);
    // Certificates were given in the half year before, so their ends are spread as well.
    @Nullable LocalDate end =
        proof.months() == 0 || value.equals(Value.no())
            ? null
            : day.minusDays(number % 180).plusMonths(proof.months());
    return new Said(
        indicator,
        Period.day(day),
        value,
        new Source(proof.document() + " " + day.getYear(), null),
        at(day.plusDays(3)),
        end,
        proof.department());
  }

  private Evidence proof(String indicator) {
    Evidence proof = evidence.get(indicator);
    if (proof == null) {
      throw new IllegalStateException("evidence.csv 中没有指标 " + indicator + " 的佐证。");
    }
    return proof;
  }

  private static @Nullable LocalDate day(@Nullable Value value) {
    return value instanceof Value.Word(var word) ? LocalDate.parse(word) : null;
  }

  private static Instant at(LocalDate day) {
    return day.atTime(LocalTime.of(9, 30)).atZone(CHINA).toInstant();
  }
}
