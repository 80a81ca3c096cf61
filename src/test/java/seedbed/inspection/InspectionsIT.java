package seedbed.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.micronaut.context.annotation.Property;
import io.micronaut.core.convert.ConversionContext;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import seedbed.access.Caller;
import seedbed.access.Readers;
import seedbed.access.Readers.Reader;
import seedbed.access.Role;
import seedbed.access.Scope;
import seedbed.company.Companies;
import seedbed.company.Company;
import seedbed.company.Region;
import seedbed.company.RegionLevel;
import seedbed.company.Regions;
import seedbed.company.TitleHolding;
import seedbed.company.TitleHolding.FromPrecision;
import seedbed.company.TitleHoldings;
import seedbed.company.Track;
import seedbed.portfolio.Assignments;
import seedbed.web.Refusal;

/// Inspections from the filing to what the company says of them, by roles and with refusals.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
final class InspectionsIT {

  private static final String COUNTY = "240101";
  private static final String TOWN = "240101001";
  private static final String OTHER_TOWN = "240101002";

  @Inject Regions regions;
  @Inject Companies companies;
  @Inject TitleHoldings holdings;
  @Inject Assignments assignments;
  @Inject Readers readers;
  @Inject InspectionCasework casework;
  @Inject InspectionDuties duties;
  @Inject InspectionCodes codes;
  @Inject Inspections inspections;
  @Inject Answering answering;
  @Inject InspectorsColumn inspectors;
  @Inject TransactionOperations<Connection> transactions;
  @Inject Clock clock;

  private LocalDate today;
  private Company giant;
  private Reader inspector;
  private Reader office;
  private Reader leader;
  private Reader owner;

  @BeforeEach
  void people() {
    today = LocalDate.now(clock);
    region("24", RegionLevel.PROVINCE, null);
    region("2401", RegionLevel.PREFECTURE, "24");
    region(COUNTY, RegionLevel.COUNTY, "2401");
    region(TOWN, RegionLevel.TOWNSHIP, COUNTY);
    region(OTHER_TOWN, RegionLevel.TOWNSHIP, COUNTY);
    giant = company("检查小巨人", TOWN);
    holdings.save(
        new TitleHolding(
            0,
            giant.id(),
            "little-giant",
            today.minusYears(1),
            FromPrecision.DAY,
            today.plusYears(2),
            today.minusYears(1),
            null,
            null,
            "试验文件",
            null,
            "试验"));
    inspector = readers.ofUnit(Role.INSPECTOR, COUNTY, "应急" + UUID.randomUUID());
    office = readers.open(Role.OFFICE, COUNTY);
    leader = readers.open(Role.LEADER, COUNTY);
    owner = readers.ofCompany(giant.id(), TOWN);
    assignments.link(leader.account().id(), List.of(giant.id()), today.minusDays(3), null);
  }

  @Test
  void aFilingIsToldAtOnceToEverybodyWhoIsToKnowAndOnce() {
    long id = begun(giant);
    assertThat(send(inspector, "/inspections/" + id + "/submission", draft(id, today)))
        .isEqualTo(200);

    for (Reader told : List.of(office, leader, inspector)) {
      assertThat(told.page("/inbox").select(".messages li").text())
          .containsOnlyOnce("检查报备：" + giant.name())
          .contains("为什么收到");
    }
    // The company is told of the conclusion, not of the visit.
    assertThat(owner.page("/inbox").select(".messages li")).isEmpty();
    assertThat(owner.page("/inspections/" + id).select("h1").text()).contains(giant.name());
    assertThat(inspector.page("/inspections/" + id).text()).contains("报备档〔" + today.getYear());
  }

  @Test
  void whatIsMissingIsPointedOutAndHoldsNothingUp() {
    long id = begun(giant);

    Document page = inspector.page("/inspections/" + id);
    assertThat(page.select("#warnings li").size()).isGreaterThan(5);
    assertThat(send(inspector, "/inspections/" + id + "/submission", Map.of("lock", lock(page))))
        .isEqualTo(200);

    assertThat(office.page("/inspections/" + id).text()).contains("报备时提示的问题", "不得少于 2 名");
    assertThat(office.page("/inspections/" + id).select("section.filed").text()).contains("小巨人");
  }

  @Test
  void whatWasFiledIsNeverChangedAndOnlyAddedTo() {
    long id = filed(giant, today);
    String before = office.page("/inspections/" + id).select("section.filed").text();

    assertThat(send(inspector, "/inspections/" + id, Map.of("lock", "1", "item", "别的事项")))
        .isEqualTo(409);
    assertThat(send(inspector, "/inspections/" + id + "/submission", Map.of("lock", "1")))
        .isEqualTo(409);
    assertThat(send(inspector, "/inspections/" + id + "/removal", Map.of())).isEqualTo(409);
    assertThat(
            send(
                inspector,
                "/inspections/" + id + "/additions",
                Map.of("about", "检查日期", "words", "改为下周")))
        .isEqualTo(200);
    assertThat(send(inspector, "/inspections/" + id + "/additions", Map.of("about", "检查日期")))
        .isEqualTo(422);

    Document after = office.page("/inspections/" + id);
    assertThat(after.select("section.filed").text()).isEqualTo(before);
    assertThat(after.text()).contains("改为下周");
    for (String sql :
        List.of(
            "UPDATE inspection_filing SET item = '改' WHERE inspection_id = " + id,
            "DELETE FROM inspection_addition WHERE inspection_id = " + id,
            "UPDATE inspection_rating SET score = 5")) {
      assertThatExceptionOfType(SQLException.class).isThrownBy(() -> asServer(sql));
    }
  }

  @Test
  void aFieldThatIsTooLongIsRefusedByNameAndNothingTypedIsLost() {
    long id = begun(giant);
    String site = "厂".repeat(1_001);
    Map<String, String> typed = new HashMap<>(draft(id, today));
    typed.put("site", site);
    typed.put("item", "安全检查");

    for (String path : List.of("/inspections/" + id, "/inspections/" + id + "/submission")) {
      assertThat(send(inspector, path, typed)).isEqualTo(422);
      Document page = inspector.refused(path, encoded(typed));
      assertThat(page.select(".errors").text()).contains("“检查地点”最多 1000 字，现有 1001 字");
      assertThat(page.select("#site").val()).isEqualTo(site);
      assertThat(page.select("#item").val()).isEqualTo("安全检查");
      assertThat(page.select("[name=lock]").val()).isEqualTo(typed.get("lock"));
    }
    assertThat(inspector.page("/inspections/" + id).select("#site").val()).isNotEqualTo(site);

    typed.put("site", site.substring(1));
    assertThat(send(inspector, "/inspections/" + id + "/submission", typed)).isEqualTo(200);
    assertThat(office.page("/inspections/" + id).select("section.filed").text())
        .contains(site.substring(1));
  }

  @Test
  void whatIsSaidOfAFilingIsKeptWhenItIsTooLong() {
    long id = filed(giant, today);
    conclude(id, today, Map.of());
    String words = "字".repeat(1_001);
    Document addition =
        inspector.refused(
            "/inspections/" + id + "/additions", encoded(Map.of("about", "检查地点", "words", words)));
    assertThat(addition.select(".errors").text()).contains("“内容”最多 1000 字，现有 1001 字");
    assertThat(addition.select("#words").text()).isEqualTo(words);
    assertThat(addition.select("#about option[selected]").val()).isEqualTo("检查地点");

    Document complaint =
        owner.refused("/inspections/" + id + "/complaint", encoded(Map.of("words", words)));
    assertThat(complaint.select(".errors").text()).contains("“投诉”最多 1000 字，现有 1001 字");
    assertThat(complaint.select("#complaint").text()).isEqualTo(words);
    assertThat(complaint.select("#rating").text()).isEmpty();

    Document rating =
        owner.refused(
            "/inspections/" + id + "/rating", encoded(Map.of("score", "4", "words", words)));
    assertThat(rating.select(".errors").text()).contains("“意见”最多 500 字，现有 1001 字");
    assertThat(rating.select("#rating").text()).isEqualTo(words);
    assertThat(rating.select("[name=score][checked]").val()).isEqualTo("4");
  }

  @Test
  void thePdfCarriesTheSameCodeAsTheWordFile() throws Exception {
    long id = filed(giant, today);
    String filed = codeOf(inspector.get("/inspections/" + id + "/filing.pdf").body());
    conclude(id, today, Map.of());
    String concluded = codeOf(inspector.get("/inspections/" + id + "/filing.pdf").body());

    assertThat(filed).contains("/proofs/").isNotEqualTo(concluded);
    assertThat(codeOfWord(inspector.get("/inspections/" + id + "/filing.docx").body()))
        .isEqualTo(concluded);
    String proof = URI.create(concluded).getPath();
    assertThat(office.page(proof).text()).contains("报备档〔" + today.getYear());
  }

  private static String codeOf(byte[] pdf) throws Exception {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return decoded(
          new PDFRenderer(document).renderImageWithDPI(document.getNumberOfPages() - 1, 200));
    }
  }

  private static String codeOfWord(byte[] word) throws Exception {
    try (var document = new XWPFDocument(new ByteArrayInputStream(word))) {
      return decoded(
          ImageIO.read(new ByteArrayInputStream(document.getAllPictures().getFirst().getData())));
    }
  }

  private static String decoded(BufferedImage picture) throws Exception {
    int[] dots =
        picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
    return new QRCodeReader()
        .decode(
            new BinaryBitmap(
                new HybridBinarizer(
                    new RGBLuminanceSource(picture.getWidth(), picture.getHeight(), dots))),
            Map.of(DecodeHintType.TRY_HARDER, true))
        .getText();
  }

  @Test
  void theNumberOfThoseWithoutAKindLeadsToExactlyThose() {
    long named = filed(giant, today);
    long unsaid = begun(giant);
    Map<String, String> typed = new HashMap<>(draft(unsaid, today));
    typed.remove("kind");
    assertThat(send(inspector, "/inspections/" + unsaid + "/submission", typed)).isEqualTo(200);

    String list =
        inspector
            .page("/inspections/statistics?year=" + today.getYear())
            .select("tbody tr:contains(未填写) a")
            .attr("href");

    Document shown = inspector.page(list);
    assertThat(shown.select("tbody a.opens").eachAttr("href"))
        .containsExactly("/inspections/" + unsaid);
    assertThat(shown.select("[name=kind] option[selected]").text()).isEqualTo("未填写");
    assertThat(inspector.page("/inspections").select("tbody a.opens").eachAttr("href"))
        .contains("/inspections/" + named, "/inspections/" + unsaid);
  }

  @Test
  void whoInspectsIsNotReadInTheDatabase() {
    long id = filed(giant, today);
    conclude(id, today, Map.of());
    String officer = WarningsTest.complete().get("officer-1");
    String certificate = WarningsTest.complete().get("officer-1-certificate");
    assertThat(inspector.page("/inspections/" + id).text()).contains(officer, certificate, "甲、乙");

    assertThat(kept("SELECT typed FROM inspection WHERE id = " + id))
        .doesNotContain(officer, certificate);
    assertThat(
            kept(
                "SELECT CONCAT(content, warnings) FROM inspection_filing WHERE inspection_id = "
                    + id))
        .doesNotContain(officer, certificate);
    assertThat(kept("SELECT inspectors FROM inspection_conclusion WHERE inspection_id = " + id))
        .startsWith("sealed:")
        .doesNotContain("甲");
    assertThat(
            kept(
                "SELECT GROUP_CONCAT(t.content) FROM archive_text t JOIN archive_document d ON d.id"
                    + " = t.document_id WHERE d.about_kind = 'inspection' AND d.about_id = "
                    + id))
        .contains("安全")
        .doesNotContain(officer, certificate, "甲、乙");
  }

  @Test
  void whatWasWrittenBeforeItWasSealedIsStillRead() throws SQLException {
    long id = begun(giant);
    asServer(
        "UPDATE inspection SET typed = '{\"item\": \"旧的草稿\", \"officer-1\": \"张三\"}' WHERE id = "
            + id);

    Document page = inspector.page("/inspections/" + id);

    assertThat(page.select("#item").val()).isEqualTo("旧的草稿");
    assertThat(page.select("#officer-1").val()).isEqualTo("张三");
    assertThat(inspectors.convertToEntityValue("李四、王五", ConversionContext.DEFAULT))
        .isEqualTo("李四、王五");
  }

  private String kept(String sql) {
    return transactions.executeRead(status -> {
      try (var statement = status.getConnection().createStatement();
          var row = statement.executeQuery(sql)) {
        row.next();
        return row.getString(1);
      }
    });
  }

  @Test
  void theSecondOfTwoWritersSeesBothVersions() {
    long id = begun(giant);
    String lock = lock(inspector.page("/inspections/" + id));
    assertThat(send(inspector, "/inspections/" + id, Map.of("lock", lock, "item", "甲的事项")))
        .isEqualTo(200);

    assertThat(send(inspector, "/inspections/" + id, Map.of("lock", lock, "item", "乙的事项")))
        .isEqualTo(409);
    assertThat(send(inspector, "/inspections/" + id + "/submission", Map.of("lock", lock)))
        .isEqualTo(409);

    assertThat(inspector.page("/inspections/" + id).select("#item").attr("value"))
        .isEqualTo("甲的事项");
  }

  @Test
  void aDraftIsItsUnitsAloneAndFilingsAreForThoseWhoSeeTheCompany() {
    long draft = begun(giant);
    long filed = filed(giant, today);
    Reader otherUnit = readers.ofUnit(Role.INSPECTOR, COUNTY, "环境" + UUID.randomUUID());
    Reader sameNameElsewhere =
        readers.ofUnit(Role.INSPECTOR, "2401", String.valueOf(inspector.account().unit()));
    Reader otherTown = readers.open(Role.TOWNSHIP, OTHER_TOWN);
    Reader stranger = readers.ofCompany(company("检查别家", TOWN).id(), TOWN);
    Reader otherLeader = readers.open(Role.LEADER, COUNTY);

    for (Reader reader : List.of(office, leader, owner)) {
      assertThat(reader.code("/inspections/" + draft)).isEqualTo(404);
      assertThat(reader.code("/inspections/" + filed)).isEqualTo(200);
      assertThat(reader.code("/inspections/" + filed + "/filing.docx")).isEqualTo(200);
    }
    for (Reader reader : List.of(otherUnit, sameNameElsewhere, otherTown, stranger, otherLeader)) {
      assertThat(reader.code("/inspections/" + draft)).isEqualTo(404);
      assertThat(reader.code("/inspections/" + filed)).isEqualTo(404);
      assertThat(reader.code("/inspections/" + filed + "/filing.pdf")).isEqualTo(404);
      assertThat(reader.page("/inspections?company=" + giant.id()).select("tbody tr")).isEmpty();
    }
    assertThat(readers.open(Role.ADMIN, COUNTY).code("/inspections")).isEqualTo(404);
    assertThat(office.code("/inspections/plans")).isEqualTo(403);
    assertThat(office.code("/inspections/ratings")).isEqualTo(200);
    assertThat(inspector.code("/inspections/ratings")).isEqualTo(403);
  }

  @Test
  void aConclusionThatIsLateIsSaidSoToTheLeader() {
    LocalDate visit = today.minusDays(4);
    long id =
        casework.file(
            giant.id(),
            GivenInspections.fields(visit),
            visit,
            GivenInspections.caller(COUNTY, unit()));

    assertThat(leader.page("/inspections?show=late").select("tbody tr").text())
        .contains(giant.name(), "逾期未报告");
    assertThat(conclude(id, visit, Map.of())).isEqualTo(200);

    assertThat(leader.page("/inbox").select(".messages li").text())
        .contains("检查结论：" + giant.name() + "（逾期报送）", "结论应次日报送您");
    assertThat(leader.page("/inspections/" + id).text()).contains("逾期，期限 " + visit.plusDays(1));
    assertThat(owner.page("/inbox").select(".messages li").text()).contains("检查结论");
    assertThat(conclude(id, visit, Map.of())).isEqualTo(409);
    assertThat(
            inspector
                .refused("/inspections/" + id + "/conclusion", "words=x")
                .select(".failure a.first")
                .attr("href"))
        .as("not to the form, which is closed")
        .isEqualTo("/inspections/" + id);
  }

  @Test
  void theDayAfterIsInTime() {
    LocalDate visit = today.minusDays(1);
    long id =
        casework.file(
            giant.id(),
            GivenInspections.fields(visit),
            visit,
            GivenInspections.caller(COUNTY, unit()));

    assertThat(leader.page("/inspections?show=open").select("tbody tr").text())
        .contains(giant.name());
    assertThat(conclude(id, visit, Map.of())).isEqualTo(200);

    assertThat(leader.page("/inspections/" + id).text()).contains("在期限内");
  }

  @Test
  void aFirstFindingMetWithAFineIsAskedAboutAndNotForbidden() {
    long id = filed(giant, today);
    Map<String, String> fine =
        Map.of(
            "problem-1-item", "安全检查",
            "problem-1-words", "没有培训",
            "problem-1-disposition", "fine");

    assertThat(conclude(id, today, fine)).isEqualTo(422);
    Map<String, String> confirmed = new HashMap<>(fine);
    confirmed.put("confirmed", "yes");
    assertThat(conclude(id, today, confirmed)).isEqualTo(200);
    assertThat(office.page("/inspections/" + id).text()).contains("首次发现", "没有写理由");

    // The second time it is no first finding, and nothing is asked.
    long again = filed(giant, today);
    assertThat(conclude(again, today, fine)).isEqualTo(200);
    assertThat(office.page("/inspections/" + again).text()).contains("不是首次");
  }

  @Test
  void theCompanyAnswersAndItsRatingLeadsBackToNobody() {
    for (int round = 1; round <= 3; round++) {
      long id = filed(giant, today);
      assertThat(send(owner, "/inspections/" + id + "/receipt", Map.of())).isEqualTo(409);
      conclude(id, today, Map.of());
      assertThat(send(owner, "/inspections/" + id + "/receipt", Map.of())).isEqualTo(200);
      assertThat(send(owner, "/inspections/" + id + "/receipt", Map.of())).isEqualTo(409);
      assertThat(send(owner, "/inspections/" + id + "/rating", Map.of("score", "9")))
          .isEqualTo(422);
      assertThat(
              send(
                  owner,
                  "/inspections/" + id + "/rating",
                  Map.of("score", "" + (round + 1), "words", "意见" + round)))
          .isEqualTo(200);
      assertThat(send(owner, "/inspections/" + id + "/rating", Map.of("score", "1")))
          .isEqualTo(409);
      Document shown = office.page("/inspections/ratings");
      if (round < 3) {
        assertThat(shown.text()).doesNotContain(unit());
      } else {
        assertThat(shown.text()).contains(unit(), "平均 3.00", "意见1").doesNotContain(giant.name());
      }
      assertThat(office.page("/inspections/" + id).text()).doesNotContain("意见" + round);
      assertThat(inspector.page("/inspections/" + id).text()).doesNotContain("意见" + round);
    }
    assertThat(columns("inspection_rating"))
        .containsExactlyInAnyOrder("id", "region_code", "unit", "rated_year", "score", "words");
    assertThat(columns("inspection_rated")).containsExactly("inspection_id");
  }

  @Test
  void aConclusionIsReceivedOnceAlsoByTwoAtOnce() {
    long id = filed(giant, today);
    conclude(id, today, Map.of());
    Inspection inspection = inspections.findById(id).orElseThrow();
    Caller somebody = GivenInspections.caller(TOWN, "");

    answering.receive(inspection, somebody);

    // As if both had looked before either had written.
    assertThatExceptionOfType(Refusal.Stale.class)
        .isThrownBy(() -> answering.receive(inspection, somebody));
  }

  @Test
  void unitsOfOneNameInTwoCountiesAreTwoUnits() {
    String elsewhere = "240102";
    region(elsewhere, RegionLevel.COUNTY, "2401");
    String name = "市场监管局" + UUID.randomUUID();
    List.of(COUNTY, COUNTY, elsewhere).forEach(county -> rated(county, name));
    Reader above = readers.open(Role.OFFICE, "2401");

    assertThat(above.page("/inspections/ratings").text()).doesNotContain(name);
    rated(COUNTY, name);

    assertThat(above.page("/inspections/ratings").select("section.card:contains(" + name + ")"))
        .singleElement()
        .satisfies(unit -> assertThat(unit.text()).contains("检查" + COUNTY, "3 份"));
    var rows = above.page("/inspections/statistics").select("tbody tr:contains(" + name + ")");
    assertThat(rows.eachText().stream().map(text -> text.replaceFirst(" .*", "")))
        .containsExactly(name + "（检查" + COUNTY + "）", name + "（检查" + elsewhere + "）");
    assertThat(above.page(rows.getFirst().expectFirst("a").attr("href")).select("tbody tr"))
        .hasSize(3);
  }

  private void rated(String county, String unit) {
    Caller by = GivenInspections.caller(county, unit);
    long id = casework.file(giant.id(), GivenInspections.fields(today), today, by);
    Map<String, String> found =
        Map.of("ended-on", "" + today, "words", "看了", "conclusion", "无", "inspectors", "甲");
    casework.conclude(id, found, today, by);
    casework.rate(id, today.getYear(), 4, null);
  }

  @Test
  void aComplaintIsForTheOfficeAlone() {
    long id = filed(giant, today);
    conclude(id, today, Map.of());

    assertThat(send(owner, "/inspections/" + id + "/complaint", Map.of("words", "要求接待")))
        .isEqualTo(200);

    assertThat(office.page("/inspections/" + id).text()).contains("要求接待");
    assertThat(office.page("/inbox").text()).contains("企业投诉检查");
    assertThat(inspector.page("/inspections/" + id).text()).doesNotContain("要求接待");
    assertThat(leader.page("/inspections/" + id).text()).doesNotContain("要求接待");
    for (Reader told : List.of(office, owner)) {
      assertThat(told.page("/inspections?mark=complaint").select("tbody tr")).hasSize(1);
    }
    for (Reader other : List.of(inspector, leader, readers.open(Role.TOWNSHIP, TOWN))) {
      assertThat(other.page("/inspections").text()).doesNotContain("企业投诉");
      assertThat(other.code("/inspections?mark=complaint")).isEqualTo(422);
      assertThat(other.code("/inspections.xlsx?mark=complaint")).isEqualTo(422);
    }
    assertThat(send(inspector, "/inspections/" + id + "/complaint", Map.of("words", "x")))
        .isEqualTo(403);
  }

  @Test
  void aCodeLeadsInspectorsOfTheRegionAloneAndEndsWhenItIsReplaced() {
    assertThat(send(owner, "/companies/" + giant.id() + "/inspection-code", Map.of()))
        .isEqualTo(200);
    String first = codes.current(giant.id()).orElseThrow().token();
    assertThat(owner.page("/companies/" + giant.id() + "/inspection-code").select("figure img"))
        .hasSize(1);

    assertThat(inspector.get("/scans/" + first).headers().firstValue("Location"))
        .hasValue("/inspections/companies/" + giant.id());
    assertThat(readers.ofUnit(Role.INSPECTOR, OTHER_TOWN, "试验").code("/scans/" + first))
        .isEqualTo(404);
    for (Reader other : List.of(office, leader, owner)) {
      assertThat(other.code("/scans/" + first)).isIn(403, 404);
    }

    assertThat(send(office, "/companies/" + giant.id() + "/inspection-code", Map.of()))
        .isEqualTo(200);
    assertThat(inspector.code("/scans/" + first)).isEqualTo(404);
    assertThat(inspector.code("/scans/" + codes.current(giant.id()).orElseThrow().token()))
        .isEqualTo(303);
  }

  @Test
  void thePlanOfTheUnitGivesTheLimitAndTheNextVisitIsProposedTogether() {
    assertThat(
            send(
                inspector,
                "/inspections/plans",
                Map.of(
                    "year",
                    "" + today.getYear(),
                    "limit",
                    "1",
                    "document",
                    "试验计划",
                    "item-1-name",
                    "安全检查",
                    "item-1-basis",
                    "安全生产法",
                    "item-3-name",
                    "消防|检查",
                    "item-3-month",
                    "6")))
        .isEqualTo(200);
    Document plan = inspector.page("/inspections/plans");
    assertThat(plan.select("#item-1-name, #item-2-name").eachAttr("value"))
        .containsExactly("安全检查", "消防|检查");
    assertThat(plan.select("#item-2-month [selected]").text()).isEqualTo("6 月");
    // The unit of measure and nothing else stands behind a field.
    assertThat(plan.select(".field .unit").eachText()).containsOnly("次");
    assertThat(
            send(
                inspector,
                "/inspections/plans",
                Map.of("year", "" + today.getYear(), "document", "晚到的")))
        .isEqualTo(409);
    assertThat(send(inspector, "/inspections/plans", Map.of("year", "x", "limit", "-1")))
        .isEqualTo(422);
    filed(giant, today);
    String otherUnit = "环境" + UUID.randomUUID();
    Reader other = readers.ofUnit(Role.INSPECTOR, COUNTY, otherUnit);
    long theirs =
        casework.file(
            giant.id(),
            GivenInspections.fields(today.plusDays(5)),
            today,
            GivenInspections.caller(COUNTY, otherUnit));

    Document screen = inspector.page("/inspections/companies/" + giant.id());
    assertThat(screen.text()).contains("须报备", "已计入 1 次", "上限 1 次", "再查一次将超过上限", otherUnit);
    long own = begun(giant);
    assertThat(send(inspector, "/inspections/" + own + "/proposals", Map.of("other", "" + theirs)))
        .isEqualTo(200);
    assertThat(send(inspector, "/inspections/" + own + "/proposals", Map.of("other", "" + theirs)))
        .isEqualTo(409);
    assertThat(send(inspector, "/inspections/" + own + "/proposals", Map.of("other", "1")))
        .isEqualTo(422);
    assertThat(other.page("/inbox").text()).contains("提议联合检查");
  }

  @Test
  void whatIsWrongInAPlanIsSaidOfItsRowAndAllThatWasTypedStays() {
    Map<String, String> typed = new HashMap<>();
    typed.put("year", "" + today.getYear());
    typed.put("document", "试验计划");
    typed.put("item-1-scope", "某企业");
    typed.put("item-2-name", "消防检查");
    typed.put("item-2-month", "13");
    typed.put("item-2-times", "0");

    Document page = inspector.refused("/inspections/plans", encoded(typed));

    assertThat(page.select(".errors a").eachAttr("href"))
        .containsExactly("#item-1-name", "#item-2-month", "#item-2-times");
    assertThat(page.select("#item-1-scope").attr("value")).isEqualTo("某企业");
    assertThat(page.select("#item-2-times").attr("value")).isEqualTo("0");
    assertThat(page.select("#document").attr("value")).isEqualTo("试验计划");
    typed.put("more", "yes");
    assertThat(inspector.taken("/inspections/plans", encoded(typed)).select("[id$=-scope]"))
        .hasSize(7);
  }

  @Test
  void hintsComeWhileOneTypesAndWhatWasSavedMeanwhileHandsIn() {
    long id = begun(giant);
    Document shown = inspector.page("/inspections/" + id);
    assertThat(shown.select("#filing").attr("hx-target")).isEqualTo("#warnings");
    Map<String, String> fields = draft(id, today);
    fields.put("officer-2", fields.get("officer-1"));
    fields.put("officer-2-certificate", fields.get("officer-1-certificate"));
    fields.put("emergency", "yes");

    Document saved = inspector.taken("/inspections/" + id, encoded(fields));

    assertThat(saved.select("#warnings").text())
        .contains("检查人员 2 与检查人员 1 是同一人", "填了 1 名，不得少于 2 名", "没有填写“紧急情况和理由”");
    // As the form knew it before it was saved by itself.
    assertThat(send(inspector, "/inspections/" + id + "/submission", fields)).isEqualTo(200);
    assertThat(office.page("/inspections/" + id).text()).contains("检查人员 2 与检查人员 1 是同一人");
  }

  @Test
  void whoeverIsNotCheckedIsUnknownAndNeverNo() {
    Company unchecked = company("检查未核对", TOWN);

    assertThat(inspector.page("/inspections/companies/" + unchecked.id()).text())
        .contains("是否须报备未知")
        .doesNotContain("不须报备");
    assertThat(inspector.code("/inspections/companies/999999999")).isEqualTo(404);
  }

  @Test
  void aVisitToComeIsNotToldToItsCompany() {
    long coming = filed(giant, today.plusDays(5));
    long past = filed(giant, today);
    conclude(past, today, Map.of());

    assertThat(owner.page("/inspections").select("tbody tr")).hasSize(1);
    assertThat(owner.code("/inspections/" + coming)).isEqualTo(404);
    assertThat(owner.code("/inspections/" + coming + "/filing.docx")).isEqualTo(404);
    assertThat(owner.code("/inspections/" + past)).isEqualTo(200);
    assertThat(office.code("/inspections/" + coming)).isEqualTo(200);

    assertThat(duties.of(giant.id(), today, new Scope.Single(giant.id()))).hasSize(2);
    assertThat(duties.visited(giant.id(), today))
        .singleElement()
        .satisfies(visit -> assertThat(visit.id()).isEqualTo(past));
  }

  @Test
  void numbersLeadToTheirListsAndOtherFeaturesCountTheSame() {
    long id = filed(giant, today);
    conclude(id, today, Map.of());

    Document statistics = inspector.page("/inspections/statistics");
    String list = statistics.expectFirst("tbody tr:contains(" + unit() + ") a").attr("href");
    assertThat(inspector.page(list).select("tbody tr")).hasSize(1);
    assertThat(inspector.get("/inspections.xlsx").statusCode()).isEqualTo(200);
    assertThat(inspector.code("/inspections/statistics?year=abc")).isEqualTo(422);
    assertThat(inspector.code("/inspections?show=nothing")).isEqualTo(422);

    Scope own = new Scope.Single(giant.id());
    assertThat(duties.of(giant.id(), today, own))
        .singleElement()
        .satisfies(visit -> assertThat(visit.result()).isEqualTo("没有发现问题"));
    assertThat(duties.of(giant.id(), today.minusDays(1), own)).isEmpty();
    assertThat(duties.between(today, today, today, own))
        .isEqualTo(new InspectionCounts(1, 0, 0, 1, 0, 0, 0));
    assertThat(duties.between(today.minusDays(9), today.minusDays(1), today, own).filed()).isZero();
    assertThat(duties.unreceived(giant.id()).orElseThrow().count()).isOne();
  }

  private long begun(Company company) {
    assertThat(send(inspector, "/inspections", Map.of("company", "" + company.id())))
        .isEqualTo(200);
    String link =
        inspector.page("/inspections?show=draft").select("tbody a.opens").eachAttr("href").stream()
            .sorted()
            .reduce((_, last) -> last)
            .orElseThrow();
    return Long.parseLong(link.replaceFirst(".*/", ""));
  }

  private long filed(Company company, LocalDate visit) {
    return casework.file(
        company.id(),
        GivenInspections.fields(visit),
        today,
        GivenInspections.caller(COUNTY, unit()));
  }

  private String unit() {
    return String.valueOf(inspector.account().unit());
  }

  private Map<String, String> draft(long id, LocalDate visit) {
    Map<String, String> fields = GivenInspections.fields(visit);
    fields.put("lock", lock(inspector.page("/inspections/" + id)));
    return fields;
  }

  private int conclude(long id, LocalDate ended, Map<String, String> more) {
    Map<String, String> fields = new HashMap<>(more);
    fields.put("ended-on", ended.toString());
    fields.put("words", "看了车间");
    fields.put("conclusion", "处置意见");
    fields.put("inspectors", "甲、乙");
    return send(inspector, "/inspections/" + id + "/conclusion", fields);
  }

  private static String lock(Document page) {
    return page.select("[name=lock]").attr("value");
  }

  // The client goes where it is sent, so what was taken answers 200.
  private static int send(Reader reader, String path, Map<String, String> fields) {
    return reader.post(path, encoded(fields));
  }

  private static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field ->
            field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private void asServer(String sql) throws SQLException {
    Exception[] refused = new Exception[1];
    transactions.executeWrite(status -> {
      try (var statement = status.getConnection().createStatement()) {
        return statement.executeUpdate(sql);
      } catch (SQLException e) {
        refused[0] = e;
        return 0;
      }
    });
    if (refused[0] instanceof SQLException e) {
      throw e;
    }
  }

  private List<String> columns(String table) {
    return transactions.executeRead(status -> {
      try (var statement = status.getConnection().createStatement();
          var row =
              statement.executeQuery(
                  "SELECT column_name FROM information_schema.columns WHERE table_schema ="
                      + " DATABASE() AND table_name = '"
                      + table
                      + "'")) {
        List<String> names = new ArrayList<>();
        while (row.next()) {
          names.add(row.getString(1));
        }
        return names;
      }
    });
  }

  private Company company(String name, String region) {
    return companies.save(
        Company.named(
            name + UUID.randomUUID().toString().substring(0, 8),
            region,
            Track.MANUFACTURING,
            "试验",
            LocalDate.EPOCH));
  }

  private void region(String code, RegionLevel level, @Nullable String parent) {
    if (regions.findByCode(code).isEmpty()) {
      regions.save(new Region(code, "检查" + code, level, parent, "试验"));
    }
  }
}
