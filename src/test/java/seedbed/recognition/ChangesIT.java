package seedbed.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.company.Companies;
import seedbed.company.FormerNames;

/// Major changes of holders, and their reports.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("重大变化")
final class ChangesIT extends TitleScene {

  @Inject Companies companies;
  @Inject FormerNames formerNames;

  @Test
  void majorChangesAreReportedInTime() {
    people.holding(company, "champion", today.minusYears(1), today.plusYears(2));
    String address = "/companies/" + company.id() + "/changes";
    LocalDate happened = today.minusMonths(4);
    Map<String, String> change =
        Map.of(
            "kind",
            "renamed",
            "happenedOn",
            happened.toString(),
            "formerName",
            "旧名" + company.id() + "有限公司",
            "csrfToken",
            door.page(address, owner).formToken());

    assertThat(door.form(address, owner, change).code()).isEqualTo(303);

    var page = door.page(address, town);
    assertThat(page.body()).contains(happened.plusMonths(3).toString(), "已过期限", "138号");
    assertThat(door.page("/titles/deadlines", office).body()).contains(company.name());
    assertThat(formerNames.findByCompanyIdOrderByUsedUntil(company.id())).hasSize(1);
    assertThat(
            door.page(
                    "/companies/" + people.company(TitlePeople.OTHER_TOWN).id() + "/changes", owner)
                .code())
        .isEqualTo(404);
    String report = page.page().select("form[action$=/report]").attr("action");
    var reported =
        door.form(
            report, town, Map.of("reportedOn", today.toString(), "csrfToken", page.formToken()));
    assertThat(reported.code()).isEqualTo(303);
    assertThat(door.page("/titles/deadlines", office).body()).doesNotContain(company.name());
    assertThat(
            door.form(
                    report,
                    town,
                    Map.of("reportedOn", today.toString(), "csrfToken", page.formToken()))
                .code())
        .isEqualTo(409);
  }
}
