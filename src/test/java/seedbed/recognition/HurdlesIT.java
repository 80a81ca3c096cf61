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

/// What keeps a company from applying.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("申报前的限制")
final class HurdlesIT extends TitleScene {

  @Inject Companies companies;

  @Test
  void aBannedPoolCannotBeAppliedFor() {
    long id = people.holding(company, "rugao-pool", today.minusYears(1), null);
    companies.titlesChecked(company.id(), today.minusYears(2));
    LocalDate until = today.plusYears(2);
    people.act(
        office,
        id,
        "revocation",
        Map.of("document", "调出〔2026〕1号", "ground", "fraud", "banUntil", until.toString()));

    var page = door.page("/applications/new", owner);
    assertThat(page.body()).contains(until + " 前不得申报");
    var answer =
        door.form(
            "/applications", owner, Map.of("title", "rugao-pool", "csrfToken", page.formToken()));

    assertThat(answer.code()).isEqualTo(422);
    assertThat(answer.body()).contains(until.toString()).contains("数据造假");
  }

  @Test
  void aTitleWithoutItsPrerequisiteIsNamed() {
    companies.titlesChecked(company.id(), today.minusYears(2));

    assertThat(door.page("/applications/new", owner).body())
        .contains("申报前须持有创新型中小企业或科技型中小企业，目前没有持有");
  }
}
