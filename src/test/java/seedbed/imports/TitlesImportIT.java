package seedbed.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import seedbed.company.Companies;
import seedbed.company.Company;
import seedbed.company.Region;
import seedbed.company.RegionLevel;
import seedbed.company.Regions;
import seedbed.company.TitleHolding;
import seedbed.company.TitleHolding.FromPrecision;
import seedbed.company.TitleHoldings;
import seedbed.company.TitleRegister;
import seedbed.company.TitleRegister.Standing;
import seedbed.company.TitleYears;
import seedbed.company.Track;

@MicronautTest(transactional = false)
class TitlesImportIT {

  private static final LocalDate DAY = LocalDate.of(2026, 5, 10);

  @Inject
  @Client("/")
  HttpClient http;

  @Inject Regions regions;
  @Inject Companies companies;
  @Inject TitleHoldings holdings;

  private ImportClient client;

  @BeforeEach
  void aRegion() {
    client = new ImportClient(http.toBlocking());
    if (regions.findByCode("92").isEmpty()) {
      regions.save(new Region("92", "称号省", RegionLevel.PROVINCE, null, "试验"));
    }
  }

  @Test
  void titlesAndTheDayTheyWereCheckedSettleWhatIsHeld() {
    Company company = company("称号齐全有限公司");
    assertThat(standing(company, "innovative-sme")).isEqualTo(Standing.UNKNOWN);
    byte[] file =
        form()
            .row(
                "企业名称", company.name(),
                "称号", "创新型中小企业",
                "认定文件", "苏工信中小〔2024〕1号",
                "批次", "第一批",
                "起始日期", "2024-06-01",
                "有效期至", "2027-05-31",
                "称号核对日期", "2026-05-01")
            .row(
                "企业名称", company.name(),
                "称号", "市培育库",
                "认定文件", "皋工信发〔2021〕9号",
                "起始日期", "2021年",
                "称号核对日期", "2026-05-01")
            .bytes();

    JsonNode checked = client.upload("称号.xlsx", file);
    assertThat(checked.at("/counts/good").asLong()).as(checked.toString()).isEqualTo(2);
    assertThat(checked.at("/kind").asText()).isEqualTo("titles");
    JsonNode stored = client.store(checked.get("id").asLong(), "all");

    assertThat(stored.at("/stored/values").asLong()).as(stored.toString()).isEqualTo(2);
    assertThat(reloaded(company).titlesCheckedOn()).isEqualTo(LocalDate.of(2026, 5, 1));
    assertThat(held(company)).hasSize(2);
    assertThat(held(company).getFirst().fromPrecision()).isEqualTo(FromPrecision.YEAR);
    assertThat(held(company).getLast().heldTo()).isEqualTo(LocalDate.of(2027, 6, 1));
    assertThat(standing(company, "innovative-sme")).isEqualTo(Standing.HELD);
    assertThat(standing(company, "rugao-pool")).isEqualTo(Standing.HELD);
    assertThat(standing(company, "little-giant")).isEqualTo(Standing.NOT_HELD);

    JsonNode again = client.upload("称号再来.xlsx", file);
    assertThat(again.at("/counts/known").asLong()).as(again.toString()).isEqualTo(2);
    assertThat(again.at("/counts/good").asLong()).isZero();
  }

  @Test
  void aCompanyWithoutAnyTitleIsCheckedByARowOfItsOwn() {
    Company company = company("没有称号有限公司");

    store("没有称号.xlsx", form().row("企业名称", company.name(), "称号核对日期", "2026-04-30").bytes(), "all");

    assertThat(standing(company, "innovative-sme")).isEqualTo(Standing.NOT_HELD);
  }

  @Test
  void aLaterCheckDoesNotMakeEarlierDaysUnknown() {
    Company company = company("两次核对有限公司");
    store("初核.xlsx", form().row("企业名称", company.name(), "称号核对日期", "2026-03-31").bytes(), "all");

    JsonNode again =
        client.upload(
            "再核.xlsx", form().row("企业名称", company.name(), "称号核对日期", "2026-09-30").bytes());

    assertThat(again.at("/counts/known").asLong()).as(again.toString()).isEqualTo(1);
    assertThat(reloaded(company).titlesCheckedOn()).isEqualTo(LocalDate.of(2026, 3, 31));
  }

  @Test
  void aRegisterWithARowLeftBehindIsNotComplete() {
    Company company = company("称号不全有限公司");
    byte[] file =
        form()
            .row("企业名称", company.name(), "称号核对日期", "2026-04-30")
            .row("企业名称", company.name(), "称号", "小小巨人", "认定文件", "某文", "起始日期", "2024")
            .bytes();

    store("不全.xlsx", file, "good");

    assertThat(reloaded(company).titlesCheckedOn()).isNull();
  }

  @Test
  void whatIsRegisteredIsCompletedAndNeverOverwritten() {
    Company company = company("称号补充有限公司");
    FilledForm first =
        form().row("企业名称", company.name(), "称号", "创新型", "认定文件", "甲文", "起始日期", "2024-06-01");
    store("先.xlsx", first.bytes(), "all");

    store(
        "后.xlsx",
        form()
            .row(
                "企业名称", company.name(),
                "称号", "创新型",
                "认定文件", "甲文",
                "起始日期", "2024-06-01",
                "有效期至", "2025-12-31",
                "取消文件", "乙文")
            .bytes(),
        "all");
    JsonNode other =
        client.upload(
            "又.xlsx",
            form()
                .row("企业名称", company.name(), "称号", "创新型", "认定文件", "丙文", "起始日期", "2024-06-01")
                .row("企业名称", company.name(), "称号", "创新型", "认定文件", "丙文", "起始日期", "2025-06-01")
                .bytes());

    assertThat(held(company)).hasSize(1);
    assertThat(held(company).getFirst().heldTo()).isEqualTo(LocalDate.of(2026, 1, 1));
    assertThat(held(company).getFirst().endDocument()).isEqualTo("乙文");
    assertThat(other.at("/problems").findValuesAsText("reason"))
        .anyMatch(reason -> reason.equals("与已登记的“甲文”不同"))
        .anyMatch(reason -> reason.contains("时间重叠"));
  }

  @Test
  void rowsOfTitlesSayWhatIsWrongWithThem() {
    Company company = company("称号有误有限公司");
    JsonNode checked =
        client.upload(
            "称号有误.xlsx",
            form()
                .row("企业名称", company.name())
                .row("企业名称", "没有登记的公司", "称号核对日期", "2026-04-30")
                .row("企业名称", company.name(), "称号", "创新型", "起始日期", "2024-06-01")
                .row(
                    "企业名称", company.name(),
                    "称号", "创新型",
                    "认定文件", "甲",
                    "起始日期", "2024-06-01",
                    "有效期至", "2023-06-01")
                .row("企业名称", company.name(), "称号核对日期", "2999-01-01")
                .bytes());

    assertThat(checked.at("/counts/wrong").asLong()).isEqualTo(5);
    assertThat(checked.at("/problems").findValuesAsText("reason"))
        .containsExactly(
            "没有填写称号，也没有填写核对日期",
            "管辖范围内没有这家企业",
            "填了称号，没有填写这一栏",
            "有效期至 2023-06-01 早于起始日期",
            "核对日期 2999-01-01 不可能");
  }

  private FilledForm form() {
    return new FilledForm(client.get("/imports/templates/titles.xlsx"));
  }

  private void store(String name, byte[] file, String rows) {
    JsonNode stored = client.store(client.upload(name, file).get("id").asLong(), rows);
    assertThat(stored.get("state").asText()).as(stored.toString()).isEqualTo("stored");
  }

  private Company company(String name) {
    return companies.save(Company.named(name, "92", Track.MANUFACTURING, "试验", LocalDate.EPOCH));
  }

  private Company reloaded(Company company) {
    return companies.findById(company.id()).orElseThrow();
  }

  private List<TitleHolding> held(Company company) {
    return holdings.findByCompanyIdOrderByHeldFrom(company.id());
  }

  private Standing standing(Company company, String title) {
    boolean complete = reloaded(company).titlesComplete(DAY);
    return new TitleRegister(held(company), complete, TitleYears.NONE).on(title, DAY);
  }
}
