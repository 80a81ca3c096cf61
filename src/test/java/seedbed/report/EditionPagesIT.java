package seedbed.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpStatus;
import io.micronaut.test.annotation.MockBean;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@MicronautTest(transactional = false)
final class EditionPagesIT {

  private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");

  @Inject Site site;

  @MockBean(Clock.class)
  Clock clock() {
    return Clock.fixed(NOW, ZoneId.of("Asia/Shanghai"));
  }

  @Test
  void listsEveryEditionOnceByLevel() throws IOException {
    var page = site.page("/editions");
    long files;
    try (var checklists = Files.list(Path.of("config/checklists"));
        var overlays = Files.list(Path.of("config/overlays"))) {
      files = Stream.concat(checklists, overlays).filter(EditionPagesIT::yaml).count();
    }

    assertThat(page.select("section h2").eachText()).containsExactly("国家级", "省级", "市级");
    assertThat(page.select("a.opens").eachAttr("href"))
        .doesNotHaveDuplicates()
        .hasSize((int) files);
    assertThat(page.select(".timeline li:not(.scale)")).hasSize((int) files);
  }

  private static boolean yaml(Path file) {
    return file.toString().endsWith(".yml");
  }

  @Test
  void filtersNarrowAndCount() {
    var page = site.page("/editions?title=little-giant&status=in-force");

    assertThat(page.select("a.opens").eachAttr("href"))
        .containsExactly("/editions/cn-xjr-2026", "/editions/cn-xjr-2026-ovl");
    assertThat(page.select(".chip[aria-current]").eachText()).contains("国家小巨人 2", "现行 2");
    assertThat(site.page("/editions?level=municipal&title=champion").select(".empty h3").text())
        .isEqualTo("没有符合条件的版本");
  }

  @Test
  void statusIsThatOfTheChosenDay() {
    var page = site.page("/editions?title=little-giant&on=2023-05-01");

    assertThat(page.select("tr:has(a[href*=cn-xjr-2022]) td:last-child").text()).isEqualTo("现行");
    assertThat(page.select("a.opens[href*=2026], a.opens[href*=2025]")).isEmpty();
    assertThat(page.select(".chip[aria-current]").eachText()).contains("国家小巨人 3");
    var announced = site.page("/editions?title=little-giant&on=2026-03-01");
    assertThat(announced.select("tr:has(a[href*=cn-xjr-2026?]) td:last-child").text())
        .isEqualTo("未生效");
  }

  @ParameterizedTest
  @CsvSource({"level,nowhere", "title,nobel-prize", "status,asleep"})
  void wrongFilterIsNamed(String parameter, String value) {
    var page = site.page("/editions?" + parameter + "=" + value, HttpStatus.UNPROCESSABLE_ENTITY);

    assertThat(page.text()).contains(value);
  }

  @Test
  @DisplayName("条件、要求、条款、核实依据和待核逐条列出")
  void readsAsTheTableOfItsDocument() {
    var page = site.page("/editions/cn-xjr-2026");
    var debt = page.select("table.clauses tr:has(td:contains(资产负债率))");

    assertThat(debt.text()).contains("≤ 75 %", "附件2 第2项", "第三方转载");
    assertThat(page.select("table.clauses .tag.unknown").eachText()).contains("待核");
    assertThat(page.select("table.clauses thead th").eachText())
        .containsExactly("序号", "条件", "要求", "条款", "核实依据");
    assertThat(page.select("main").text()).doesNotContainIgnoringCase("yaml");
    assertThat(page.select("h1").text()).contains("2026年");
    assertThat(page.select(".facts").text()).contains("工信部企业〔2026〕2号", "算例");
  }

  @Test
  void scoreSheetShowsClassesFloorsAndBands() {
    var points = site.page("/editions/cn-cx-2022").select("table.points");

    assertThat(points.select("caption").text()).contains("满分 100 分", "合格 60 分");
    assertThat(points.select(".group").eachText()).anyMatch(text -> text.contains("最低 20 分"));
    assertThat(points.select(".bands li").eachText()).contains("5%以上 20 分", "其他 0 分");
  }

  @Test
  void tracksAndApplicantsAreLinks() {
    var page = site.page("/editions/js-xjr-2020?title=jiangsu-giant&track=innovation");

    assertThat(page.select(".tools .chip[aria-current]").eachText())
        .contains("江苏省专精特新（科技）小巨人企业", "创新类");
    assertThat(page.select(".tools .chip").eachAttr("href"))
        .anyMatch(href -> href.contains("track=manufacturing"));
    assertThat(page.select("table.clauses")).hasSize(1);
  }

  @Test
  void noticeShowsWhatItWaivesAndItsBase() {
    var page = site.page("/editions/cn-xjr-2026-ovl?applicant=renewal");

    assertThat(page.select(".notice a").attr("href")).isEqualTo("/editions/cn-xjr-2022");
    assertThat(page.select("tr:has(.tag:contains(本轮不考查))").text()).contains("增长率");
  }

  @Test
  void editionBeyondItsProofIsMarked() {
    var page = site.page("/editions/rg-2021");

    assertThat(page.select(".notice.unknown").text()).contains("2023-12-31");
    assertThat(site.page("/editions/rg-2021?on=2023-05-01").select(".notice.unknown")).isEmpty();
  }

  @Test
  void yamlIsTheFileItself() throws IOException {
    var file = site.file("/editions/cn-xjr-2026/file");

    assertThat(new String(file.body(), UTF_8))
        .isEqualTo(Files.readString(Path.of("config/checklists/cn-xjr-2026.yml")));
    assertThat(file.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"cn-xjr-2026.yml\"");
  }

  @ParameterizedTest
  @CsvSource({
    "/editions/cn-xjr-1999,404",
    "/editions/cn-xjr-1999/file,404",
    "/editions/..%2Findicators/file,404",
    "/editions/cn-xjr-2022?track=product,422",
    "/editions/cn-xjr-2022?applicant=nobody,422",
    "/editions/cn-xjr-2022?title=champion,422"
  })
  void whatIsNotThereIsRefused(String address, int status) {
    assertThat(site.file(address).statusCode()).isEqualTo(status);
  }
}
