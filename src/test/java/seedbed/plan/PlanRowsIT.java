package seedbed.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.access.Role;
import seedbed.signin.Door;

/// The rows of a plan through all its versions, and as many of them as it may have.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("方案各表的行")
final class PlanRowsIT {

  @Inject PlanPeople people;
  @Inject GivenPlans given;
  @Inject GoalRows goals;
  @Inject PlanVersions versions;
  @Inject ContentRows rows;
  @Inject Door door;
  @Inject Clock clock;

  private String owner = "";
  private String town = "";
  private String office = "";

  @BeforeEach
  void settle() {
    people.settle();
    owner = people.owner(people.company());
    town = people.person(Role.TOWNSHIP, PlanPeople.TOWN);
    office = people.person(Role.OFFICE, PlanPeople.COUNTY);
  }

  private void approve(String page, Map<String, String> fields) {
    people.act(owner, page, "/submission", fields);
    people.act(town, page, "/review", Map.of("answer", "forward"));
    people.act(office, page, "/decision", Map.of("answer", "approve"));
  }

  private static long id(String page) {
    return Long.parseLong(page.replaceFirst(".*/", ""));
  }

  @Test
  @DisplayName("删去的任务，序号不再给别的任务：新任务从未开始起，没有别人的进展")
  void theNumberOfARemovedTaskIsNotGivenAgain() {
    String page = people.begun(owner, given.span().first());
    approve(page, given.complete(given.span()));
    int quarter = Quarter.of(LocalDate.now(clock)).before().place();
    people.act(
        owner,
        page,
        "/tasks/2/progress",
        Map.of("quarter", "" + quarter, "state", "STALLED", "words", "缺设备"));
    people.act(owner, page, "/revision", Map.of());
    Map<String, String> shorter = new HashMap<>(given.complete(given.span()));
    shorter.keySet().removeIf(field -> field.startsWith("task-2-"));
    people.send(owner, page, "", shorter);

    assertThat(spare(page)).isEqualTo("task-3-name");

    approve(page, shorter);
    people.act(owner, page, "/revision", Map.of());
    String spare = spare(page).replaceFirst("-name$", "");
    Map<String, String> longer = new HashMap<>(shorter);
    longer.put(spare + "-name", "试验任务丙");
    longer.put(spare + "-owner", "王五");
    longer.put(spare + "-due", given.span().last() + "-06-30");
    approve(page, longer);

    assertThat(spare).isEqualTo("task-3");
    assertThat(goals.tasks(id(page)))
        .filteredOn(task -> task.name().equals("试验任务丙"))
        .singleElement()
        .satisfies(task -> {
          assertThat(task.number()).isEqualTo(3);
          assertThat(task.state()).isEqualTo(TaskState.WAITING);
          assertThat(task.reported()).isNull();
        });
    assertThat(door.page(page, owner).page().select("#progress").text()).doesNotContain("缺设备");
  }

  /// The first empty row for tasks that the company is shown.
  private String spare(String page) {
    return door.page(page, owner).page().select("textarea[name^=task-][name$=-name]").stream()
        .filter(field -> field.text().isEmpty())
        .findFirst()
        .orElseThrow()
        .attr("name");
  }

  @Test
  @DisplayName("七张表各填六十行，照样保存和提交")
  void aPlanOfTheMostRowsIsHandedIn() {
    String page = people.begun(owner, given.span().first());
    Map<String, String> full = new HashMap<>(given.complete(given.span()));
    for (RowSort sort : RowSort.all()) {
      for (int number = 1; number <= Content.MOST_ROWS; number++) {
        for (RowSort.Part part : sort.parts()) {
          full.put(
              sort.field(number, part),
              switch (part.code()) {
                case "from" -> given.span().first() + "-01-01";
                case "due" -> given.span().last() + "-12-31";
                case "amount" -> "120";
                default -> part.label() + number;
              });
        }
      }
    }

    people.act(owner, page, "/submission", full);

    Version handedIn = versions.findByPlanIdOrderByOrdinalDesc(id(page)).getFirst();
    assertThat(handedIn.stage()).isEqualTo(Stage.TOWNSHIP);
    assertThat(rows.of(handedIn.id()).items(ItemKind.INCENTIVE)).hasSize(Content.MOST_ROWS);
  }

  @Test
  @DisplayName("超过六十行的，指出是哪张表")
  void tooManyRowsPointAtTheirTable() {
    String page = people.begun(owner, given.span().first());
    Map<String, String> many = new HashMap<>();
    for (int number = 1; number <= Content.MOST_ROWS + 1; number++) {
      many.put("item-project-" + number + "-name", "项目" + number);
    }

    var answer = people.send(owner, page, "", many);

    assertThat(answer.page().select("#errors a[href=#item-project]").text()).contains("61 行");
    assertThat(answer.page().select("#item-project h2").text()).contains("项目计划");
  }

  @Test
  @DisplayName("页面上没有的栏目不保存，编制时间空着也保存")
  void whatNoPageShowsIsNotKept() {
    String page = people.begun(owner, given.span().first());
    String spare = "item-foo-1-name";

    people.send(
        owner,
        page,
        "",
        Map.of("text-zzz", "看不到", spare, "看不到", "text-strategy", "做精主业", "t".repeat(90), "长"));

    var kept = rows.of(versions.findByPlanIdOrderByOrdinalDesc(id(page)).getFirst().id());
    assertThat(kept.fields()).containsOnlyKeys("text-strategy");
    var form = door.page(page, owner).page().select("#plan");
    assertThat(form.hasAttr("novalidate")).isTrue();
    assertThat(form.select("#prepared").attr("type")).isEqualTo("text");
  }
}
