package seedbed.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.audit.TrailWitness;
import seedbed.company.Company;
import seedbed.company.CreditCode;
import seedbed.company.Origin;
import seedbed.company.Track;
import seedbed.figure.Attested;
import seedbed.figure.Entry;
import seedbed.figure.Figures;
import seedbed.figure.Value;

/// Files of companies and figures from the template to what is stored, and again.
@MicronautTest(transactional = false)
@DisplayName("导入企业和数据")
final class ImportsIT extends ImportScene {

  @Inject TrailWitness witness;
  @Inject Clock clock;

  @Test
  void templatesGoOutComeBackFilledAndBecomeCompaniesAndFigures() {
    String code = CreditCode.completing("91870101MA0000001").value();
    byte[] companyFile =
        companyForm()
            .row(
                "名称", "导入轴承有限公司",
                "简称", "导入轴承",
                "统一社会信用代码", code,
                "所属镇街", "导入东镇",
                "行业代码", "3451",
                "类别", "制造类",
                "成立日期", "2014年3月1日")
            .bytes();
    JsonNode checked = client.upload("企业.xlsx", companyFile);
    assertThat(checked.at("/state").asText()).as(checked.toString()).isEqualTo("checked");
    assertThat(companies.findByName("导入轴承有限公司")).isEmpty();
    client.store(checked.get("id").asLong(), "all");
    Company company = companies.findByName("导入轴承有限公司").orElseThrow();
    assertThat(company.foundedOn()).isEqualTo(LocalDate.of(2014, 3, 1));
    assertThat(company.creditCode()).isEqualTo(new CreditCode(code));
    assertThat(company.track()).isEqualTo(Track.MANUFACTURING);
    assertThat(company.origin()).isEqualTo(Origin.IMPORT);
    LocalDate today = LocalDate.now(clock);
    assertThat(company.recordedOn()).isEqualTo(today);
    assertThat(http.toBlocking().retrieve("/api/v1/companies?q=drzc&on=" + today))
        .contains(company.name());
    assertThat(http.toBlocking().retrieve("/api/v1/companies?q=drzc&on=" + today.minusDays(1)))
        .doesNotContain(company.name());
    assertThat(http.toBlocking().retrieve("/api/v1/companies?q=drzc")).contains(company.name());
    assertThat(Jsoup.parse(http.toBlocking().retrieve("/companies?q=DRZC&origin=import")).text())
        .contains(company.name(), "导入企业");

    JsonNode figuresChecked =
        client.upload(
            "指标.xlsx",
            figureForm()
                .row(
                    "企业名称", "导入轴承有限公司",
                    "年度", 2025,
                    "营业收入总额（万元）", 12345.67,
                    "主导产品国内市场占有率（%）", "12.5％",
                    "职工总数（人）", "１２０",
                    "截至日期", "2026-03-31",
                    "国家高新技术企业（有效期内）", "是",
                    "政府质量奖励最高级别", "省级")
                .bytes());
    assertThat(figuresChecked.at("/counts/good").asLong())
        .as(figuresChecked.toString())
        .isEqualTo(1);
    JsonNode stored = client.store(figuresChecked.get("id").asLong(), "all");

    assertThat(stored.at("/stored/values").asLong()).isEqualTo(5);
    assertThat(value(company, "revenue", 2025)).isEqualTo(Value.number("12345.67"));
    assertThat(value(company, "market_share_national", 2025)).isEqualTo(Value.number("12.5"));
    assertThat(value(company, "employees", 2025)).isEqualTo(Value.number("120"));
    Attested award = onDay(company, "quality_award");
    assertThat(award.figure().value()).isEqualTo(Value.word("provincial"));
    assertThat(award.figure().source().document()).isEqualTo("指标.xlsx");
    assertThat(award.figure().source().page()).isEqualTo("工作表“年度指标”第 5 行");
    assertThat(award.figure().reportedBy()).isEqualTo("test-office");
  }

  @Test
  void theSameFileAgainAddsNothingEvenUnderAnotherName() {
    Company company = company("重复导入有限公司");
    byte[] file = figureForm().row("企业名称", company.name(), "年度", 2024, "净利润（万元）", 321.5).bytes();
    client.store(client.upload("首次.xlsx", file).get("id").asLong(), "all");
    JsonNode again = client.upload("改了名.xlsx", file);

    assertThat(again.at("/counts/known").asLong()).isEqualTo(1);
    assertThat(again.at("/counts/good").asLong()).isZero();
    assertThatThrownBy(() -> client.store(again.get("id").asLong(), "all"))
        .isInstanceOfSatisfying(
            HttpClientResponseException.class,
            refused -> {
              assertThat(refused.getStatus().getCode()).isEqualTo(422);
              assertThat(refused.getResponse().getBody(String.class).orElse("")).contains("没有新内容");
            });
    assertThat(live(company, "net_profit", 2024)).hasSize(1);
  }

  @Test
  void aCorrectedFileOfTheSameNameCorrectsItsFigures() {
    Company company = company("更正导入有限公司");
    client.store(
        client
            .upload(
                "更正.xlsx",
                figureForm().row("企业名称", company.name(), "年度", 2024, "净利润（万元）", 100).bytes())
            .get("id")
            .asLong(),
        "all");

    JsonNode stored =
        client.store(
            client
                .upload(
                    "更正.xlsx",
                    figureForm().row("企业名称", company.name(), "年度", 2024, "净利润（万元）", 110).bytes())
                .get("id")
                .asLong(),
            "all");

    assertThat(stored.at("/stored/corrected").asLong()).isEqualTo(1);
    assertThat(value(company, "net_profit", 2024)).isEqualTo(Value.number("110"));
  }

  @Test
  void aCorrectedFileOfAnotherNameReplacesWhatItCorrects() {
    Company company = company("改名更正有限公司");
    byte[] wrong =
        figureForm()
            .row("企业名称", company.name(), "年度", 2024, "营业收入总额（万元）", 50000000, "净利润（万元）", 8)
            .bytes();
    long first = client.upload("初稿.xlsx", wrong).get("id").asLong();
    client.store(first, "all");
    byte[] right = figureForm().row("企业名称", company.name(), "年度", 2024, "营业收入总额（万元）", 5000).bytes();
    JsonNode checked = client.upload("更正稿.xlsx", right);
    long second = checked.get("id").asLong();
    assertThat(checked.at("/counts/cautions").asLong()).isEqualTo(1);
    assertThat(Jsoup.parse(http.toBlocking().retrieve("/imports/" + second)).select("option"))
        .anyMatch(option -> option.text().startsWith("初稿.xlsx（"));

    http.toBlocking()
        .exchange(
            HttpRequest.POST("/imports/" + second + "/correction", "corrects=" + first)
                .contentType("application/x-www-form-urlencoded"));
    assertThat(client.settled(second).at("/counts/cautions").asLong()).isZero();
    JsonNode stored = client.store(second, "all");

    assertThat(stored.at("/stored/corrected").asLong()).isEqualTo(1);
    Entry revenue =
        figures.ofCompany(company.id(), Figures.LATEST).ofYear("revenue", 2024).orElseThrow();
    assertThat(revenue.live()).hasSize(1);
    assertThat(revenue.live().getFirst().figure().source().document()).isEqualTo("更正稿.xlsx");
    assertThat(revenue.superseded()).hasSize(1);
    assertThat(value(company, "net_profit", 2024)).isEqualTo(Value.number("8"));
  }

  @Test
  void onlyTheGoodRowsWhenTheUserSaysSo() {
    Company company = company("部分导入有限公司");
    byte[] file =
        figureForm()
            .row("企业名称", company.name(), "年度", 2024, "营业收入总额（万元）", 5000)
            .row("企业名称", "没有这家的公司", "年度", 2024, "营业收入总额（万元）", 5000)
            .row("企业名称", company.name(), "年度", 2025, "营业收入总额（万元）", "约六千")
            .row("企业名称", company.name(), "年度", 2024, "净利润（万元）", 1)
            .bytes();
    JsonNode checked = client.upload("部分.xlsx", file);
    long id = checked.get("id").asLong();
    assertThat(checked.at("/counts/good").asLong()).isEqualTo(1);
    assertThat(checked.at("/counts/wrong").asLong()).isEqualTo(3);
    assertThat(checked.at("/problems").findValuesAsText("reason"))
        .containsExactly("管辖范围内没有这家企业", "“约六千”不是数字", "与第 5 行重复（同一企业、2024年）");
    assertThatThrownBy(() -> client.store(id, "all"))
        .isInstanceOfSatisfying(HttpClientResponseException.class, ImportScene::unprocessable);
    assertThat(live(company, "revenue", 2024)).isEmpty();

    client.store(id, "good");

    assertThat(witness.newest("/api/v1/imports").about()).isEqualTo("upload " + id);
    assertThat(witness.newest("/api/v1/imports/{id}/storage").detail())
        .contains("只登记正确的行", "正确 1 行，错误 3 行");
    assertThat(value(company, "revenue", 2024)).isEqualTo(Value.number("5000"));
    assertThat(live(company, "revenue", 2025)).isEmpty();
  }

  @Test
  void anotherSourceThatDisagreesIsShownBeforeItStandsBeside() {
    Company company = company("两源导入有限公司");
    client.store(
        client
            .upload(
                "甲.xlsx",
                figureForm().row("企业名称", company.name(), "年度", 2024, "净利润（万元）", 100).bytes())
            .get("id")
            .asLong(),
        "all");

    JsonNode other =
        client.upload(
            "乙.xlsx", figureForm().row("企业名称", company.name(), "年度", 2024, "净利润（万元）", 120).bytes());

    assertThat(other.at("/problems/0/reason").asText()).isEqualTo("与“甲.xlsx”登记的 100 不一致");
    client.store(other.get("id").asLong(), "all");
    assertThat(live(company, "net_profit", 2024)).hasSize(2);
  }

  @Test
  void rowsOfCompaniesSayWhatIsWrongWithThem() {
    Company known = company("已有导入有限公司");
    JsonNode checked =
        client.upload(
            "企业错.xlsx",
            companyForm()
                .row("名称", "甲导入有限公司", "统一社会信用代码", "91870101MA00000X", "所属镇街", "导入东镇", "类别", "制造类")
                .row("名称", "乙导入有限公司", "所属镇街", "没有的镇", "类别", "制造类")
                .row("名称", "丙导入有限公司", "所属镇街", "导入东镇", "类别", "其他")
                .row("简称", "没有名称", "所属镇街", "导入东镇", "类别", "制造类")
                .row("名称", "丁导入有限公司", "所属镇街", "导入东镇", "类别", "创新类", "成立日期", "2999-01-01")
                .row("名称", known.name(), "所属镇街", "导入东镇", "类别", "创新类")
                .row("名称", known.name(), "所属镇街", "导入东镇", "类别", "制造类")
                .row("名称", "戊导入有限公司", "所属镇街", "导入县导入东镇", "类别", "制造类", "行业代码", "C3451")
                .bytes());

    assertThat(checked.at("/counts/good").asLong()).as(checked.toString()).isEqualTo(1);
    assertThat(checked.at("/problems").findValuesAsText("reason"))
        .hasSize(7)
        .anyMatch(reason -> reason.contains("应为 18 位"))
        .anyMatch(reason -> reason.contains("没有“没有的镇”"))
        .anyMatch(reason -> reason.contains("不是企业类别"))
        .anyMatch(reason -> reason.contains("没有填写"))
        .anyMatch(reason -> reason.contains("2999-01-01 不可能"))
        .anyMatch(reason -> reason.contains("与库中登记的“制造类”不同"))
        .anyMatch(reason -> reason.contains("是同一家企业"));
  }

  @Test
  void aKnownCompanyIsCompletedAndNeverOverwritten() {
    Company known = company("补充导入有限公司");
    JsonNode checked =
        client.upload(
            "补充.xlsx",
            companyForm()
                .row("名称", known.name(), "所属镇街", "导入东镇", "类别", "制造类", "主导产品", "转盘轴承")
                .bytes());

    client.store(checked.get("id").asLong(), "all");

    assertThat(companies.findByName(known.name()).orElseThrow().mainProduct()).isEqualTo("转盘轴承");
    assertThat(companies.findByName(known.name()).orElseThrow().recordedOn())
        .isEqualTo(LocalDate.EPOCH);
  }

  @Test
  void pagesWorkWithoutScripts() {
    Company company = company("页面导入有限公司");
    byte[] file =
        figureForm()
            .row("企业名称", company.name(), "年度", 2024, "净利润（万元）", 9)
            .row("企业名称", company.name(), "年度", 2023, "净利润（万元）", "无")
            .bytes();
    long id = client.upload("页面.xlsx", file).get("id").asLong();
    String list = http.toBlocking().retrieve("/imports");
    String page = http.toBlocking().retrieve("/imports/" + id);

    assertThat(list).contains("下载模板", "页面.xlsx", "1 行可登记，1 行有错误");
    assertThat(page)
        .contains("只导入正确的 1 行", "下载标注后的原表", "没有数据请留空；确实为零请填 0")
        .containsPattern(">[A-Z]+6<")
        .contains("action=\"/imports/" + id + "/storage\"");
    http.toBlocking()
        .exchange(
            HttpRequest.POST("/imports/" + id + "/storage", "rows=good")
                .contentType("application/x-www-form-urlencoded"));
    assertThat(client.settled(id).get("state").asText()).isEqualTo("stored");
    assertThat(http.toBlocking().retrieve("/imports/" + id)).contains("✓ 已登记", "1 行有错误，没有登记");
  }

  private FilledForm companyForm() {
    return new FilledForm(client.get("/imports/templates/companies.xlsx"));
  }

  private Attested onDay(Company company, String indicator) {
    return figures
        .ofCompany(company.id(), Figures.LATEST)
        .onDay(indicator, LocalDate.of(2026, 4, 1))
        .orElseThrow()
        .live()
        .getFirst();
  }
}
