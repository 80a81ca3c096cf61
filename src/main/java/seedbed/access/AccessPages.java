package seedbed.access;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.View;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Arrays;
import java.util.List;

/// The table of roles and acts, for people.
@Hidden
@Controller("/access")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class AccessPages {

  private final AccessTable table;

  AccessPages(AccessTable table) {
    this.table = table;
  }

  @Introspected
  record Page(List<String> roles, List<Row> rows) {}

  @Introspected
  record Row(String act, List<Cell> cells) {}

  @Introspected
  record Cell(String role, String reach, boolean allowed) {}

  @Get
  @View("access/index")
  Page show() {
    return new Page(
        Arrays.stream(Role.values()).map(Role::label).toList(),
        Arrays.stream(Act.values()).map(this::row).toList());
  }

  private Row row(Act act) {
    return new Row(
        act.label(),
        Arrays.stream(Role.values())
            .map(role ->
                new Cell(role.label(), table.reach(role, act).label(), table.allows(role, act)))
            .toList());
  }
}
