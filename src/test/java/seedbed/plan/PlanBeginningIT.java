package seedbed.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.access.Role;
import seedbed.company.Company;
import seedbed.signin.Door;

/// Beginning a plan, and putting one aside that was begun by mistake.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("开始编制和放弃编制")
final class PlanBeginningIT {

  @Inject PlanPeople people;
  @Inject GivenPlans given;
  @Inject Plans plans;
  @Inject PlanVersions versions;
  @Inject Door door;

  private @Nullable Company known;
  private String owner = "";

  @BeforeEach
  void settle() {
    people.settle();
    known = people.company();
    owner = people.owner(company());
  }

  private Company company() {
    return Objects.requireNonNull(known);
  }

  @Test
  @DisplayName("两人同时开始、方案期重叠的，只建一份")
  void ofTwoOverlappingPlansOneIsBegun() throws Exception {
    String colleague = people.owner(company());
    String ownToken = door.page("/plans", owner).formToken();
    String otherToken = door.page("/plans", colleague).formToken();
    int first = given.span().first();
    List<Callable<Door.Answer>> both =
        List.of(
            () -> door.form("/plans", owner, years(ownToken, first)),
            () -> door.form("/plans", colleague, years(otherToken, first + 1)));

    List<Integer> codes;
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      codes =
          executor.invokeAll(both).stream().map(Future::resultNow).map(Door.Answer::code).toList();
    }

    assertThat(codes).containsExactlyInAnyOrder(303, 422);
    assertThat(plans.findByCompanyIdOrderByFirstYearDesc(company().id())).hasSize(1);
  }

  private static Map<String, String> years(String token, int first) {
    return Map.of("csrfToken", token, "first", "" + first, "years", "3");
  }

  @Test
  @DisplayName("从同一年开始、年数不同的，说已有方案，不说重复登记")
  void theSameFirstYearWithAnotherLengthOverlaps() {
    people.begun(owner, given.span().first());

    var refused =
        door.form(
            "/plans", owner, years(door.page("/plans", owner).formToken(), given.span().first()));

    assertThat(refused.code()).isEqualTo(422);
    assertThat(refused.page().select("#errors a[href=#first]").text()).contains("不能重叠", "放弃编制");
  }

  @Test
  @DisplayName("没有提交过的方案可以放弃，再选别的年度")
  void aPlanBegunForTheWrongYearsIsPutAside() {
    String page = people.begun(owner, given.span().first());
    assertThat(door.page(page, owner).page().select("[formaction$=/abandonment]")).hasSize(1);

    people.act(owner, page, "/abandonment", Map.of());

    assertThat(plans.findByCompanyIdOrderByFirstYearDesc(company().id())).isEmpty();
    assertThat(door.page(page, owner).code()).isEqualTo(404);
    assertThat(people.begun(owner, given.span().first() + 1)).isNotEqualTo(page);
  }

  @Test
  @DisplayName("别人刚改过的，不放弃")
  void whatSomebodyElseHasWrittenIsNotPutAside() {
    String page = people.begun(owner, given.span().first());
    String lock = door.page(page, owner).page().select("[name=lock]").attr("value");
    people.send(owner, page, "", Map.of("text-strategy", "做精主业"));

    var refused = people.send(owner, page, "/abandonment", Map.of("lock", lock));

    assertThat(refused.code()).isEqualTo(409);
    assertThat(door.page(page, owner).page().select("#text-strategy").text()).isEqualTo("做精主业");
  }

  @Test
  @DisplayName("提交过又撤回的，写明理由才能放弃；办理记录保留，同样的年度可以重新编制")
  void whatWasHandedInIsPutAsideWithAReason() {
    String page = people.begun(owner, given.span().first());
    people.act(owner, page, "/submission", given.complete(given.span()));
    people.act(owner, page, "/withdrawal", Map.of());

    var refused = people.send(owner, page, "/abandonment", Map.of("reason", " "));
    people.act(owner, page, "/abandonment", Map.of("reason", "产品方向改了"));

    assertThat(refused.code()).isEqualTo(422);
    assertThat(refused.page().select("#errors a[href=#reason]").text()).contains("写明理由");
    var shown = door.page(page, owner).page();
    assertThat(shown.select(".listing").text()).contains("放弃编制", "产品方向改了", "提交方案");
    assertThat(shown.select("[formaction$=/submission]")).isEmpty();
    String town = people.person(Role.TOWNSHIP, PlanPeople.TOWN);
    assertThat(door.page(page, town).page().select("main").text())
        .contains("已放弃", "产品方向改了", "提交以后才能查看内容");
    assertThat(people.begun(owner, given.span().first())).isNotEqualTo(page);
  }

  @Test
  @DisplayName("退回后的修改稿也能放弃；原方案继续执行，可以再修订")
  void aReturnedRevisionPutAsideLeavesThePlanInForce() {
    String page = people.begun(owner, given.span().first());
    people.act(owner, page, "/submission", given.complete(given.span()));
    String town = people.person(Role.TOWNSHIP, PlanPeople.TOWN);
    people.act(town, page, "/review", Map.of("answer", "forward"));
    String office = people.person(Role.OFFICE, PlanPeople.COUNTY);
    people.act(office, page, "/decision", Map.of("answer", "approve"));
    people.act(owner, page, "/revision", Map.of());
    people.act(owner, page, "/submission", given.complete(given.span()));
    people.act(town, page, "/review", Map.of("answer", "return", "note", "请细化"));

    people.act(owner, page, "/abandonment", Map.of("reason", "今年不改了"));

    assertThat(versions.findByPlanIdOrderByOrdinalDesc(id(page)))
        .extracting(Version::stage)
        .containsExactly(Stage.ABANDONED, Stage.RETURNED, Stage.APPROVED);
    assertThat(door.page("/plans?q=" + company().name(), town).page().select("tbody tr").text())
        .contains("已批准");
    people.act(owner, page, "/revision", Map.of());
    assertThat(versions.findByPlanIdOrderByOrdinalDesc(id(page)).getFirst().ordinal()).isEqualTo(4);
  }

  @Test
  @DisplayName("放弃修订稿，仍按原方案执行，可以再修订")
  void aRevisionPutAsideLeavesThePlanInForce() {
    String page = people.begun(owner, given.span().first());
    people.act(owner, page, "/submission", given.complete(given.span()));
    String town = people.person(Role.TOWNSHIP, PlanPeople.TOWN);
    people.act(town, page, "/review", Map.of("answer", "forward"));
    String office = people.person(Role.OFFICE, PlanPeople.COUNTY);
    people.act(office, page, "/decision", Map.of("answer", "approve"));
    people.act(owner, page, "/revision", Map.of());

    people.act(owner, page, "/abandonment", Map.of());

    assertThat(versions.findByPlanIdOrderByOrdinalDesc(id(page)))
        .extracting(Version::stage)
        .containsExactly(Stage.APPROVED);
    people.act(owner, page, "/revision", Map.of());
    assertThat(versions.findByPlanIdOrderByOrdinalDesc(id(page))).hasSize(2);
  }

  private static long id(String page) {
    return Long.parseLong(page.replaceFirst(".*/", ""));
  }
}
