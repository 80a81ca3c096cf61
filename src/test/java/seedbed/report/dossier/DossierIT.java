package seedbed.report.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
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
import seedbed.signin.Door;

/// One company, one dossier: on a page, in Word and as PDF, and those of a town together.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("一企一册")
final class DossierIT {

  private static final String COUNTY = "170101";
  private static final String TOWN = "170101001";
  private static final String OTHER_TOWN = "170101002";
  private static final String PASSWORD = "Gute-Reise-2026";

  @Inject Regions regions;
  @Inject Companies companies;
  @Inject Opening opening;
  @Inject Reporting reporting;
  @Inject Postman postman;
  @Inject Door door;
  @Inject Clock clock;

  private String name = "";
  private long id;
  private String town = "";

  @BeforeEach
  void settle() {
    door.forgetLocks();
    region("17", RegionLevel.PROVINCE, "");
    region("1701", RegionLevel.PREFECTURE, "17");
    region(COUNTY, RegionLevel.COUNTY, "1701");
    region(TOWN, RegionLevel.TOWNSHIP, COUNTY);
    region(OTHER_TOWN, RegionLevel.TOWNSHIP, COUNTY);
    Company company = company(TOWN);
    name = company.name();
    id = company.id();
    town = signedIn(NewAccount.of(username(), Role.TOWNSHIP, TOWN, "试验"));
  }

  private void region(String code, RegionLevel level, String parent) {
    if (regions.findByCode(code).isEmpty()) {
      regions.save(new Region(code, "册" + code, level, parent.isEmpty() ? null : parent, "试验"));
    }
  }

  private Company company(String region) {
    return companies.save(
        Company.named("册" + UUID.randomUUID(), region, Track.MANUFACTURING, "试验", LocalDate.EPOCH));
  }

  private static String username() {
    return "d" + UUID.randomUUID().toString().substring(0, 12);
  }

  private String signedIn(NewAccount account) {
    opening.open(account, PASSWORD);
    return door.signIn(account.username(), PASSWORD, "/").session();
  }

  private void reported(String revenue) {
    reporting.report(
        List.of(
            Figure.reported(
                id,
                "revenue",
                Period.year(LocalDate.now(clock).getYear() - 1),
                Value.number(revenue),
                new Source("试验", null),
                "试验",
                clock.instant())));
  }

  private String pdf(String path) throws IOException {
    try (PDDocument document = Loader.loadPDF(postman.fetch(path, town).body())) {
      return new PDFTextStripper().getText(document);
    }
  }

  private String word(String path) throws IOException {
    byte[] bytes = postman.fetch(path, town).body();
    try (var document = new XWPFDocument(new ByteArrayInputStream(bytes));
        var text = new XWPFWordExtractor(document)) {
      return text.getText();
    }
  }

  @Test
  @DisplayName("页面、Word、PDF 说的是同样的内容")
  void pageWordAndPdfSayTheSame() throws IOException {
    reported("8765.43");
    String address = "/companies/" + id + "/dossier";

    var page = door.page(address, town).page();
    List<String> headings = page.select("section h2").eachText();

    assertThat(headings).hasSize(12);
    assertThat(headings).anyMatch(heading -> heading.endsWith("、申报计划"));
    assertThat(page.select("#nominations").text()).contains("没有列入申报计划");
    assertThat(page.select("#figures").text()).contains("8,765.43*");
    String word = word(address + ".docx");
    String pdf = pdf(address + ".pdf");
    assertThat(headings)
        .allSatisfy(heading -> {
          assertThat(word).contains(heading);
          assertThat(pdf).contains(heading);
        });
    assertThat(word).contains(name, "8,765.43*");
    assertThat(pdf).contains("8,765.43*");
  }

  @Test
  @DisplayName("回看过去的一天，只有那天已知的")
  void aPastDayShowsWhatWasKnownThen() {
    reported("8765.43");
    String yesterday = "?on=" + LocalDate.now(clock).minusDays(1);

    assertThat(door.page("/companies/" + id + "/dossier" + yesterday, town).body())
        .doesNotContain("8,765.43")
        .contains("没有列入申报计划", "当日没有未办结的诉求");
  }

  @Test
  @DisplayName("Word表中的数字靠右，文字不靠右")
  void numbersStandAtTheRight() throws IOException {
    reported("8765.43");
    byte[] bytes = postman.fetch("/companies/" + id + "/dossier.docx", town).body();

    try (var document = new XWPFDocument(new ByteArrayInputStream(bytes))) {
      var revenue =
          document.getTables().stream()
              .flatMap(table -> table.getRows().stream())
              .filter(row ->
                  row.getTableCells().stream().anyMatch(cell -> cell.getText().equals("8,765.43*")))
              .findFirst()
              .orElseThrow();
      assertThat(revenue.getCell(0).getParagraphs().getFirst().getAlignment())
          .isEqualTo(ParagraphAlignment.LEFT);
      assertThat(revenue.getTableCells())
          .filteredOn(cell -> cell.getText().equals("8,765.43*"))
          .allSatisfy(cell ->
              assertThat(cell.getParagraphs().getFirst().getAlignment())
                  .isEqualTo(ParagraphAlignment.RIGHT));
    }
  }

  @Test
  @DisplayName("别的镇看不到")
  void anotherTownDoesNotSeeIt() {
    Company elsewhere = company(OTHER_TOWN);

    assertThat(door.page("/companies/" + elsewhere.id() + "/dossier", town).code()).isEqualTo(404);
  }

  @Test
  @DisplayName("企业看自己的一册，没有内部栏目")
  void aCompanyReadsItsOwn() {
    String owner = signedIn(NewAccount.of(username(), Role.COMPANY, TOWN, "试验").ofCompany(id));

    var page = door.page("/companies/" + id + "/dossier", owner);

    assertThat(page.code()).isEqualTo(200);
    assertThat(page.page().select("h1").text()).contains(name);
  }
}
