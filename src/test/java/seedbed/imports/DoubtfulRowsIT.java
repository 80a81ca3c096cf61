package seedbed.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import seedbed.audit.TrailWitness;
import seedbed.company.Companies;
import seedbed.company.Company;
import seedbed.company.Region;
import seedbed.company.RegionLevel;
import seedbed.company.Regions;
import seedbed.company.Track;
import seedbed.figure.Attested;
import seedbed.figure.Figures;

@MicronautTest(transactional = false)
class DoubtfulRowsIT {

  private static final String EAST = "960101101";
  private static final String WEST = "960101102";

  @Inject
  @Client("/")
  HttpClient http;

  @Inject Regions regions;
  @Inject Companies companies;
  @Inject Figures figures;
  @Inject TrailWitness witness;

  private ImportClient client;

  @BeforeEach
  void twoTowns() {
    client = new ImportClient(http.toBlocking());
    if (regions.findByCode("96").isEmpty()) {
      regions.save(new Region("96", "核对省", RegionLevel.PROVINCE, null, "试验"));
      regions.save(new Region("9601", "核对市", RegionLevel.PREFECTURE, "96", "试验"));
      regions.save(new Region("960101", "核对县", RegionLevel.COUNTY, "9601", "试验"));
      regions.save(new Region(EAST, "核对东镇", RegionLevel.TOWNSHIP, "960101", "试验"));
      regions.save(new Region(WEST, "核对西镇", RegionLevel.TOWNSHIP, "960101", "试验"));
    }
  }

  @Test
  void whatOnlyStoringWouldRemarkHasToBeCheckedAgain() {
    Company company = company("先后核对有限公司");
    long first = checked("先.xlsx", company, 5_000);
    long second = checked("后.xlsx", company, 5_000_000);
    client.store(first, "all");

    JsonNode refused = client.store(second, "all");

    assertThat(refused.get("state").asText()).isEqualTo("failed");
    assertThat(refused.get("sentence").asText()).contains("库中数据已变化，与检查时不同", "第 5 行", "重新检查");
    assertThat(revenue(company)).hasSize(1);
    assertThat(page(second)).contains("重新检查");
    String storage = "/api/v1/imports/{id}/storage";
    assertThat(witness.lasting("upload " + first))
        .satisfies(seen -> assertThat(seen.outcome()).isEqualTo("已办理"))
        .satisfies(seen -> assertThat(seen.account()).isEqualTo(witness.newest(storage).account()))
        .satisfies(seen -> assertThat(seen.detail()).contains("先.xlsx", "登记完成：1 行", "新增 1 个值"));
    assertThat(witness.lasting("upload " + second))
        .satisfies(seen -> assertThat(seen.outcome()).isEqualTo("未通过检查"))
        .satisfies(seen -> assertThat(seen.detail()).contains("库中数据已变化"));

    http.toBlocking().exchange(HttpRequest.POST("/api/v1/imports/" + second + "/check", ""));
    assertThat(client.settled(second).at("/problems/0/reason").asText()).startsWith("可能误用“元”");
    assertThat(client.store(second, "all").get("state").asText()).isEqualTo("stored");
    assertThat(revenue(company)).hasSize(2);
  }

  @Test
  void whatAFileItselfStoresOnTheWayIsNoChange() {
    List<String> names = IntStream.range(0, 505).mapToObj("分段核对%d有限公司"::formatted).toList();
    names.forEach(this::company);
    String rows =
        names.stream().map(name -> name + ",2024,5000\n").collect(Collectors.joining())
            + names.getFirst()
            + ",2025,6000000\n"
            + names.getLast()
            + ",2025,6000000\n";
    JsonNode checked = client.upload("分段.csv", csv("企业名称,年度,营业收入总额（万元）\n" + rows));

    JsonNode stored = client.store(checked.get("id").asLong(), "all");

    assertThat(checked.at("/counts/cautions").asLong()).isPositive();
    assertThat(stored.at("/stored/rows").asLong()).as(stored.toString()).isEqualTo(507);
  }

  @Test
  void whatAnotherImportRegisteredMeanwhileIsSaidToBeKnown() {
    byte[] file =
        new FilledForm(client.get("/imports/templates/companies.xlsx"))
            .row("名称", "两传核对有限公司", "所属镇街", "核对东镇", "类别", "制造类")
            .bytes();
    long first = client.upload("一.xlsx", file).get("id").asLong();
    long second = client.upload("二.xlsx", file).get("id").asLong();
    client.store(first, "all");

    JsonNode stored = client.store(second, "all");

    assertThat(stored.get("state").asText()).isEqualTo("stored");
    assertThat(stored.at("/counts/good").asLong()).isZero();
    assertThat(stored.at("/counts/known").asLong()).isEqualTo(1);
    assertThat(page(second)).contains("另有 1 行此前已登记，没有重复").doesNotContain("按您的选择没有登记");
  }

  @Test
  void figuresOfARowThatHardlyFitAreRemarked() {
    Company company = company("合理核对有限公司");

    JsonNode checked =
        client.upload(
            "合理.csv",
            csv(
                "企业名称,年度,营业收入总额（万元）,主营业务收入（万元）,研发费用总额（万元）,"
                    + "资产总额（年末，万元）,负债总额（年末，万元）,职工总数（人）,研发人员数（人）\n"
                    + company.name()
                    + ",2024,5000,4900,200,8000,9000,100,20\n"
                    + company.name()
                    + ",2023,5000,5001,6000,100,301,10,11\n"
                    + company.name()
                    + ",2018,9999999,,,,,99,\n"
                    + company.name()
                    + ",2015,,,,10000000,,,\n"));

    assertThat(checked.at("/counts/wrong").asLong()).as(checked.toString()).isZero();
    assertThat(checked.at("/problems").findValuesAsText("row"))
        .containsExactly("3", "3", "3", "3", "4", "5");
    assertThat(checked.at("/problems").findValuesAsText("reason").stream().distinct())
        .contains(
            "大于同一行的“营业收入总额”（5,000）",
            "是同一行的“资产总额（年末）”（100）的 3 倍以上",
            "大于同一行的“职工总数”（10）",
            "人均超过 10 亿元，是否误以元填报",
            "达到 1000 亿元，是否误以元填报");
  }

  @Test
  void aDifferentTownIsNamed() {
    company("镇名核对有限公司");

    JsonNode checked = client.upload("镇名.csv", csv("名称,所属镇街,类别\n镇名核对有限公司,核对西镇,制造类\n"));

    assertThat(checked.at("/problems/0/reason").asText()).isEqualTo("与库中登记的“核对东镇”不同（本行“核对西镇”）");
  }

  @Test
  void aTextFileHasNoSheetAndItsHeadIsNotBlamedForItsRows() {
    Company company = company("文本核对有限公司");
    JsonNode checked =
        client.upload(
            "文本.csv",
            csv(
                "企业名称,年度,净利润（万元）,职工总数（人）\n"
                    + company.name()
                    + ",2024,10,5\n"
                    + company.name()
                    + ",2023,20000000,五\n"));
    long id = checked.get("id").asLong();

    assertThat(page(id)).contains("CSV（UTF-8 编码）").doesNotContain("工作表", "表头有提示");
    client.store(id, "good");
    assertThat(live(company, "net_profit").getFirst().figure().source().page()).isEqualTo("第 2 行");
  }

  @Test
  void aListThatMustBeChosenFromIsNotToBeLeftEmpty() {
    FilledForm form = new FilledForm(client.get("/imports/templates/companies.xlsx"));
    int track = form.column("类别");

    assertThat(form.workbook().getSheetAt(0).getDataValidations())
        .filteredOn(list -> list.getRegions().getCellRangeAddresses()[0].getFirstColumn() == track)
        .singleElement()
        .satisfies(list -> assertThat(list.getErrorBoxText()).isEqualTo("请从下拉列表中选择。"));
  }

  private long checked(String fileName, Company company, int revenue) {
    JsonNode checked =
        client.upload(
            fileName,
            new FilledForm(client.get("/imports/templates/figures.xlsx"))
                .row("企业名称", company.name(), "年度", 2024, "营业收入总额（万元）", revenue)
                .bytes());
    assertThat(checked.at("/counts/cautions").asLong()).as(checked.toString()).isZero();
    return checked.get("id").asLong();
  }

  private String page(long id) {
    return Jsoup.parse(http.toBlocking().retrieve("/imports/" + id)).text();
  }

  private static byte[] csv(String text) {
    return ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
  }

  private Company company(String name) {
    return companies
        .findByName(name)
        .orElseGet(() ->
            companies.save(Company.named(name, EAST, Track.MANUFACTURING, "试验", LocalDate.EPOCH)));
  }

  private List<Attested> revenue(Company company) {
    return live(company, "revenue");
  }

  private List<Attested> live(Company company, String indicator) {
    return figures
        .ofCompany(company.id(), Figures.LATEST)
        .ofYear(indicator, 2024)
        .map(entry -> entry.live())
        .orElse(List.of());
  }
}
