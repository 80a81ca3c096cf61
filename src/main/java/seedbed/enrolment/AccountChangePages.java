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
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.views.ModelAndView;
import io.micronaut.views.View;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import seedbed.access.Caller;
import seedbed.access.Role;
import seedbed.account.Account;
import seedbed.account.People;
import seedbed.account.Person;
import seedbed.audit.Deed;
import seedbed.company.Regions;
import seedbed.web.Address;
import seedbed.web.Choice;
import seedbed.web.FieldError;
import seedbed.web.Flash;
import seedbed.web.FormErrors;
import seedbed.web.Refusal;

/// Closing, opening again, resetting and changing one account.
@Hidden
@Controller("/accounts/{id}")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class AccountChangePages {

  private final AccountSheets sheets;
  private final AccountKeeping keeping;
  private final AccountCheck check;
  private final OneTimeLink.Writer links;
  private final People people;
  private final Regions regions;
  private final HandOver handOver;

  AccountChangePages(
      AccountSheets sheets,
      AccountKeeping keeping,
      AccountCheck check,
      OneTimeLink.Writer links,
      People people,
      Regions regions,
      HandOver handOver) {
    this.sheets = sheets;
    this.keeping = keeping;
    this.check = check;
    this.links = links;
    this.people = people;
    this.regions = regions;
    this.handOver = handOver;
  }

  @Introspected
  record EditPage(
      long id,
      String username,
      long version,
      AccountForm form,
      boolean ofCompany,
      List<Choice> roles,
      List<Choice> regions,
      FormErrors errors) {}

  @Serdeable
  record ResetForm(@Nullable String factor) {}

  @Get("/edit")
  @View("accounts/edit")
  EditPage edit(long id) {
    Account account = sheets.person(id);
    Person person = people.of(account);
    AccountForm form =
        new AccountForm(
            account.username(),
            account.role().code(),
            account.regionCode(),
            null,
            account.unit(),
            person.name(),
            person.phone(),
            person.email());
    return page(account, form, FormErrors.NONE);
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> change(
      long id, @QueryValue long version, Caller caller, @Body AccountForm form, Deed deed) {
    Account account = sheets.unchanged(id, version);
    return switch (seat(account, form)) {
      case AccountCheck.Checked.Bad(var errors) -> wrong(account, form, errors);
      case AccountCheck.Checked.Good(var seat) ->
          switch (keeping.change(account, seat.post(), seat.person(), caller.account())) {
            case AccountKeeping.Outcome.Refused(var sentence) ->
                wrong(account, form, List.of(new FieldError("role", sentence)));
            case AccountKeeping.Outcome.Done _, AccountKeeping.Outcome.Invited _ -> {
              told(deed, account, seat);
              yield Flash.seeOther(address(id), "账号已修改，对方下一次操作即按新的角色和地区办理");
            }
          };
    };
  }

  @Post("/closure")
  @Consumes(MediaType.ALL)
  HttpResponse<?> close(long id, HttpRequest<?> request, Caller caller) {
    return after(
        request,
        id,
        keeping.close(sheets.person(id), caller.account()),
        "账号已停用，已登录的随即退出" + left(id));
  }

  /// What waits for somebody else now; empty when nothing does.
  private String left(long id) {
    String shares =
        handOver.of(id).stream()
            .filter(share -> share.count() > 0)
            .map(share -> share.label() + " " + share.count() + " 项")
            .collect(Collectors.joining("、"));
    return shares.isEmpty() ? "" : "；名下还有" + shares + "，请办理移交";
  }

  @Post("/reopening")
  @Consumes(MediaType.ALL)
  HttpResponse<?> reopen(long id, HttpRequest<?> request, Caller caller) {
    return after(request, id, keeping.reopen(sheets.person(id), caller.account()), "账号已恢复使用");
  }

  @Post("/unlocking")
  @Consumes(MediaType.ALL)
  HttpResponse<?> unlock(long id) {
    keeping.unlock(sheets.person(id));
    return Flash.seeOther(address(id), "锁定已解除，可以重新登录");
  }

  /// A new link, for a person who waits for one or has forgotten the password.
  @Post("/reset")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> reset(
      long id, HttpRequest<?> request, Caller caller, @Body ResetForm form, Deed deed) {
    AccountKeeping.Factor factor =
        form.factor() == null ? AccountKeeping.Factor.KEPT : AccountKeeping.Factor.REMOVED;
    deed.noted(factor == AccountKeeping.Factor.KEPT ? "动态口令保留" : "动态口令一并取消");
    return after(request, id, keeping.reset(sheets.person(id), factor, caller.account()), "口令已重置");
  }

  private AccountCheck.Checked<AccountCheck.Seat> seat(Account account, AccountForm form) {
    if (account.role() != Role.COMPANY) {
      return check.seat(form);
    }
    // A company's account stays the company's; only the person behind it changes.
    List<FieldError> errors = new ArrayList<>();
    Person person = check.person(form, errors);
    return errors.isEmpty()
        ? new AccountCheck.Checked.Good<>(new AccountCheck.Seat(account.post(), person))
        : new AccountCheck.Checked.Bad<>(errors);
  }

  private void told(Deed deed, Account account, AccountCheck.Seat seat) {
    deed.changed("角色", account.role().label(), seat.post().role().label())
        .changed("地区", account.regionCode(), seat.post().regionCode())
        .changed("单位", account.unit(), seat.post().unit());
    if (!people.of(account).equals(seat.person())) {
      deed.noted("姓名或联系方式已修改");
    }
  }

  private HttpResponse<?> after(
      HttpRequest<?> request, long id, AccountKeeping.Outcome outcome, String done) {
    return switch (outcome) {
      case AccountKeeping.Outcome.Done _ -> Flash.seeOther(address(id), done);
      case AccountKeeping.Outcome.Invited(var issued) ->
          HttpResponse.ok(new ModelAndView<>("accounts/issued", links.of(request, issued)));
      case AccountKeeping.Outcome.Refused(var sentence) ->
          throw new Refusal.Invalid("account", sentence);
    };
  }

  private HttpResponse<?> wrong(Account account, AccountForm form, List<FieldError> errors) {
    return HttpResponse.unprocessableEntity()
        .body(new ModelAndView<>("accounts/edit", page(account, form, FormErrors.of(errors))));
  }

  private EditPage page(Account account, AccountForm form, FormErrors errors) {
    return new EditPage(
        account.id(),
        account.username(),
        account.version(),
        form,
        account.role() == Role.COMPANY,
        Arrays.stream(Role.values())
            .filter(role -> role != Role.COMPANY)
            .map(role -> new Choice(role.code(), role.label()))
            .toList(),
        AccountPages.regions(regions),
        errors);
  }

  private static Address address(long id) {
    return Address.of("/accounts/" + id);
  }
}
