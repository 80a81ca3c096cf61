package seedbed.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.core.convert.ConversionContext;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.access.Readers.Reader;
import seedbed.access.Role;
import seedbed.access.Scope;
import seedbed.company.Company;

/// Who sees which inspection, and what of it the database alone does not tell.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("检查报备的可见范围和密封")
final class InspectionSightIT extends InspectionScene {

  @Inject InspectionCodes codes;

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

  private String kept(String sql) {
    return transactions.executeRead(status -> {
      try (var statement = status.getConnection().createStatement();
          var row = statement.executeQuery(sql)) {
        row.next();
        return row.getString(1);
      }
    });
  }
}
