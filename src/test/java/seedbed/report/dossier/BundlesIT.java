package seedbed.report.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
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
import seedbed.evidence.Postman;
import seedbed.figure.Figure;
import seedbed.figure.Period;
import seedbed.figure.Reporting;
import seedbed.figure.Source;
import seedbed.figure.Value;
import seedbed.inspection.GivenInspections;
import seedbed.reward.GivenRewards;
import seedbed.schedule.Chore;
import seedbed.signin.Door;
import seedbed.sql.Statements;

/// The dossiers of a town in one file, made in the background for whoever asked for it.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("一企一册合订本")
final class BundlesIT {

  private static final String PASSWORD = "Gute-Reise-2026";

  @Inject Regions regions;
  @Inject Companies companies;
  @Inject Opening opening;
  @Inject Reporting reporting;
  @Inject Postman postman;
  @Inject Door door;
  @Inject Clock clock;
  @Inject Statements statements;
  @Inject BundleFiles files;
  @Inject GivenInspections inspections;
  @Inject GivenRewards rewards;
  @Inject List<Chore> chores;

  private String home = "";
  private String office = "";
  private Company company = Company.named("无", "27", Track.MANUFACTURING, "试验", LocalDate.EPOCH);
  private String town = "";

  @BeforeEach
  void settle() {
    door.forgetLocks();
    region("27", RegionLevel.PROVINCE, "");
    region("2701", RegionLevel.PREFECTURE, "27");
    region("270101", RegionLevel.COUNTY, "2701");
    // Each test in a town of its own, so that it counts what it made.
    home = "270101" + (100 + regions.subtree("270101").size());
    region(home, RegionLevel.TOWNSHIP, "270101");
    company = company(home);
    town = signedIn(Role.TOWNSHIP, home);
    office = signedIn(Role.OFFICE, "270101");
  }

  private void region(String code, RegionLevel level, String parent) {
    if (regions.findByCode(code).isEmpty()) {
      regions.save(new Region(code, "订" + code, level, parent.isEmpty() ? null : parent, "试验"));
    }
  }

  private Company company(String region) {
    return companies.save(
        Company.named("订" + UUID.randomUUID(), region, Track.MANUFACTURING, "试验", LocalDate.EPOCH));
  }

  private String signedIn(Role role, String region) {
    return signedIn(NewAccount.of(username(), role, region, "试验"));
  }

  private String signedIn(NewAccount account) {
    opening.open(account, PASSWORD);
    return door.signIn(account.username(), PASSWORD, "/").session();
  }

  private static String username() {
    return "b" + UUID.randomUUID().toString().substring(0, 12);
  }

  private Door.Answer sent(String path, Map<String, String> fields) {
    Map<String, String> all = new HashMap<>(fields);
    all.put("csrfToken", door.page("/dossiers", town).formToken());
    return door.form(path, town, all);
  }

  private String asked(String format) {
    Door.Answer answer = sent("/dossiers", Map.of("format", format));
    assertThat(answer.code()).as(answer.body()).isEqualTo(303);
    return answer.location();
  }

  private String made(String format) {
    String bundle = asked(format);
    await(bundle);
    return bundle;
  }

  private void await(String bundle) {
    long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (door.page(bundle, town).page().select("progress").first() != null) {
      assertThat(System.nanoTime()).as("the bundle is never made").isLessThan(deadline);
    }
  }

  private byte[] file(String bundle) {
    return postman.fetch(bundle + "/file", town).body();
  }

  private static long id(String bundle) {
    return Long.parseLong(bundle.replaceFirst(".*/", ""));
  }

  @Test
  @DisplayName("一个镇的合订本只有本镇企业，有目录，Word 和 PDF 都能做")
  void aTownsVolumeHoldsItsOwnCompaniesOnly() throws IOException {
    Company neighbour = company(home);
    region("270101099", RegionLevel.TOWNSHIP, "270101");
    Company elsewhere = company("270101099");

    String word;
    try (var document = new XWPFDocument(new ByteArrayInputStream(file(made("word"))));
        var text = new XWPFWordExtractor(document)) {
      word = text.getText();
    }
    String pdf;
    try (PDDocument document = Loader.loadPDF(file(made("pdf")))) {
      pdf = new PDFTextStripper().getText(document).lines().collect(Collectors.joining());
    }

    assertThat(word)
        .contains("目录", company.name(), neighbour.name())
        .doesNotContain(elsewhere.name());
    assertThat(pdf).contains("目录", "第 1 页");
  }

  @Test
  @DisplayName("只有制作人能看、能下载，上级也不能")
  void onlyItsMakerSeesIt() {
    String bundle = made("pdf");
    String colleague = signedIn(Role.TOWNSHIP, home);

    assertThat(door.page(bundle, colleague).code()).isEqualTo(404);
    assertThat(door.page(bundle + "/file", office).code()).isEqualTo(404);
    assertThat(door.page("/dossiers", colleague).body()).doesNotContain(bundle);
  }

  @Test
  @DisplayName("企业离开制作人的范围以后，文件不能再下载")
  void whatLeftTheScopeIsNotFetched() {
    String bundle = made("pdf");
    region("270101098", RegionLevel.TOWNSHIP, "270101");

    statements.write(
        "UPDATE company SET region_code = ? WHERE id = ?", List.of("270101098", company.id()));

    assertThat(door.page(bundle + "/file", town).code()).isEqualTo(409);
    assertThat(door.page(bundle, town).body()).contains("现在已不在您的范围内");
  }

  @Test
  @DisplayName("制作的节点中断以后，制作人再看时接着做完")
  void whatAKilledProcessLeftIsTakenUp() {
    String bundle = made("pdf");
    statements.write(
        """
        UPDATE dossier_bundle
        SET state = 'RUNNING', hash = NULL, bytes = NULL, done = 0,
            touched_at = UTC_TIMESTAMP(6) - INTERVAL 2 MINUTE
        WHERE id = ?
        """,
        List.of(id(bundle)));

    await(bundle);

    assertThat(door.page(bundle, town).body()).contains("已完成");
    assertThat(file(bundle)).isNotEmpty();
  }

  @Test
  @DisplayName("取消以后没有文件，一次只做一册")
  void whatIsCancelledHasNoFile() {
    String bundle = made("pdf");
    statements.write(
        """
        UPDATE dossier_bundle
        SET state = 'RUNNING', hash = NULL, bytes = NULL, touched_at = UTC_TIMESTAMP(6)
        WHERE id = ?
        """,
        List.of(id(bundle)));

    var second = sent("/dossiers", Map.of("format", "pdf"));
    var cancelled = sent(bundle + "/cancellation", Map.of());

    assertThat(second.code()).isEqualTo(422);
    assertThat(second.body()).contains("您有一册正在制作");
    assertThat(cancelled.code()).isEqualTo(303);
    assertThat(door.page(bundle, town).body()).contains("已取消");
    assertThat(door.page(bundle + "/file", town).code()).isEqualTo(409);
  }

  @Test
  @DisplayName("制作以后登记的内容和新增的企业，逐家说明")
  void whatChangedSinceIsSaid() {
    String bundle = made("pdf");
    assertThat(door.page(bundle, town).body()).contains("没有变化，文件仍是最新的");

    reporting.report(
        List.of(
            Figure.reported(
                company.id(),
                "revenue",
                Period.year(LocalDate.now(clock).getYear() - 1),
                Value.number("4321"),
                new Source("试验", null),
                "试验",
                clock.instant())));
    Company fresh = company(home);

    var page = door.page(bundle, town).page();
    assertThat(page.select("tbody tr").text()).contains(company.name(), "指标");
    assertThat(page.text()).contains("制作以后新增 1 家", fresh.name());
  }

  @Test
  @DisplayName("制作以后作废的到位，也是变化")
  void aPaymentThatWasVoidedIsAChange() {
    LocalDate today = LocalDate.now(clock);
    long payment = rewards.paid(company.id(), today.minusDays(5), "试验");
    String bundle = made("pdf");
    // Given acts are of the morning of their day.
    statements.write(
        "UPDATE dossier_bundle SET known_at = known_at - INTERVAL 1 DAY WHERE id = ?",
        List.of(id(bundle)));
    assertThat(door.page(bundle, town).body()).contains("没有变化，文件仍是最新的");

    rewards.voidPayment(payment, today, "试验");

    assertThat(door.page(bundle, town).page().select("tbody tr").text()).contains("奖励");
  }

  @Test
  @DisplayName("企业自己的合订本，不透露还没有开始的检查")
  void aCompanyIsNotToldOfAVisitToCome() {
    town = signedIn(NewAccount.of(username(), Role.COMPANY, home, "试验").ofCompany(company.id()));
    String bundle = made("pdf");
    LocalDate today = LocalDate.now(clock);
    // Given filings are of the morning of their day.
    statements.write(
        "UPDATE dossier_bundle SET known_at = known_at - INTERVAL 1 DAY WHERE id = ?",
        List.of(id(bundle)));

    inspections.filed(company.id(), "270101", "试验", today.plusDays(5));
    assertThat(door.page(bundle, town).body()).contains("没有变化，文件仍是最新的");

    inspections.filed(company.id(), "270101", "试验", today);
    assertThat(door.page(bundle, town).page().select("tbody tr").text()).contains("检查报备");
  }

  @Test
  @DisplayName("页面说一册最多装订多少家")
  void thePageSaysHowManyAFileHolds() {
    assertThat(door.page("/dossiers", town).page().select("form header").text())
        .contains("一册最多 " + Shelf.MOST + " 家");
  }

  @Test
  @DisplayName("超过保留时间的每晚删除，没有到期的留着")
  void whatIsOverdueIsDeletedAtNight() {
    String kept = made("pdf");
    String overdue = made("word");
    statements.write(
        "UPDATE dossier_bundle SET kept_until = '2026-01-01' WHERE id = ?", List.of(id(overdue)));

    chores.stream()
        .filter(chore -> chore.name().equals("overdue-bundles"))
        .findFirst()
        .orElseThrow()
        .run(LocalDate.now(clock));

    assertThat(rows(kept)).isOne();
    assertThat(rows(overdue)).isZero();
  }

  private long rows(String bundle) {
    return statements.count(
        "SELECT COUNT(*) FROM dossier_bundle WHERE id = ?", List.of(id(bundle)));
  }

  @Test
  @DisplayName("超过保留时间的看不到，文件不再保留")
  void whatIsOverdueIsGone() {
    String bundle = made("pdf");
    String hash =
        statements
            .rows(
                "SELECT hash FROM dossier_bundle WHERE id = ?",
                List.of(id(bundle)),
                row -> row.getString(1))
            .getFirst();
    assertThat(files.refersTo(hash)).isTrue();

    statements.write(
        "UPDATE dossier_bundle SET kept_until = '2026-01-01' WHERE id = ?", List.of(id(bundle)));

    assertThat(door.page(bundle, town).code()).isEqualTo(404);
    assertThat(door.page(bundle + "/file", town).code()).isEqualTo(404);
    assertThat(files.refersTo(hash)).isFalse();
  }
}
