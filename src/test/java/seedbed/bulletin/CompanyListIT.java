package seedbed.bulletin;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.access.Role;
import seedbed.company.Company;
import seedbed.signin.Door;

/// Behind the numbers of bulletins everybody reads the companies, and the figures of companies,
/// that they may see elsewhere.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("通报数字背后的名单")
final class CompanyListIT {

  private static final List<String> LISTS =
      List.of("title-rugao-pool", "operating", "figure-revenue", "plans");

  @Inject BulletinPeople people;
  @Inject GivenBulletins given;
  @Inject Door door;

  private String county = "";
  private Company first;
  private Company second;
  private String path = "";

  @BeforeEach
  void issue() {
    county = people.county();
    Period last = people.last();
    LocalDate longAgo = last.firstDay().minusYears(2);
    first = people.pooled(county + "001", longAgo);
    second = people.pooled(county + "002", longAgo);
    people.operate(first, last, "314.15", last.lastDay().plusDays(3));
    people.operate(second, last, "271.82", last.lastDay().plusDays(3));
    path = "/bulletins/" + given.issued(county);
  }

  private Document list(String list, String session) {
    return door.page(path + "/companies?list=" + list, session).page();
  }

  @Test
  @DisplayName("部门和没有挂钩的领导只看家数，看不到企业和数值")
  void whoSeesNoCompaniesIsToldHowManyTheyAre() {
    for (String reader : List.of(people.department(county), people.reader(Role.LEADER, county))) {
      for (String list : LISTS) {
        Document page = list(list, reader);

        assertThat(page.select("main").text())
            .doesNotContain(first.name())
            .doesNotContain(second.name())
            .doesNotContain("314.15");
        assertThat(page.select("tbody tr")).isEmpty();
      }
      assertThat(list("operating", reader).select(".filters").text()).contains("全部 2", "按时 2");
    }
    assertThat(list("operating", people.department(county)).select("main").text())
        .contains("只看家数", "名单不对您的账号开放");
  }

  @Test
  @DisplayName("领导看到挂钩企业的数值，培育办看到全部，镇看到本镇")
  void everybodyElseSeesWhatIsTheirs() {
    String leader = people.leader(county, first);
    String office = people.reader(Role.OFFICE, county);
    String town = people.reader(Role.TOWNSHIP, county + "002");

    Document linked = list("operating", leader);
    assertThat(linked.select("tbody tr")).hasSize(1);
    assertThat(linked.select("main").text())
        .contains(first.name(), "314.15", "只列出您范围内的企业", "全部 2")
        .doesNotContain(second.name());
    assertThat(list("operating", office).select("tbody tr")).hasSize(2);
    assertThat(list("operating", town).select("tbody").text())
        .contains(second.name(), "271.82")
        .doesNotContain(first.name());
  }
}
