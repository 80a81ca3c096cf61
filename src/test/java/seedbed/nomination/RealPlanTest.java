package seedbed.nomination;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.criteria.TargetsReading;
import seedbed.nomination.Concern.Kind;

/// The three-year plan of 皋政办发〔2021〕87号 附件7 with the titles that documents report.
@DisplayName("附件7三年培育计划")
final class RealPlanTest {

  private static final Path SEED = Path.of("seed-data");
  private static final LocalDate TERM_OF_2019 = LocalDate.of(2022, 12, 31);

  private final List<Entry> entries = new ArrayList<>();
  private final Map<Long, String> names = new LinkedHashMap<>();
  private Map<Long, List<Concern>> concerns = Map.of();

  @BeforeEach
  void thePlanIsChecked() throws IOException {
    Map<String, Long> numbers = new LinkedHashMap<>();
    for (var row : rows("nominations-2021-2023.csv")) {
      long company = numbers.computeIfAbsent(field(row, "company"), _ -> numbers.size() + 1L);
      names.put(company, field(row, "company"));
      entries.add(
          new Entry(
              entries.size() + 1L,
              company,
              Integer.parseInt(row.get("year")),
              field(row, "title")));
    }
    var pool = new Pool();
    for (var row : rows("titles.csv")) {
      var company = numbers.get(field(row, "company"));
      if (company != null) {
        var from = LocalDate.parse(row.get("held_from"));
        // A recognition of 2019 is taken to last for its three years.
        var ends = field(row, "title").equals("little-giant") && from.getYear() == 2019;
        pool.holding(company, field(row, "title"), from, ends ? TERM_OF_2019 : null);
      }
    }
    concerns =
        new LadderCheck(Pool.TITLES, pool, MonthDay.of(6, 30), LocalDate.of(2026, 6, 30))
            .check(entries);
  }

  @Test
  @DisplayName("18行、3年、54项")
  void theWholeTableIsThere() {
    assertThat(entries).hasSize(54);
    assertThat(entries.stream().map(Entry::year).distinct()).containsExactly(2021, 2022, 2023);
  }

  @Test
  @DisplayName("南通超达、江苏九鼎待定，需要年销售收入超过4亿元")
  void chaodaAndJiudingAreUnknown() {
    assertThat(of("南通超达装备股份有限公司", "champion").getFirst())
        .satisfies(concern -> {
          assertThat(concern.kind()).isEqualTo(Kind.UNKNOWN);
          assertThat(concern.sentence()).isEqualTo("待定，需要年销售收入超过4亿元，或先取得国家小巨人（本计划列在2022年）。");
          assertThat(concern.missing()).containsExactly("2020年营业收入总额");
        });
    assertThat(of("江苏九鼎新材料股份有限公司", "champion").getFirst())
        .satisfies(concern -> {
          assertThat(concern.kind()).isEqualTo(Kind.UNKNOWN);
          assertThat(concern.sentence()).isEqualTo("待定，需要年销售收入超过4亿元，或先取得国家小巨人（本计划列在2022年）。");
          assertThat(concern.missing()).containsExactly("2021年营业收入总额");
        });
  }

  @Test
  @DisplayName("森松逐级衔接：省小巨人、国家小巨人、单项冠军")
  void sensongIsACleanLadder() {
    for (var title : List.of("jiangsu-giant", "little-giant", "champion")) {
      assertThat(of("森松（江苏）重工有限公司", title))
          .singleElement()
          .extracting(Concern::kind)
          .isEqualTo(Kind.CLEAN);
    }
    assertThat(of("森松（江苏）重工有限公司", "champion").getFirst().sentence())
        .isEqualTo("逐级衔接：2021年省小巨人 → 2022年国家小巨人 → 2023年单项冠军。");
  }

  @Test
  @DisplayName("需要处理的全部十项")
  void everythingElseIsClean() {
    var todo =
        entries.stream()
            .flatMap(entry ->
                concerns.getOrDefault(entry.id(), List.of()).stream()
                    .filter(concern -> concern.kind() != Kind.CLEAN)
                    .map(concern ->
                        "%d %s %s %s"
                            .formatted(
                                entry.year(),
                                entry.title(),
                                names.get(entry.companyId()),
                                concern.kind())))
            .sorted()
            .toList();

    assertThat(todo)
        .containsExactlyInAnyOrder(
            "2021 champion 江苏思源赫兹互感器有限公司 UNKNOWN",
            "2021 champion 江苏汤臣汽车零部件有限公司 UNKNOWN",
            "2021 champion 南通超达装备股份有限公司 UNKNOWN",
            "2022 champion 江苏九鼎新材料股份有限公司 UNKNOWN",
            "2022 champion 江苏九鼎新材料股份有限公司 SAME_YEAR",
            "2023 champion 江苏明德玩具股份有限公司 UNKNOWN",
            "2023 little-giant 南通力威机械有限公司 UNKNOWN",
            "2023 little-giant 南通华东油压科技有限公司 UNKNOWN",
            "2023 little-giant 江苏永大化工机械有限公司 UNKNOWN",
            "2023 little-giant 南通德晋昌光电科技有限公司 UNKNOWN");
  }

  @Test
  @DisplayName("国家级每年列8家，目标2家；南通级没有列入，目标10家；省级5家在目标之内")
  void theYearsAreHeldAgainstTheTargets() {
    var targets = TargetsReading.of(Path.of("config"));

    var found =
        IntStream.rangeClosed(2021, 2023)
            .boxed()
            .flatMap(year ->
                targets.of("320682", year).stream()
                    .flatMap(target -> TargetCheck.of(target, year, entries).stream()))
            .map(Concern::sentence)
            .toList();

    assertThat(found)
        .hasSize(6)
        .contains(
            "2021年国家级专精特新“小巨人”（含单项冠军）企业列了8家，目标2家，多6家，请排出先后。",
            "2023年南通专精特新“小巨人”企业没有列入，目标10家，全部认定也还差10家。")
        .noneMatch(sentence -> sentence.contains("省级"));
  }

  private List<Concern> of(String company, String title) {
    return entries.stream()
        .filter(entry -> names.getOrDefault(entry.companyId(), "").equals(company))
        .filter(entry -> entry.title().equals(title))
        .findFirst()
        .map(entry -> concerns.getOrDefault(entry.id(), List.of()))
        .orElseThrow();
  }

  private static String field(Map<String, String> row, String name) {
    return Objects.requireNonNull(row.get(name));
  }

  private static List<Map<String, String>> rows(String file) throws IOException {
    try (var reader = CsvReader.builder().ofNamedCsvRecord(SEED.resolve(file))) {
      return reader.stream().map(row -> row.getFieldsAsMap()).toList();
    }
  }
}
