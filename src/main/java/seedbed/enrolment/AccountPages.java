package seedbed.enrolment;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.ModelAndView;
import io.micronaut.views.View;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Arrays;
import java.util.List;
import seedbed.access.Caller;
import seedbed.access.Role;
import seedbed.audit.Deed;
import seedbed.company.Regions;
import seedbed.web.Choice;
import seedbed.web.FormErrors;
import seedbed.web.PageRequest;

/// The list of accounts, and opening one.
@Hidden
@Controller("/accounts")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class AccountPages {

  private final AccountList list;
  private final AccountSheets sheets;
  private final AccountCheck check;
  private final Inviting inviting;
  private final OneTimeLink.Writer links;
  private final Regions regions;

  AccountPages(
      AccountList list,
      AccountSheets sheets,
      AccountCheck check,
      Inviting inviting,
      OneTimeLink.Writer links,
      Regions regions) {
    this.list = list;
    this.sheets = sheets;
    this.check = check;
    this.inviting = inviting;
    this.links = links;
    this.regions = regions;
  }

  @Introspected
  record NewPage(AccountForm form, List<Choice> roles, List<Choice> regions, FormErrors errors) {}

  @Get
  @View("accounts/index")
  AccountList.Page index(@RequestBean AccountFilter filter, PageRequest page) {
    return list.page(filter, page);
  }

  @Get("/new")
  @View("accounts/new")
  NewPage blank() {
    return form(AccountForm.EMPTY, FormErrors.NONE);
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> open(HttpRequest<?> request, Caller caller, @Body AccountForm form, Deed deed) {
    return switch (check.account(form)) {
      case AccountCheck.Checked.Bad(var errors) ->
          HttpResponse.unprocessableEntity()
              .body(new ModelAndView<>("accounts/new", form(form, FormErrors.of(errors))));
      case AccountCheck.Checked.Good(var wanted) -> {
        Inviting.Issued issued = inviting.open(wanted, caller.account());
        deed.about("account", issued.account().id())
            .changed("角色", null, wanted.role().label())
            .changed("地区", null, wanted.regionCode());
        yield HttpResponse.ok(new ModelAndView<>("accounts/issued", links.of(request, issued)));
      }
    };
  }

  @Get("/{id}")
  @View("accounts/show")
  AccountSheet show(long id, Caller caller) {
    return sheets.of(id, caller);
  }

  private NewPage form(AccountForm form, FormErrors errors) {
    return new NewPage(form, roles(), regions(regions), errors);
  }

  private static List<Choice> roles() {
    return Arrays.stream(Role.values()).map(role -> new Choice(role.code(), role.label())).toList();
  }

  static List<Choice> regions(Regions regions) {
    return regions.findAllOrderByCode().stream()
        .map(region -> new Choice(region.code(), region.name() + "（" + region.code() + "）"))
        .toList();
  }
}
