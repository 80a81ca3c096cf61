package seedbed.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
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
  @Inject Meetings meetings;
  @Inject Items items;
  @Inject Owners owners;
  @Inject Minutes minutes;
  @Inject LateReports late;
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
  @DisplayName("会议日期应在当月或前后一个月；别的世纪的不能保存，也不能确定议程")
  void aMeetingIsHeldAroundItsMonth() {
    String county = people.county();
    String office = people.reader(Role.OFFICE, county);
    long meeting = given.begun(county);
    String path = "/meetings/" + meeting;

    Door.Answer refused = people.send(office, path, Map.of("heldOn", "1999-01-01"));

    assertThat(refused.code()).isEqualTo(422);
    assertThat(refused.page().select(".errors").text()).contains("会议日期 1999-01-01 离", "前后一个月");
    assertThat(refused.page().select("#heldOn").attr("value")).isEqualTo("1999-01-01");
    meetings.describe(meeting, LocalDate.of(1999, 1, 1), "", "会议室", "组长", "");
    assertThat(people.send(office, path + "/agenda", Map.of()).code()).isEqualTo(422);
    meetings.describe(meeting, people.today(), "", "会议室", "组长", "");
    assertThat(people.send(office, path + "/agenda", Map.of()).code()).isEqualTo(303);
  }

  @Test
  @DisplayName("两人同时写纪要：后一人逐处看到已保存的和自己填写的")
  void theSecondWriterSeesWhatDiffers() {
    String county = people.county();
    String office = people.reader(Role.OFFICE, county);
    String path = "/meetings/" + given.held(county);
    String seen = door.page(path + "/edit", office).page().select("[name=lock]").attr("value");
    write(office, path, decision(county, path, people.today()));

    Door.Answer second =
        write(office, path, Map.of("lock", seen, "conclusion-" + item(path), "会议不同意"));

    assertThat(second.code()).isEqualTo(409);
    assertThat(second.page().select(".errors tbody a").eachAttr("href"))
        .containsExactly(
            "#conclusion-" + item(path),
            "#words-" + item(path) + "-1",
            "#owner-" + item(path) + "-1",
            "#due-" + item(path) + "-1");
    assertThat(second.page().select(".errors tbody tr:first-child").text())
        .contains("会议同意", "会议不同意");
  }

  @Test
  @DisplayName("完成期限可以是会议当天，不能早于会议日期")
  void nothingIsDueBeforeTheMeeting() {
    String county = people.county();
    String office = people.reader(Role.OFFICE, county);
    String path = "/meetings/" + given.held(county);

    write(office, path, decision(county, path, people.today().minusDays(1)));
    Door.Answer before = people.send(office, path + "/minutes", Map.of());
    write(office, path, decision(county, path, people.today()));
    Door.Answer onTheDay = people.send(office, path + "/minutes", Map.of());

    assertThat(before.code()).isEqualTo(422);
    assertThat(before.page().select(".errors").text()).contains("不能早于会议日期");
    assertThat(onTheDay.code()).isEqualTo(303);
  }

  @Test
  @DisplayName("没有填全的纪要也能保存，一字不丢，写明还缺什么；印发时逐项列出，填全才能印发")
  void minutesMayBeIncompleteUntilTheyAreIssued() {
    String county = people.county();
    String office = people.reader(Role.OFFICE, county);
    String path = "/meetings/" + given.held(county);
    String first = item(path) + "-1";
    String second = item(path) + "-2";

    Door.Answer saved =
        write(
            office,
            path,
            Map.of(
                "conclusion-" + item(path),
                "",
                "words-" + first,
                "没有单位的事项",
                "due-" + first,
                "下个月",
                "owner-" + second,
                "OFFICE:" + county));
    Document draft = door.page(path + "/edit", office).page();
    Door.Answer refused = people.send(office, path + "/minutes", Map.of());

    assertThat(saved.code()).isEqualTo(303);
    assertThat(draft.select("#words-" + first).attr("value")).isEqualTo("没有单位的事项");
    assertThat(draft.select("#due-" + first).attr("value")).isEqualTo("下个月");
    assertThat(draft.select("#owner-" + second + " option[selected]").attr("value"))
        .isEqualTo("OFFICE:" + county);
    List<String> lacking =
        List.of("owner-" + first, "due-" + first, "words-" + second, "due-" + second);
    assertThat(draft.select(".gaps a").eachAttr("href"))
        .containsExactlyElementsOf(lacking.stream().map(field -> "#" + field).toList());
    assertThat(draft.select(".gaps").text()).contains("还有 1 个议题没有写结论", "“下个月”不是日期");
    assertThat(door.page(path, office).page().select(".gaps a")).hasSameSizeAs(lacking);
    assertThat(refused.code()).isEqualTo(422);
    assertThat(refused.page().select("#errors a").eachAttr("href"))
        .hasSize(1 + lacking.size())
        .contains("#conclusion-" + item(path));
    assertThat(refused.page().select("#words-" + first).attr("value")).isEqualTo("没有单位的事项");
    assertThat(door.page("/decisions", office).page().text()).doesNotContain("没有单位的事项");

    write(office, path, decision(county, path, people.today().plusDays(1)));
    assertThat(people.send(office, path + "/minutes", Map.of()).code()).isEqualTo(303);
    assertThat(door.page("/decisions", office).page().select("tbody tr")).hasSize(1);
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

  @Test
  @DisplayName("纪要只略去系统拟写的请求；培育办写的，“请示”“请假”开头的也一字不少")
  void minutesKeepWhateverTheOfficeWrote() {
    String county = people.county();
    long meeting = given.begun(county);
    items.save(
        Item.found(
            meeting,
            5,
            late.code(),
            new AgendaSource.Found("test-1", "逾期未报", "按现有数据；" + LateReports.TO_URGE, "")));
    items.save(
        Item.found(
            meeting,
            6,
            late.code(),
            new AgendaSource.Found("test-2", "逾期未报", "缺少数据；请假企业 3 家。", "")));
    items.save(
        Item.own(
            meeting,
            items.findByMeetingIdOrderByPlaceAscAndIdAsc(meeting),
            "资金",
            "资金缺口 300 万元；请示已报市政府。"));

    assertThat(minutes.paper(meetings.findById(meeting).orElseThrow()).entries())
        .extracting(Paper.Entry::reason)
        .contains("按现有数据。", "缺少数据；请假企业 3 家。", "资金缺口 300 万元；请示已报市政府。");
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
