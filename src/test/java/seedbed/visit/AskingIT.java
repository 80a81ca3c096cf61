package seedbed.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.access.Role;
import seedbed.company.Company;
import seedbed.portfolio.LeaderPeople;
import seedbed.portfolio.LeaderPeople.Person;
import seedbed.signin.Door;

/// A note that becomes a request.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("走访记录转为企业诉求")
final class AskingIT {

  private static final String NOTE = "看了新车间。企业希望协调用地，约十五亩。";

  @Inject LeaderPeople people;
  @Inject Visits visits;
  @Inject VisitRequests links;
  @Inject Additions additions;
  @Inject Door door;
  @Inject java.time.Clock clock;

  private Person leader;
  private Company company;
  private String visit;

  @BeforeEach
  void settle() {
    people.settle();
    leader = people.person(Role.LEADER, LeaderPeople.COUNTY, "王领导");
    company = people.company("转诉求", LeaderPeople.TOWN);
    people.link(leader, company);
    visit = visit(NOTE, false);
  }

  private String visit(String note, boolean shared) {
    return "/visits/"
        + visits
            .save(
                new Visit(
                    0,
                    company.id(),
                    leader.account().id(),
                    people.today(),
                    null,
                    note,
                    shared,
                    leader.account().username(),
                    clock.instant()))
            .id();
  }

  private long id() {
    return Long.parseLong(visit.substring("/visits/".length()));
  }

  private Door.Answer ask(Person by, Map<String, String> typed) {
    return people.send(by, "/account", visit + "/requests", typed);
  }

  private static Map<String, String> wish(String subject, int seen) {
    return new HashMap<>(
        Map.of("kind", "land", "subject", subject, "wanted", "约十五亩", "seen", "" + seen));
  }

  private static Map<String, String> offered(Document form) {
    Map<String, String> typed = new HashMap<>();
    form.select("form[action$=/requests] [name]")
        .forEach(field ->
            typed.put(
                field.attr("name"),
                field.normalName().equals("textarea") ? field.wholeText() : field.val()));
    typed.put("kind", form.select("#kind option[selected]").val());
    return typed;
  }

  @Test
  @DisplayName("表单按记录填好，照着提交就成；走访和诉求互相看得到")
  void theFormIsFilledAndWhatItRaisesIsShownOnBothSides() {
    additions.save(
        new Addition(0, id(), "已约自然资源局。", false, leader.account().username(), clock.instant()));
    var form = door.page(visit + "/requests/new", leader.session()).page();
    Map<String, String> typed = offered(form);
    assertThat(typed)
        .containsEntry("kind", "land")
        .containsEntry("subject", "企业希望协调用地，约十五亩")
        .containsEntry("wanted", NOTE + "\n已约自然资源局。");

    people.done(ask(leader, typed));

    long request = links.of(id()).getFirst();
    var shown = door.page(visit, leader.session()).page();
    assertThat(shown.select("a[href=/requests/" + request + "]").text()).isEqualTo("企业希望协调用地，约十五亩");
    assertThat(shown.select(".head .button").eachText()).contains("再提一件诉求");
    var raised = door.page("/requests/" + request, leader.session()).page();
    assertThat(raised.select("main").text()).contains("用地厂房", "已约自然资源局", company.name());
    assertThat(raised.select("main a[href=" + visit + "]").text())
        .isEqualTo(people.today() + " 王领导的走访");
  }

  @Test
  @DisplayName("联络员、镇（街道）、培育办都可以转；管不到的看不到，也转不了")
  void whoMayRaiseMayTurnANoteIntoARequest() {
    Person aide = people.person(Role.LEADER, LeaderPeople.COUNTY, "小张");
    people.lend(leader, aide);
    Person town = people.person(Role.TOWNSHIP, LeaderPeople.TOWN, "本镇");
    Person office = people.person(Role.OFFICE, LeaderPeople.COUNTY, "培育办");
    int seen = 0;
    for (Person may : List.of(leader, aide, town, office)) {
      assertThat(door.page(visit, may.session()).page().select(".head .button").eachText())
          .containsAnyOf("转为企业诉求", "再提一件诉求");
      people.done(ask(may, wish("第" + seen + "件", seen)));
      seen++;
    }

    Person otherLeader = people.person(Role.LEADER, LeaderPeople.COUNTY, "李领导");
    Person otherTown = people.person(Role.TOWNSHIP, LeaderPeople.OTHER_TOWN, "别镇");
    for (Person blind : List.of(otherLeader, otherTown)) {
      assertThat(door.page(visit + "/requests/new", blind.session()).code()).isEqualTo(404);
      assertThat(ask(blind, wish("别人的", seen)).code()).isEqualTo(404);
    }
    assertThat(links.of(id())).hasSize(seen);
  }

  @Test
  @DisplayName("企业看不到的记录，企业不能转；部门看到诉求来自走访，但没有走访的链接")
  void theNoteStaysWithThoseWhoReadIt() {
    Person owner = people.owner(company);
    assertThat(door.page(visit, owner.session()).body()).doesNotContain("转为企业诉求");
    assertThat(door.page(visit + "/requests/new", owner.session()).code()).isEqualTo(404);
    assertThat(ask(owner, wish("企业自己提", 0)).code()).isEqualTo(404);
    Map<String, String> labour = wish("缺工十人", 0);
    labour.put("kind", "labour");
    people.done(ask(leader, labour));

    Person unit = people.department("人社局");
    String page = "/requests/" + links.of(id()).getFirst();
    assertThat(door.page(page, unit.session()).page().select("main").text())
        .contains("来自 " + people.today() + " 王领导的走访");
    assertThat(door.page(page, unit.session()).page().select("a[href^=/visits/]")).isEmpty();
    assertThat(door.page(visit, owner.session()).page().select("main").text()).contains("缺工十人");
  }

  @Test
  @DisplayName("再提交一次不会多出一件：说明已经转过，写的都留着；确是另一件事的可以再提")
  void theSameNoteIsNotTurnedTwiceByAccident() {
    people.done(ask(leader, wish("协调用地", 0)));

    Door.Answer again = ask(leader, wish("又写一遍", 0));

    assertThat(again.code()).isEqualTo(409);
    assertThat(links.of(id())).hasSize(1);
    assertThat(again.page().select("main").text()).contains("已经转为诉求", "协调用地");
    Map<String, String> kept = offered(again.page());
    assertThat(kept).containsEntry("subject", "又写一遍").containsEntry("wanted", "约十五亩");
    people.done(ask(leader, kept));
    assertThat(links.of(id())).hasSize(2);
  }

  @Test
  @DisplayName("两人同时转，只成一件，另一人看到已经转过")
  void ofTwoAtOnceOneIsTold() throws Exception {
    Person aide = people.person(Role.LEADER, LeaderPeople.COUNTY, "小张");
    people.lend(leader, aide);
    List<Integer> codes;
    try (var both = Executors.newFixedThreadPool(2)) {
      List<Callable<Integer>> asks =
          List.of(
              () -> ask(leader, wish("领导提", 0)).code(), () -> ask(aide, wish("联络员提", 0)).code());
      codes = both.invokeAll(asks).stream().map(Future::resultNow).sorted().toList();
    }

    assertThat(codes).containsExactly(303, 409);
    assertThat(links.of(id())).hasSize(1);
    assertThat(
            door.page("/requests?q=" + company.name(), leader.session()).page().select("tbody tr"))
        .hasSize(1);
  }

  @Test
  @DisplayName("超过字数的说明现有多少字，写的一个字不少")
  void whatIsTooLongIsKeptWhole() {
    Map<String, String> typed = wish("协调用地", 0);
    typed.put("wanted", "地".repeat(2_001));

    Door.Answer refused = ask(leader, typed);

    assertThat(refused.code()).isEqualTo(422);
    assertThat(refused.page().select(".errors").text()).contains("2000", "2001");
    assertThat(refused.page().select("#wanted").text()).hasSize(2_001);
    assertThat(links.of(id())).isEmpty();
  }
}
