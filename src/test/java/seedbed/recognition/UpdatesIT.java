package seedbed.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The yearly update of a title, by its holder or by the office.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("年度更新")
final class UpdatesIT extends TitleScene {

  @Test
  void theYearlyUpdateIsRecorded() {
    long id = people.holding(company, "champion", today.minusYears(1), today.plusYears(2));

    people.act(office, id, "update", Map.of());

    assertThat(people.show(owner, id).body()).contains("完成年度更新").doesNotContain("这里没有更新记录");
  }

  @Test
  @DisplayName("企业自行登记年度更新，培育办看到是谁、什么时候登记的")
  void aHolderRecordsItsOwnUpdateAndTheOfficeSeesWho() {
    long id = people.holding(company, "champion", today.minusYears(1), today.plusYears(2));
    assertThat(row(office, "?show=open")).contains("未登记");
    assertThat(people.show(owner, id).page().select("#update")).hasSize(1);
    assertThat(people.show(owner, id).page().select("#acts")).as("nothing else").isEmpty();

    people.act(owner, id, "update", Map.of("note", "国家平台已更新"));

    assertThat(row(office, "?title=champion&show=done"))
        .contains("已登记", today.toString(), "国家平台已更新", "企业（");
    assertThat(people.show(office, id).page().select("main").text()).contains("企业（");
    assertThat(row(town, "?show=done")).contains("已登记");
    assertThat(row(office, "?show=open")).isEmpty();
    assertThat(people.show(owner, id).page().select("#update")).isEmpty();
    assertThat(people.show(office, id).body()).contains("今年已完成");
  }

  @Test
  void anUpdateIsSaidOnceAYear() {
    long id = people.holding(company, "champion", today.minusYears(1), today.plusYears(2));
    people.act(owner, id, "update", Map.of());

    var again = people.send(office, id, "update", Map.of());

    assertThat(again.code()).isEqualTo(422);
    assertThat(again.body()).contains("不必重复登记");
  }

  @Test
  void nobodyRecordsTheUpdateOfAnotherCompany() {
    long mine = people.holding(company, "champion", today.minusYears(1), today.plusYears(2));
    long theirs =
        people.holding(
            people.company(TitlePeople.TOWN), "champion", today.minusYears(1), today.plusYears(2));
    String token = door.page("/account", owner).formToken();

    var answer =
        door.form(
            "/titles/" + theirs + "/update",
            owner,
            Map.of("csrfToken", token, "version", "0", "happenedOn", today.toString()));

    assertThat(answer.code()).isEqualTo(404);
    assertThat(people.send(town, mine, "update", Map.of()).code()).isEqualTo(403);
    assertThat(people.show(town, mine).page().select("#update")).isEmpty();
  }

  @Test
  void aTitleThatNoDocumentWantsUpdatedIsNotAskedFor() {
    long id = people.holding(company, "rugao-pool", today.minusYears(1), null);

    assertThat(people.show(owner, id).page().select("#update")).isEmpty();
    assertThat(door.page("/titles/updates?title=rugao-pool", office).code()).isEqualTo(422);
    assertThat(door.page("/titles/updates?show=later", office).code()).isEqualTo(422);
  }

  private String row(String session, String query) {
    return door.page("/titles/updates" + query + "&size=200", session)
        .page()
        .select("tr:contains(" + company.name() + ")")
        .text();
  }
}
