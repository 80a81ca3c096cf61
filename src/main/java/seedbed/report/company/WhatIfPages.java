package seedbed.report.company;

import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import seedbed.access.Scope;
import seedbed.web.ChosenDay;

/// What would be if figures were different. Asking changes nothing, so a link and a form do the
/// same.
@Hidden
@Controller("/companies/{id}/what-if")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class WhatIfPages {
  private static final String VIEW = "companies/what-if";

  private final WhatIf whatIf;

  WhatIfPages(WhatIf whatIf) {
    this.whatIf = whatIf;
  }

  @Get
  HttpResponse<?> asked(long id, Scope scope, ChosenDay chosen, HttpParameters parameters) {
    var typed = new LinkedHashMap<String, String>();
    parameters.forEach((name, values) -> typed.put(name, values.getFirst()));
    return answer(id, scope, chosen, typed);
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> sent(
      long id,
      Scope scope,
      ChosenDay chosen,
      HttpParameters parameters,
      @Body Map<String, @Nullable Object> form) {
    var typed = new LinkedHashMap<String, String>();
    parameters.forEach((name, values) -> typed.put(name, values.getFirst()));
    form.forEach((name, value) -> typed.put(name, value == null ? "" : value.toString()));
    return answer(id, scope, chosen, typed);
  }

  private HttpResponse<?> answer(
      long id, Scope scope, ChosenDay chosen, Map<String, String> typed) {
    var page = whatIf.page(id, scope, chosen, typed);
    var view = new ModelAndView<>(VIEW, page);
    return page.errors().any()
        ? HttpResponse.unprocessableEntity().body(view)
        : HttpResponse.ok(view);
  }
}
