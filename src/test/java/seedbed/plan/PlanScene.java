package seedbed.plan;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import seedbed.access.Role;
import seedbed.company.Company;
import seedbed.signin.Door;

/// A company whose plan is written, handled and followed by those whose turn it is.
abstract class PlanScene {

  @Inject PlanPeople people;
  @Inject GivenPlans given;
  @Inject PlanVersions versions;
  @Inject ContentRows rows;
  @Inject GoalRows goals;
  @Inject Door door;
  @Inject Clock clock;

  @Nullable Company known;

  String owner = "";
  String town = "";
  String office = "";

  @BeforeEach
  void settle() {
    people.settle();
    known = people.company();
    owner = people.owner(company());
    town = people.person(Role.TOWNSHIP, PlanPeople.TOWN);
    office = people.person(Role.OFFICE, PlanPeople.COUNTY);
  }

  Company company() {
    return Objects.requireNonNull(known);
  }

  String begun() {
    return people.begun(owner, given.span().first());
  }

  String approved() {
    String page = begun();
    people.act(owner, page, "/submission", given.complete(given.span()));
    people.act(town, page, "/review", Map.of("answer", "forward"));
    people.act(office, page, "/decision", Map.of("answer", "approve"));
    return page;
  }

  static long id(String page) {
    return Long.parseLong(page.replaceFirst(".*/", ""));
  }

  Version newest(String page) {
    return versions.findByPlanIdOrderByOrdinalDesc(id(page)).getFirst();
  }

  GoalRows.Task task(String page, int number) {
    return goals.tasks(id(page)).stream()
        .filter(task -> task.number() == number)
        .findFirst()
        .orElseThrow();
  }

  /// What the township's list says of this company.
  String tasks(String standing) {
    return door.page("/plans/tasks?size=200&show=" + standing, town)
        .page()
        .select("tbody tr:contains(" + company().name() + ")")
        .text();
  }

  String messages(String session) {
    return door.page("/inbox", session).page().select(".messages").text();
  }
}
