package seedbed.report.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import seedbed.access.Scope;
import seedbed.company.Companies;
import seedbed.company.Company;
import seedbed.company.Known;
import seedbed.company.Region;
import seedbed.company.RegionLevel;
import seedbed.company.Regions;
import seedbed.company.Track;

@MicronautTest
class PortfolioRowsIT {

  private static final LocalDate REGISTERED = LocalDate.of(2026, 5, 10);

  @Inject PortfolioRows rows;
  @Inject Regions regions;
  @Inject Companies companies;

  @Test
  void aLinkedCompanyIsThereFromTheDayItWasRegistered() {
    regions.save(new Region("92", "挂钩省", RegionLevel.PROVINCE, null, "试验"));
    var company =
        companies.save(Company.named("挂钩试验有限公司", "92", Track.MANUFACTURING, "试验", REGISTERED));
    var linked = new Scope.Single(company.id());

    assertThat(rows.find(0, new Known(linked, REGISTERED.minusDays(1)), linked)).isEmpty();
    assertThat(rows.find(0, new Known(linked, REGISTERED), linked))
        .singleElement()
        .extracting(PortfolioRow::id)
        .isEqualTo(company.id());
  }
}
