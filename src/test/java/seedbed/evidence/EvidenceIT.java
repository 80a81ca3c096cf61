package seedbed.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.access.Role;
import seedbed.account.NewAccount;
import seedbed.account.Opening;
import seedbed.company.Companies;
import seedbed.company.Company;
import seedbed.company.Region;
import seedbed.company.RegionLevel;
import seedbed.company.Regions;
import seedbed.company.Track;
import seedbed.evidence.content.HonestFiles;
import seedbed.figure.Figure;
import seedbed.figure.Period;
import seedbed.figure.Reporting;
import seedbed.figure.Source;
import seedbed.figure.Value;
import seedbed.signin.Door;

/// Evidence from the company's upload to the folder of its application.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("佐证材料")
final class EvidenceIT {

  private static final String PASSWORD = "Gute-Reise-2026";
  private static final String COUNTY = "060101";
  private static final String TOWN = "060101001";
  private static final String OTHER_TOWN = "060101002";

  @Inject Regions regions;
  @Inject Companies companies;
  @Inject Opening opening;
  @Inject Door door;
  @Inject Postman postman;
  @Inject EvidenceRows rows;
  @Inject Reporting reporting;
  @Inject EvidenceSettings settings;
  @Inject Clock clock;

  private Company company = Company.named("无", TOWN, Track.MANUFACTURING, "试验", LocalDate.EPOCH);
  private String owner = "";
  private String town = "";

  @BeforeEach
  void people() {
    door.forgetLocks();
    region("06", RegionLevel.PROVINCE, null);
    region("0601", RegionLevel.PREFECTURE, "06");
    region(COUNTY, RegionLevel.COUNTY, "0601");
    region(TOWN, RegionLevel.TOWNSHIP, COUNTY);
    region(OTHER_TOWN, RegionLevel.TOWNSHIP, COUNTY);
    company =
        companies.save(
            Company.named(
                "佐证" + UUID.randomUUID(), TOWN, Track.MANUFACTURING, "试验", LocalDate.EPOCH));
    owner = signedIn(account(Role.COMPANY, TOWN).ofCompany(company.id()));
    town = signedIn(account(Role.TOWNSHIP, TOWN));
  }

  @Test
  void whatIsUploadedIsSeenAndComesBackAsItWas() throws IOException {
    byte[] file = HonestFiles.pdf(2);

    uploaded("专利证书.pdf", file, Map.of());

    assertThat(text(door.page(address(), town).body())).contains("专利证书").contains("有效");
    HttpResponse<byte[]> back = postman.fetch(download(1), town);
    assertThat(back.statusCode()).isEqualTo(200);
    assertThat(back.body()).isEqualTo(file);
    assertThat(back.headers().firstValue("Content-Disposition").orElse(""))
        .startsWith("attachment");
    assertThat(back.headers().firstValue("Content-Security-Policy").orElse("")).contains("sandbox");
    assertThat(back.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
  }

  @Test
  void withoutTheTokenOfItsPageNothingComesIn() throws IOException {
    byte[] file = HonestFiles.pdf(1);
    var real = visitor();
    var kind = Map.of("kind", "CERTIFICATE");

    for (var token : java.util.List.of("", "x", real.token() + "x", real.token().substring(1))) {
      var forged = new Postman.Visitor(owner, token);
      assertThat(postman.send(address(), forged, kind, "证书.pdf", file).statusCode()).isEqualTo(403);
    }
    var late =
        new java.util.LinkedHashMap<>(Map.of("kind", "CERTIFICATE", "csrfToken", real.token()));
    var nobody = new Postman.Visitor(owner, "x");
    assertThat(postman.send(address(), nobody, late, "证书.pdf", file).statusCode())
        .as("only what is said first counts")
        .isEqualTo(403);
    assertThat(
            postman
                .send(address() + "?csrfToken=" + real.token(), nobody, kind, "证书.pdf", file)
                .statusCode())
        .as("an address is written down on its way")
        .isEqualTo(403);
    assertThat(rows.ofCompany(company.id(), new seedbed.access.Scope.Whole())).isEmpty();
    assertThat(postman.send(address(), real, kind, "证书.pdf", file).statusCode()).isEqualTo(303);
  }

  @Test
  void whatIsAboutTheWholeCompanyKeepsItsYearAndSaysWhoSentIt() throws IOException {
    uploaded("信用报告.pdf", HonestFiles.pdf(1), Map.of("year", "2025"));

    var page = door.page(address(), town).page();
    assertThat(page.select("[data-label=证明]").eachText()).containsExactly("企业整体情况 2025年");
    assertThat(page.select(".versions small").text())
        .contains("佐证经办人")
        .doesNotContain(evidence().versions().getFirst().uploadedBy());
  }

  @Test
  void aNewVersionFollowsAndTheOldOneStays() throws IOException {
    uploaded("专利证书.pdf", HonestFiles.pdf(1), Map.of());

    var answer = follow("1", "专利证书新.pdf", HonestFiles.pdf(3));

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(postman.fetch(download(1), owner).statusCode()).isEqualTo(200);
    assertThat(postman.fetch(download(2), owner).statusCode()).isEqualTo(200);
    assertThat(evidence().versions()).hasSize(2);
  }

  @Test
  void theSecondOfTwoIsToldWhoWasQuicker() throws IOException {
    uploaded("专利证书.pdf", HonestFiles.pdf(1), Map.of());
    follow("1", "同事的.pdf", HonestFiles.pdf(3));

    var late = follow("1", "迟到.pdf", HonestFiles.pdf(2), "2027-01-31");

    assertThat(late.statusCode()).isEqualTo(409);
    var page = page(late);
    assertThat(page.text()).contains("第 2 版", "同事的.pdf", "迟到.pdf", "没有登记");
    assertThat(page.select("#expiresOn").attr("value")).isEqualTo("2027-01-31");
    assertThat(page.select("input[name=after]").attr("value")).isEqualTo("2");
    assertThat(evidence().versions()).hasSize(2);
    assertThat(follow("2", "迟到.pdf", HonestFiles.pdf(2)).statusCode()).isEqualTo(303);
  }

  @Test
  void theSecondOfTwoIsToldThatBothSentTheSame() throws IOException {
    byte[] file = HonestFiles.pdf(3);
    uploaded("专利证书.pdf", HonestFiles.pdf(1), Map.of());
    follow("1", "同事的.pdf", file);

    assertThat(page(follow("1", "迟到.pdf", file)).text()).contains("内容完全相同");
  }

  @Test
  void whoeverReplacesWhatWasWithdrawnIsLedToANewPaper() throws IOException {
    uploaded("专利证书.pdf", HonestFiles.pdf(1), Map.of("indicator", "invention_patents"));
    withdraw();

    var late = follow("1", "迟到.pdf", HonestFiles.pdf(2));

    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(page(late).text()).contains("已被撤下", "传错了");
    assertThat(page(late).select("a.first").attr("href")).contains("indicator=invention_patents");
  }

  @Test
  void aRefusedVersionIsSaidBesideItsPaper() throws IOException {
    uploaded("专利证书.pdf", HonestFiles.pdf(1), Map.of());

    var answer = follow("1", "假.pdf", "<html>".getBytes(StandardCharsets.UTF_8));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(page(answer).select("details[open] .problem").text()).contains("没有受理");
    assertThat(evidence().versions()).hasSize(1);
  }

  @Test
  void aPictureIsShownAsItIsAndCanDoNothing() throws IOException {
    byte[] picture = HonestFiles.picture("png", 60);
    uploaded("证书.png", picture, Map.of());

    assertThat(preview().select(".paper img").attr("src")).isEqualTo(download(1) + "/pages/1");
    HttpResponse<byte[]> shown = postman.fetch(download(1) + "/pages/1", town);
    assertThat(shown.body()).isEqualTo(picture);
    assertThat(shown.headers().firstValue("Content-Type")).contains("image/png");
    assertInert(shown);
  }

  @Test
  void pagesOfAPdfAreShownAsPictures() throws IOException {
    uploaded("证书.pdf", HonestFiles.pdf(7), Map.of());

    assertThat(preview().select(".paper img")).hasSize(5);
    assertThat(preview().select(".paper img:not([loading=lazy])")).hasSize(1);
    assertThat(preview("?from=6").select(".paper figcaption").eachText())
        .containsExactly("第 6 页，共 7 页", "第 7 页，共 7 页");
    HttpResponse<byte[]> shown = postman.fetch(download(1) + "/pages/7", town);
    var picture = javax.imageio.ImageIO.read(new java.io.ByteArrayInputStream(shown.body()));
    assertThat(picture.getWidth()).isBetween(900, 1100);
    assertThat(shown.headers().firstValue("Content-Type")).contains("image/jpeg");
    assertInert(shown);
    assertThat(postman.fetch(download(1) + "/pages/8", town).statusCode()).isEqualTo(404);
  }

  @Test
  void ofTextAndOfficeFilesTheWordsAreShown() throws IOException {
    uploaded("说明.txt", "第一行 <b>粗</b>\n第二行".getBytes(StandardCharsets.UTF_8), Map.of());

    assertThat(preview().select(".paper pre").text()).contains("第一行 <b>粗</b>", "第二行");
    assertThat(postman.fetch(download(1) + "/pages/1", town).statusCode()).isEqualTo(404);
  }

  @Test
  void whatCannotBeShownSaysSo() throws IOException {
    uploaded("旧表.xls", HonestFiles.oldExcel(3), Map.of());

    assertThat(preview().select(".paper").text()).contains("不能在线预览");
    assertThat(preview().select("a[download]").attr("href")).isEqualTo(download(1));
  }

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
    uploaded("甲.pdf", HonestFiles.pdf(1), Map.of("expiresOn", today.minusDays(1).toString()));
    uploaded("乙.pdf", HonestFiles.pdf(1), Map.of("expiresOn", today.plusDays(30).toString()));
    uploaded("丙.pdf", HonestFiles.pdf(1), Map.of("expiresOn", today.plusDays(31).toString()));

    assertThat(door.page(address(), owner).page().select("tbody .tag").eachText())
        .containsExactly("已过期", "即将到期", "有效");
  }

  @Test
  @DisplayName("所报情况仍为“是”而证书已过期的，在条文处和一企一册写明请核对，判定不变；换了新证书就不再提示")
  void aFactWhosePaperHasEndedIsToBeChecked() throws IOException {
    LocalDate today = LocalDate.now(clock);
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
    String page = "/companies/" + company.id() + "?title=rugao-pool";
    assertThat(door.page(page, town).page().text()).doesNotContain("请核对");
    uploaded(
        "高企证书.pdf",
        HonestFiles.pdf(1),
        Map.of("indicator", "high_tech", "expiresOn", today.minusDays(3).toString()));

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
  void whatIsWithdrawnStaysInTheHistory() throws IOException {
    uploaded("甲.pdf", HonestFiles.pdf(1), Map.of());

    withdraw();

    assertThat(door.page(address(), owner).body()).contains("已撤下").contains("传错了");
    assertThat(postman.fetch(download(1), owner).statusCode()).isEqualTo(200);
  }

  @Test
  void aRefusedFileSaysWhyAndWhatWasTypedStays() {
    var answer = send("证书.pdf", "<html>".getBytes(StandardCharsets.UTF_8), Map.of("name", "我的证书"));

    assertThat(answer.statusCode()).isEqualTo(422);
    String page = new String(answer.body(), StandardCharsets.UTF_8);
    assertThat(page).contains("没有受理").contains("我的证书");
    assertThat(rows.ofCompany(company.id(), new seedbed.access.Scope.Whole())).isEmpty();
  }

  @Test
  void othersDoNotSeeIt() throws IOException {
    uploaded("甲.pdf", HonestFiles.pdf(1), Map.of());
    String neighbour = signedIn(account(Role.TOWNSHIP, OTHER_TOWN));
    String admin = signedIn(account(Role.ADMIN, COUNTY));

    assertThat(postman.fetch(download(1), neighbour).statusCode()).isEqualTo(404);
    assertThat(postman.fetch(address(), neighbour).statusCode()).isEqualTo(404);
    assertThat(postman.fetch(download(1), admin).statusCode()).isEqualTo(404);
  }

  @Test
  void aDepartmentSeesWhatProvesItsFacts() throws IOException {
    uploaded("研发.pdf", HonestFiles.pdf(1), Map.of("indicator", "rd_expense"));
    String owning = signedIn(account(Role.DEPARTMENT, COUNTY).inUnit("科技局"));
    String another = signedIn(account(Role.DEPARTMENT, COUNTY).inUnit("生态环境局"));

    assertThat(postman.fetch(download(1), owning).statusCode()).isEqualTo(200);
    assertThat(postman.fetch(download(1), another).statusCode()).isEqualTo(404);
  }

  @Test
  void changedBytesAreNotHandedOut() throws IOException {
    uploaded("甲.txt", UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8), Map.of());
    String hash = evidence().versions().getFirst().hash();
    Path content = settings.files().resolve(hash.substring(0, 2)).resolve(hash);

    Files.writeString(content, "别的");

    assertThat(postman.fetch(download(1), owner).statusCode()).isEqualTo(500);
    Files.delete(content);
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

  private void withdraw() {
    var answer =
        door.form(
            "/evidence/" + evidence().id() + "/withdrawal",
            owner,
            Map.of("why", "传错了", "csrfToken", door.page(address(), owner).formToken()));
    assertThat(answer.code()).isEqualTo(303);
  }

  private org.jsoup.nodes.Document preview() {
    return preview("");
  }

  private org.jsoup.nodes.Document preview(String query) {
    var answer = door.page(download(1) + "/preview" + query, town);
    assertThat(answer.code()).as(answer.body()).isEqualTo(200);
    return answer.page();
  }

  private static org.jsoup.nodes.Document page(HttpResponse<byte[]> answer) {
    return org.jsoup.Jsoup.parse(new String(answer.body(), StandardCharsets.UTF_8));
  }

  private static void assertInert(HttpResponse<byte[]> shown) {
    assertThat(shown.headers().firstValue("Content-Security-Policy").orElse(""))
        .isEqualTo("sandbox; default-src 'none'");
    assertThat(shown.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(shown.headers().firstValue("Content-Disposition")).contains("inline");
  }

  private void uploaded(String name, byte[] file, Map<String, String> fields) {
    var answer = send(name, file, fields);
    assertThat(answer.statusCode())
        .as(new String(answer.body(), StandardCharsets.UTF_8))
        .isEqualTo(303);
  }

  private HttpResponse<byte[]> send(String name, byte[] file, Map<String, String> fields) {
    Map<String, String> all = new HashMap<>(fields);
    all.putIfAbsent("kind", "CERTIFICATE");
    return postman.send(address(), visitor(), all, name, file);
  }

  private HttpResponse<byte[]> follow(String after, String name, byte[] file) {
    return follow(after, name, file, "");
  }

  private HttpResponse<byte[]> follow(String after, String name, byte[] file, String until) {
    return postman.send(
        "/evidence/" + evidence().id() + "/versions",
        visitor(),
        Map.of("after", after, "expiresOn", until),
        name,
        file);
  }

  private Postman.Visitor visitor() {
    return new Postman.Visitor(
        owner, door.page(address(), owner).page().select("#upload [name=csrfToken]").attr("value"));
  }

  private Evidence evidence() {
    return rows.ofCompany(company.id(), new seedbed.access.Scope.Whole()).getFirst();
  }

  private String download(int version) {
    return "/evidence/" + evidence().id() + "/versions/" + version;
  }

  private String address() {
    return "/companies/" + company.id() + "/evidence";
  }

  private static String text(String html) {
    return org.jsoup.Jsoup.parse(html).text();
  }

  private static NewAccount account(Role role, String region) {
    return NewAccount.of(
        "e" + UUID.randomUUID().toString().substring(0, 12), role, region, "佐证经办人");
  }

  private String signedIn(NewAccount account) {
    opening.open(account, PASSWORD);
    return door.signIn(account.username(), PASSWORD, "/").session();
  }

  private void region(String code, RegionLevel level, @Nullable String parent) {
    if (regions.findByCode(code).isEmpty()) {
      regions.save(new Region(code, "佐证" + code, level, parent, "试验"));
    }
  }
}
