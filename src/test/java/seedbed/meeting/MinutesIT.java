package seedbed.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.access.Role;
import seedbed.signin.Door;

/// What minutes have to say before they are issued, and to whom decisions go.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("会议纪要")
final class MinutesIT {

  @Inject MeetingPeople people;
  @Inject GivenMeetings given;
  @Inject Items items;
  @Inject Owners owners;
  @Inject Door door;

  @Test
  @DisplayName("没有日期、地点、主持人的，还没有开的会议，都不能印发纪要")
  void minutesTellAMeetingThatWasHeld() {
    String county = people.county();
    String office = people.reader(Role.OFFICE, county);
    String path = "/meetings/" + given.held(county);

    write(office, path, Map.of("heldOn", ""));
    Door.Answer undated = people.send(office, path + "/minutes", Map.of());
    write(office, path, Map.of("chair", ""));
    Door.Answer unchaired = people.send(office, path + "/minutes", Map.of());
    write(office, path, Map.of("heldOn", people.today().plusDays(1).toString()));
    Door.Answer early = people.send(office, path + "/minutes", Map.of());

    for (Door.Answer refused : new Door.Answer[] {undated, unchaired}) {
      assertThat(refused.code()).isEqualTo(422);
      assertThat(refused.page().select(".errors").text()).contains("会议日期、地点和主持人");
    }
    assertThat(early.code()).isEqualTo(422);
    assertThat(early.page().select(".errors").text()).contains("还没有开");
    write(office, path, Map.of());
    assertThat(people.send(office, path + "/minutes", Map.of()).code()).isEqualTo(303);
  }

  @Test
  @DisplayName("完成期限可以是会议当天，不能早于会议日期")
  void nothingIsDueBeforeTheMeeting() {
    String county = people.county();
    String office = people.reader(Role.OFFICE, county);
    String path = "/meetings/" + given.held(county);

    Door.Answer before = write(office, path, decision(county, path, people.today().minusDays(1)));
    Door.Answer onTheDay = write(office, path, decision(county, path, people.today()));

    assertThat(before.code()).isEqualTo(422);
    assertThat(before.page().select(".errors").text()).contains("不能早于会议日期");
    assertThat(onTheDay.code()).isEqualTo(303);
  }

  @Test
  @DisplayName("责任单位：本地区有账号的部门；没有账号的写明；下级县的部门不列")
  void decisionsGoToWhoeverReadsThem() {
    String county = people.county();
    String prefecture = county.substring(0, 4);
    people.department(county, "县里的部门");
    people.department(prefecture, "市里的部门");
    people.department(prefecture, "科技局");

    assertThat(owners.of(prefecture))
        .contains(
            new Owner(Owner.Kind.UNIT, "市里的部门", "市里的部门", true),
            new Owner(Owner.Kind.UNIT, "科技局", "科技局", true))
        .noneMatch(owner -> owner.label().equals("县里的部门"));
    String other = people.county();
    String office = people.reader(Role.OFFICE, other);
    String path = "/meetings/" + given.held(other);
    assertThat(door.page(path + "/edit", office).page().select("select option").eachText())
        .contains("培育办", "市场监管局（没有账号，请另行通知）");
  }

  private Map<String, String> decision(String county, String path, LocalDate due) {
    String key = item(path) + "-1";
    return Map.of("words-" + key, "去办", "owner-" + key, "OFFICE:" + county, "due-" + key, "" + due);
  }

  private Door.Answer write(String office, String path, Map<String, String> changes) {
    Map<String, String> fields = new HashMap<>();
    fields.put("heldOn", people.today().toString());
    fields.put("place", "会议室");
    fields.put("chair", "组长");
    fields.put("conclusion-" + item(path), "会议同意");
    fields.putAll(changes);
    return people.send(office, path + "/conclusions", fields);
  }

  private long item(String path) {
    return items
        .findByMeetingIdOrderByPlaceAscAndIdAsc(Long.parseLong(path.replaceAll(".*/", "")))
        .getFirst()
        .id();
  }
}
