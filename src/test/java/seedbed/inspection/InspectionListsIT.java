package seedbed.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.access.Readers.Reader;
import seedbed.access.Role;
import seedbed.access.Scope;

/// Plans of units, lists, statistics and papers of inspections.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("检查计划、台账和报备表")
final class InspectionListsIT extends InspectionScene {

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

  @Test
  void theNumberOfThoseWithoutAKindLeadsToExactlyThose() {
    long named = filed(giant, today);
    long unsaid = begun(giant);
    Map<String, String> typed = new HashMap<>(draft(unsaid, today));
    typed.remove("kind");
    assertThat(submit(unsaid, typed)).isEqualTo(200);

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
}
