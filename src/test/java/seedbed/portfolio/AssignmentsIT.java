package seedbed.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.access.Role;
import seedbed.company.Company;
import seedbed.company.TitleHolding;
import seedbed.company.TitleHolding.FromPrecision;
import seedbed.company.TitleHoldings;
import seedbed.portfolio.LeaderPeople.Person;
import seedbed.signin.Door;

/// Links kept in the browser: one, many, ended, handed over; and who acts for a leader.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("挂钩安排")
final class AssignmentsIT {

  @Inject LeaderPeople people;
  @Inject Assignments assignments;
  @Inject Linking linking;
  @Inject TitleHoldings holdings;
  @Inject Door door;

  private Person office;
  private Person leader;
  private Person other;
  private Company first;
  private Company second;

  @BeforeEach
  void settle() {
    people.settle();
    office = people.person(Role.OFFICE, LeaderPeople.COUNTY, "办事员");
    leader = people.person(Role.LEADER, LeaderPeople.COUNTY, "王领导");
    other = people.person(Role.LEADER, LeaderPeople.COUNTY, "李领导");
    first = people.company("挂钩甲", LeaderPeople.TOWN);
    second = people.company("挂钩乙", LeaderPeople.OTHER_TOWN);
  }

  private Map<String, String> order(Person of, String kind, String names) {
    return Map.of(
        "leader",
        "" + of.account().id(),
        "kind",
        kind,
        "from",
        people.today().toString(),
        "document",
        "分工文件",
        "names",
        names);
  }

  private Door.Answer link(Person of, String kind, String names) {
    return people.send(office, "/assignments/new", "/assignments", order(of, kind, names));
  }

  private List<Long> held(Person of, LocalDate day) {
    return assignments.of(of.account().id(), day).stream().map(Assignment::companyId).toList();
  }

  @Test
  @DisplayName("粘贴名单先核对：对不上的逐行说明，对上的才登记")
  void aPastedListIsLookedThroughAndThenLinked() {
    String names = first.name() + "\n没有这家公司\n" + second.name();

    var shown =
        people.send(
            office, "/assignments/new", "/assignments/preview", order(leader, "leader", names));

    assertThat(shown.code()).isEqualTo(200);
    assertThat(shown.page().select("tbody tr").eachText()).hasSize(2);
    assertThat(shown.page().select(".listing").text()).contains("没有这家公司");
    assertThat(held(leader, people.today())).isEmpty();
    people.done(link(leader, "leader", names));
    assertThat(held(leader, people.today())).containsExactlyInAnyOrder(first.id(), second.id());
    assertThat(door.page("/assignments?leader=" + leader.account().id(), office.session()).body())
        .contains(first.name(), "王领导", "四套班子领导", "分工文件");
  }

  @Test
  @DisplayName("外地企业、别处领导都登记不上")
  void nothingBeyondTheRegionIsLinked() {
    Company elsewhere = people.company("外县", LeaderPeople.OTHER_COUNTY);
    Person stranger = people.person(Role.LEADER, LeaderPeople.OTHER_COUNTY, "外县领导");

    assertThat(link(leader, "leader", elsewhere.name()).code()).isEqualTo(422);
    assertThat(link(stranger, "leader", first.name()).code()).isEqualTo(422);
    assertThat(held(leader, people.today())).isEmpty();
    assertThat(held(stranger, people.today())).isEmpty();
  }

  @Test
  @DisplayName("同一类别重叠的一家也不登记，说明和谁重叠；另一类别可以")
  void overlappingLinksOfAKindAreRefused() {
    people.done(link(leader, "leader", first.name()));

    var refused = link(other, "leader", first.name() + "\n" + second.name());

    assertThat(refused.code()).isEqualTo(422);
    assertThat(refused.page().select("tbody").text()).contains("王领导", "不能重叠");
    assertThat(held(other, people.today())).isEmpty();
    people.done(link(other, "town", first.name()));
    assertThat(held(other, people.today())).containsExactly(first.id());
  }

  @Test
  @DisplayName("两人同时给同一家企业登记，只成一个")
  void ofTwoAtOnceOneIsTold() throws InterruptedException, ExecutionException {
    List<Callable<Linking.Linked>> both = new ArrayList<>();
    for (Person each : List.of(leader, other)) {
      both.add(() ->
          linking.link(
              new Linking.Order(each.account().id(), AssignmentKind.LEADER, people.today(), null),
              List.of(second.id(), first.id())));
    }

    List<Linking.Linked> outcomes = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(2)) {
      for (Future<Linking.Linked> future : threads.invokeAll(both)) {
        outcomes.add(future.get());
      }
    }

    assertThat(outcomes).hasAtLeastOneElementOfType(Linking.Linked.Done.class);
    assertThat(outcomes).hasAtLeastOneElementOfType(Linking.Linked.Refused.class);
    assertThat(assignments.ofCompanies(List.of(first.id()), people.today())).hasSize(1);
  }

  @Test
  @DisplayName("结束要写原因；结束以后领导不再看到；第二个办理的人得到 409")
  void anEndIsDatedAndTheSecondWriterIsTold() {
    people.link(leader, first);
    long id = assignments.of(leader.account().id(), people.today()).getFirst().id();
    String page = "/assignments/" + id;
    LocalDate yesterday = people.today().minusDays(1);
    String version =
        door.page(page, office.session()).page().select("[name=version]").attr("value");
    Map<String, String> end =
        Map.of("version", version, "lastDay", yesterday.toString(), "reason", "分工调整");

    assertThat(people.send(office, page, page + "/ending", Map.of("version", version)).code())
        .isEqualTo(422);
    people.done(people.send(office, page, page + "/ending", end));

    assertThat(people.send(office, "/assignments/new", page + "/ending", end).code())
        .isEqualTo(409);
    assertThat(held(leader, people.today())).isEmpty();
    assertThat(held(leader, yesterday)).containsExactly(first.id());
    assertThat(door.page("/companies/" + first.id(), leader.session()).code()).isEqualTo(404);
    assertThat(door.page("/assignments?show=ended&q=" + first.name(), office.session()).body())
        .contains("分工调整");
  }

  @Test
  @DisplayName("移交在一个动作里办完，历史不变；页面打开后有变化的，不办")
  void everythingIsHandedOverOnADay() {
    people.link(leader, first, second);
    String page = "/assignments/hand-over?from=" + leader.account().id();
    String seen = door.page(page, office.session()).page().select("[name=seen]").attr("value");
    Map<String, String> form =
        Map.of(
            "from",
            "" + leader.account().id(),
            "to",
            "" + other.account().id(),
            "kind",
            "",
            "day",
            people.today().toString(),
            "document",
            "新分工",
            "seen",
            seen);
    Company third = people.company("挂钩丙", LeaderPeople.TOWN);
    people.link(leader, third);

    assertThat(people.send(office, page, "/assignments/hand-over", form).code()).isEqualTo(409);
    assertThat(held(other, people.today())).isEmpty();
    Map<String, String> fresh = new java.util.HashMap<>(form);
    fresh.put("seen", door.page(page, office.session()).page().select("[name=seen]").attr("value"));
    people.done(people.send(office, page, "/assignments/hand-over", fresh));

    assertThat(held(other, people.today()))
        .containsExactlyInAnyOrder(first.id(), second.id(), third.id());
    assertThat(held(leader, people.today())).isEmpty();
    assertThat(held(leader, people.today().minusDays(1))).hasSize(3);
    assertThat(door.page("/companies/" + first.id(), other.session()).code()).isEqualTo(200);
  }

  @Test
  @DisplayName("在库企业没有某一类挂钩的列得出来，登记后就不在其中")
  void whoOfThePoolHasNobodyIsListed() {
    holdings.save(
        new TitleHolding(
            0,
            first.id(),
            "rugao-pool",
            people.today().minusYears(1),
            FromPrecision.DAY,
            null,
            people.today().minusYears(1),
            null,
            null,
            "试验文件",
            null,
            "试验"));

    String list = "/assignments?show=no-leader&q=" + first.name();
    assertThat(door.page(list, office.session()).page().select("tbody").text())
        .contains(first.name());
    people.done(link(leader, "leader", first.name()));
    assertThat(door.page(list, office.session()).page().select("tbody").text()).isEmpty();
    assertThat(
            door.page("/assignments?show=no-town&q=" + first.name(), office.session())
                .page()
                .select("tbody")
                .text())
        .contains(first.name());
  }

  @Test
  @DisplayName("联络员看到领导的企业，只在任期内；联络员的联络员看不到")
  void anAideSeesTheLeadersPortfolioWhileItActs() {
    people.link(leader, first);
    Person aide = people.person(Role.LEADER, LeaderPeople.COUNTY, "联络员");
    Person further = people.person(Role.LEADER, LeaderPeople.COUNTY, "再下一位");
    people.lend(aide, further);
    assertThat(door.page("/companies/" + first.id(), aide.session()).code()).isEqualTo(404);

    people.done(people.send(leader, "/aides", "/aides", Map.of("aide", "" + aide.account().id())));

    assertThat(door.page("/companies/" + first.id(), aide.session()).code()).isEqualTo(200);
    assertThat(door.page("/portfolio", aide.session()).page().select(".cards h3 a").text())
        .isEqualTo(first.name());
    assertThat(door.page("/companies/" + second.id(), aide.session()).code()).isEqualTo(404);
    assertThat(door.page("/companies/" + first.id(), further.session()).code()).isEqualTo(404);
    String ending =
        door.page("/aides", leader.session()).page().select("form[action$=/ending]").attr("action");
    assertThat(people.send(other, "/aides", ending, Map.of()).code()).isEqualTo(404);
    people.done(people.send(leader, "/aides", ending, Map.of()));
    assertThat(door.page("/companies/" + first.id(), aide.session()).code()).isEqualTo(404);
  }

  @Test
  @DisplayName("培育办为领导指定联络员；外地账号、本人和重复的指定不了")
  void theOfficeAppointsWithinItsRegion() {
    Person aide = people.person(Role.LEADER, LeaderPeople.COUNTY, "联络员");
    Person stranger = people.person(Role.LEADER, LeaderPeople.OTHER_COUNTY, "外县");
    String of = "" + leader.account().id();

    people.done(appoint(of, aide));

    assertThat(appoint(of, aide).code()).isEqualTo(422);
    assertThat(appoint(of, leader).code()).isEqualTo(422);
    assertThat(appoint(of, stranger).code()).isEqualTo(422);
    assertThat(door.page("/aides", office.session()).body()).contains("王领导", "联络员");
  }

  private Door.Answer appoint(String leader, Person aide) {
    return people.send(
        office, "/aides", "/aides", Map.of("leader", leader, "aide", "" + aide.account().id()));
  }

  @Test
  @DisplayName("镇（街道）只看本镇的挂钩，不能登记")
  void aTownshipSeesItsOwnAndArrangesNothing() {
    people.link(leader, first, second);
    Person township = people.person(Role.TOWNSHIP, LeaderPeople.TOWN, "镇干部");

    String seen = door.page("/assignments?size=200", township.session()).body();

    assertThat(seen).contains(first.name()).doesNotContain(second.name());
    assertThat(door.page("/assignments/new", township.session()).code()).isEqualTo(403);
    assertThat(door.page("/assignments.xlsx", township.session()).code()).isEqualTo(200);
  }
}
