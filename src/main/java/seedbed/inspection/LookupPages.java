package seedbed.inspection;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.View;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.access.Act;
import seedbed.access.Caller;
import seedbed.access.Matters;
import seedbed.access.Permission;
import seedbed.access.Permissions;
import seedbed.access.Scope;
import seedbed.web.ChosenDay;
import seedbed.web.FieldError;
import seedbed.web.FormErrors;

/// What an inspector sees first: a company is looked up before it is inspected.
@Hidden
@Controller("/lookups")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class LookupPages {

  /// One character would list half of the register.
  private static final int SHORTEST = 2;

  private static final int LONGEST = 120;

  private final Lookup lookup;
  private final InspectionDuties duties;
  private final List<Matters> matters;
  private final Permissions permissions;

  LookupPages(
      Lookup lookup, InspectionDuties duties, List<Matters> matters, Permissions permissions) {
    this.lookup = lookup;
    this.duties = duties;
    this.matters = List.copyOf(matters);
    this.permissions = permissions;
  }

  @Get
  @View("lookups/index")
  LookupPage index(@QueryValue @Nullable String q, ChosenDay chosen, Permission permission) {
    Caller caller = permission.caller();
    return page(q, chosen, permission.scope())
        .awaiting(duties.of(caller).orElse(null), permissions.allow(caller, Act.FILE_INSPECTION))
        .owing(
            chosen.past()
                ? List.of()
                : matters.stream().flatMap(each -> each.of(caller).stream()).toList());
  }

  private LookupPage page(@Nullable String q, ChosenDay chosen, Scope scope) {
    String words = q == null ? "" : q.strip();
    if (words.isEmpty()) {
      return lookup.duties(chosen.day(), scope);
    }
    if (words.length() < SHORTEST || words.length() > LONGEST) {
      return new LookupPage(
          words, FormErrors.of(List.of(new FieldError("q", "请输入 2 至 120 个字。"))), List.of(), false);
    }
    return lookup.find(words, chosen.day(), scope);
  }
}
