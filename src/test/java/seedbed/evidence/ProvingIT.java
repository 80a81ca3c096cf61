package seedbed.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.evidence.content.HonestFiles;
import seedbed.figure.Figure;
import seedbed.figure.Period;
import seedbed.figure.Reporting;
import seedbed.figure.Source;
import seedbed.figure.Value;

/// Papers beside what they prove: applications, figures, facts, and their folder.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("佐证材料与申请、数据")
final class ProvingIT extends EvidenceScene {

  @Inject Reporting reporting;
  @Inject Clock clock;

  @Test
  void whatWasHandedInStaysAsItWas() throws IOException {
    uploaded("初稿.pdf", HonestFiles.pdf(1), Map.of("indicator", "revenue", "kind", "REPORT"));
    long application = begun();
    keep(application);
    submit(application);
    follow("1", "定稿.pdf", HonestFiles.pdf(2));
    uploaded("后来的.pdf", HonestFiles.pdf(1), Map.of("indicator", "high_tech"));
    String folder = "/applications/" + application + "/evidence";

    var today = door.page(folder, owner).page();
    String then = today.select(".chips a").getFirst().attr("href");
    assertThat(today.text()).contains("共 2 份材料", "后来的");
    assertThat(today.select("main a[href$=/versions/2/preview]")).isNotEmpty();
    var before = door.page(then, town).page();
    assertThat(before.text()).contains("提交申请”时的材料", "共 1 份材料").doesNotContain("后来的");
    assertThat(before.select("main a[href$=/versions/1/preview]")).isNotEmpty();
    String pdf = before.select("a[href*=folder.pdf]").attr("href");
    try (PDDocument document = Loader.loadPDF(postman.fetch(pdf, town).body())) {
      assertThat(new PDFTextStripper().getText(document))
          .contains("材料截至")
          .doesNotContain("后来的")
          .doesNotContain("Sample certificate, page 2");
    }
    assertThat(postman.fetch(folder + "?step=999999999", owner).statusCode()).isEqualTo(404);
  }

  @Test
  void whatWasTakenBackShowsWhatItHadThen() throws IOException {
    uploaded("初稿.pdf", HonestFiles.pdf(1), Map.of("indicator", "revenue", "kind", "REPORT"));
    long application = begun();
    keep(application);
    submit(application);
    act(application, "withdrawal");
    uploaded("后来的.pdf", HonestFiles.pdf(1), Map.of("indicator", "high_tech"));
    String folder = "/applications/" + application + "/evidence";

    assertThat(door.page(folder, town).body()).contains("撤回申请").doesNotContain("后来的");
    assertThat(door.page(folder + "?step=now", town).body()).contains("后来的");
  }

  @Test
  void figuresWantTheirPaperOfTheirYear() throws IOException {
    int year = LocalDate.now(clock).getYear() - 1;
    String wanted = "缺少：" + year + "年审计报告";
    long application = begun();
    keep(application);
    String folder = "/applications/" + application + "/evidence";
    assertThat(door.page(folder, owner).page().text()).contains(wanted);

    uploaded("说明.pdf", HonestFiles.pdf(1), Map.of("indicator", "revenue", "kind", "STATEMENT"));
    uploaded(
        "旧报告.pdf",
        HonestFiles.pdf(1),
        Map.of("indicator", "revenue", "kind", "REPORT", "year", "" + (year - 1)));
    assertThat(door.page(folder, owner).page().text()).contains(wanted);

    uploaded(
        "报告.pdf",
        HonestFiles.pdf(1),
        Map.of("indicator", "net_profit", "kind", "REPORT", "year", "" + year));
    assertThat(door.page(folder, owner).page().text()).contains("报告").doesNotContain(wanted);
  }

  @Test
  void whatEndsIsMarked() throws IOException {
    LocalDate today = LocalDate.now(clock);
    uploaded(
        "甲.pdf",
        HonestFiles.pdf(1),
        Map.of("expiresOn", today.minusDays(1).toString(), "expired", "yes"));
    uploaded("乙.pdf", HonestFiles.pdf(1), Map.of("expiresOn", today.plusDays(30).toString()));
    uploaded("丙.pdf", HonestFiles.pdf(1), Map.of("expiresOn", today.plusDays(31).toString()));

    assertThat(door.page(address(), owner).page().select("tbody .tag").eachText())
        .containsExactly("已过期", "即将到期", "有效");
  }

  @Test
  @DisplayName("所报情况仍为“是”而证书已过期的，在条文处和一企一册写明请核对，判定不变；换了新证书就不再提示")
  void aFactWhosePaperHasEndedIsToBeChecked() throws IOException {
    LocalDate today = LocalDate.now(clock);
    highTech(today);
    String page = "/companies/" + company.id() + "?title=rugao-pool";
    assertThat(door.page(page, town).page().text()).doesNotContain("请核对");
    uploaded(
        "高企证书.pdf",
        HonestFiles.pdf(1),
        Map.of(
            "indicator",
            "high_tech",
            "expiresOn",
            today.minusDays(3).toString(),
            "expired",
            "yes"));
    String warning = "佐证“高企证书”有效期至 " + today.minusDays(3) + "，已过期，与所报情况不符";
    var shown = door.page(page, town).page();
    assertThat(shown.select(".notes").text()).contains("请核对", warning);
    assertThat(shown.select(".findings tr:contains(国家高新技术企业) li").text()).contains("是", warning);
    assertThat(
            door.page("/companies/" + company.id() + "/dossier", town)
                .page()
                .select("#ladder")
                .text())
        .contains(warning);

    uploaded(
        "新证书.pdf",
        HonestFiles.pdf(1),
        Map.of("indicator", "high_tech", "expiresOn", today.plusYears(3).toString()));
    assertThat(door.page(page, town).page().text()).doesNotContain("请核对");
  }

  @Test
  @DisplayName("证书已过期或者公示期满以前到期的，填写申请和审核申请的页面都在该条写明")
  void aPaperThatEndsIsSaidAtItsClauseOfAnApplication() throws IOException {
    LocalDate today = LocalDate.now(clock);
    highTech(today);
    uploaded(
        "高企证书.pdf",
        HonestFiles.pdf(1),
        Map.of("indicator", "high_tech", "expiresOn", today.plusDays(20).toString()));
    long application = begun();
    String ending = "佐证“高企证书”有效期至 " + today.plusDays(20) + "，在预计公示期满";
    assertThat(clause(application, owner)).contains(ending);
    keep(application);
    submit(application);
    assertThat(clause(application, town)).contains(ending);

    var ended =
        postman.send(
            "/evidence/" + evidence().id() + "/versions",
            visitor(),
            Map.of("after", "1", "expiresOn", today.minusDays(1).toString(), "expired", "yes"),
            "证书.pdf",
            HonestFiles.pdf(2));
    assertThat(ended.statusCode()).isEqualTo(303);
    assertThat(clause(application, town))
        .contains("满足", "佐证“高企证书”有效期至 " + today.minusDays(1) + "，已过期");
    assertThat(door.page("/applications/" + application, town).page().select(".notes").text())
        .contains("请核对", "国家高新技术企业", "已过期");

    follow("2", "新证书.pdf", HonestFiles.pdf(3), today.plusYears(3).toString());
    assertThat(clause(application, town)).contains("满足").doesNotContain("高企证书");
  }

  @Test
  @DisplayName("直接放在某一条之下的材料到期，也在那一条写明")
  void aPaperUnderAClauseThatEndsIsSaidThere() throws IOException {
    long application = begun();
    String upload =
        door.page("/applications/" + application + "/evidence", owner)
            .page()
            .select("a[href*=clause]")
            .attr("href");
    LocalDate end = LocalDate.now(clock).minusDays(2);
    uploaded(
        "信用报告.pdf",
        HonestFiles.pdf(1),
        Map.of(
            "title",
            "rugao-pool",
            "clause",
            upload.replaceFirst(".*clause=([^#&]*).*", "$1"),
            "expiresOn",
            end.toString(),
            "expired",
            "yes"));

    assertThat(door.page("/applications/" + application, owner).page().select(".findings").text())
        .contains("请核对 佐证“信用报告”有效期至 " + end + "，已过期");
  }

  private String clause(long application, String reader) {
    return door.page("/applications/" + application, reader)
        .page()
        .select(".findings tr:contains(国家高新技术企业)")
        .text();
  }

  private void highTech(LocalDate today) {
    reporting.report(
        List.of(
            Figure.reported(
                company.id(),
                "high_tech",
                new Period.Day(today.minusDays(9)),
                Value.yes(),
                new Source("试验", null),
                "试验",
                clock.instant())));
  }

  @Test
  void theFolderHoldsEverythingInOnePdf() throws IOException {
    uploaded("审计报告.pdf", HonestFiles.pdf(2), Map.of("indicator", "revenue"));
    uploaded("照片.jpg", HonestFiles.picture("jpg", 200), Map.of());
    uploaded("说明.docx", HonestFiles.word(5), Map.of());
    long application = begun();
    keep(application);

    assertThat(door.page("/applications/" + application + "/evidence", owner).body())
        .contains("审计报告");
    HttpResponse<byte[]> folder =
        postman.fetch("/applications/" + application + "/folder.pdf", town.isEmpty() ? "" : owner);

    assertThat(folder.statusCode()).isEqualTo(200);
    Files.createDirectories(Path.of("target/screenshots"));
    Files.write(Path.of("target/screenshots/folder.pdf"), folder.body());
    try (PDDocument pdf = Loader.loadPDF(folder.body())) {
      String text = new PDFTextStripper().getText(pdf);
      assertThat(text)
          .contains(company.name().substring(0, 8))
          .contains("目录")
          .contains("缺少和到期的材料")
          .contains("审计报告")
          .contains("Sample certificate, page 2")
          .contains("原件为Office文件")
          .contains("共 " + pdf.getNumberOfPages() + " 页");
    }
  }

  private long begun() {
    var answer =
        door.form(
            "/applications",
            owner,
            Map.of(
                "title",
                "rugao-pool",
                "csrfToken",
                door.page("/applications/new", owner).formToken()));
    assertThat(answer.code()).as(answer.body()).isEqualTo(303);
    return Long.parseLong(answer.location().replaceFirst(".*/", ""));
  }

  private void keep(long application) {
    var page = door.page("/applications/" + application, owner);
    var answer =
        door.form(
            "/applications/" + application,
            owner,
            Map.of(
                "csrfToken",
                page.formToken(),
                "version",
                page.page().select("#version").attr("value"),
                "revenue-" + (LocalDate.now(clock).getYear() - 1),
                "12000"));
    assertThat(answer.code()).isEqualTo(200);
  }

  private void submit(long application) {
    var page = door.page("/applications/" + application, owner);
    var answer =
        door.form(
            "/applications/" + application + "/submission",
            owner,
            Map.of(
                "csrfToken",
                page.formToken(),
                "version",
                page.page().select("#version").attr("value"),
                "revenue-" + (LocalDate.now(clock).getYear() - 1),
                "12000"));
    assertThat(answer.code()).as(answer.body()).isEqualTo(303);
  }

  private void act(long application, String what) {
    var answer =
        door.form(
            "/applications/" + application + "/" + what,
            owner,
            Map.of("csrfToken", door.page("/applications/" + application, owner).formToken()));
    assertThat(answer.code()).as(answer.body()).isEqualTo(303);
  }
}
