package seedbed.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.access.Scope;
import seedbed.company.Companies;
import seedbed.company.Company;
import seedbed.company.Known;
import seedbed.web.PageRequest;

/// Titles as each role sees them, and their states on past days.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("企业称号库")
final class RegisterIT extends TitleScene {

  @Inject Companies companies;
  @Inject RegisterRows rows;
  @Inject VisibleTitles visible;
  @Inject RecognitionSettings settings;

  @Test
  void eachSeesItsOwn() {
    long mine = people.holding(company, "innovative-sme", today.minusYears(1), today.plusYears(2));
    Company far = people.company(TitlePeople.OTHER_TOWN);
    long theirs = people.holding(far, "innovative-sme", today.minusYears(1), today.plusYears(2));

    assertThat(people.show(office, mine).body()).contains(company.name());
    assertThat(people.show(office, theirs).code()).isEqualTo(200);
    assertThat(people.show(town, mine).code()).isEqualTo(200);
    assertThat(people.show(town, theirs).code()).isEqualTo(404);
    assertThat(people.show(owner, mine).code()).isEqualTo(200);
    assertThat(people.show(owner, theirs).code()).isEqualTo(404);
    assertThat(door.page("/titles?q=" + far.name(), town).body())
        .doesNotContain("/titles/" + theirs);
    assertThat(door.page("/titles", owner).page().select("tbody tr")).hasSize(1);
    assertThat(people.show(owner, mine).page().select("#acts")).isEmpty();
    assertThat(people.show(office, mine).page().select("#acts")).isNotEmpty();
  }

  @Test
  void sqlAndJavaAgreeOnEveryBorder() {
    LocalDate from = today.minusYears(3);
    Company checked = people.company(TitlePeople.TOWN);
    companies.titlesChecked(checked.id(), today.minusYears(5));
    List<Long> titles =
        List.of(
            people.holding(checked, "innovative-sme", from, null),
            people.holding(checked, "specialised-sme", from.minusDays(1), null),
            people.holding(checked, "little-giant", from, today),
            people.holding(checked, "champion", from, today.plusDays(1)),
            people.holding(checked, "jiangsu-giant", from, null),
            people.holding(checked, "technology-sme", from, today.plusMonths(6)),
            people.holding(checked, "key-little-giant", from, today.plusMonths(6).plusDays(1)),
            people.holding(checked, "champion-product", from, today.minusDays(1)),
            people.holding(company, "specialised-sme", from, null),
            people.holding(company, "champion", from, today.plusMonths(6)));
    people.act(office, titles.get(9), "renewal-start", Map.of("document", "试验〔2026〕1号"));
    people.act(office, titles.get(3), "revocation", Map.of("document", "文", "ground", "fraud"));
    people.act(office, titles.get(5), "surrender", Map.of("document", "文"));

    for (int back : new int[] {0, 1, 2, 30, 200}) {
      LocalDate day = today.minusDays(back);
      Known known = new Known(new Scope.Region(TitlePeople.PROVINCE), day);
      Map<Long, State> listed = new HashMap<>();
      rows.find(every(), known, new PageRequest.Sort("to", false), 200, 0)
          .forEach(row -> listed.put(row.id(), row.state()));
      for (long id : titles) {
        assertThat(listed.get(id))
            .as("title %s on %s", id, day)
            .isEqualTo(visible.find(id, known).orElseThrow().state(day, settings));
      }
    }
  }

  private static RegisterFilter every() {
    return new RegisterFilter(null, RegisterSelection.EVERY, null, null, null, null, null);
  }
}
