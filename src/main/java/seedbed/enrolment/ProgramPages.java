package seedbed.enrolment;

import io.micronaut.core.annotation.Introspected;
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
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.views.ModelAndView;
import io.micronaut.views.View;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.access.Caller;
import seedbed.access.Role;
import seedbed.account.AccountState;
import seedbed.audit.Deed;
import seedbed.company.Regions;
import seedbed.web.Address;
import seedbed.web.Choice;
import seedbed.web.FieldError;
import seedbed.web.Flash;
import seedbed.web.FormErrors;
import seedbed.web.Refusal;

/// Tokens for other systems.
@Hidden
@Controller("/accounts/programs")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class ProgramPages {

  private final Programs programs;
  private final AccountCheck check;
  private final Regions regions;
  private final Clock clock;

  ProgramPages(Programs programs, AccountCheck check, Regions regions, Clock clock) {
    this.programs = programs;
    this.check = check;
    this.regions = regions;
    this.clock = clock;
  }

  @Introspected
  record Page(
      List<Programs.Line> lines,
      Form form,
      List<Choice> roles,
      List<Choice> regions,
      LocalDate tomorrow,
      LocalDate latest,
      FormErrors errors) {}

  @Introspected
  record TokenPage(String label, String username, String token, LocalDate until, boolean reading) {}

  /// @param until the last day on which the token works
  @Serdeable
  @Introspected
  record Form(
      @Nullable String username,
      @Nullable String label,
      @Nullable String role,
      @Nullable String region,
      @Nullable String unit,
      @Nullable String writing,
      @Nullable String until) {

    static final Form EMPTY = new Form(null, null, null, null, null, null, null);
  }

  @Get
  @View("accounts/programs")
  Page index() {
    return page(Form.EMPTY, FormErrors.NONE);
  }

  /// The token is in this answer alone.
  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> issue(Caller caller, @Body Form form, Deed deed) {
    List<FieldError> errors = new ArrayList<>();
    Programs.Order order = order(form, errors);
    if (order == null) {
      return HttpResponse.unprocessableEntity()
          .body(new ModelAndView<>("accounts/programs", page(form, FormErrors.of(errors))));
    }
    Programs.Issued issued = programs.issue(order, caller.account());
    deed.about("program", issued.account().id())
        .changed("角色", null, order.account().role().label())
        .changed("地区", null, order.account().regionCode())
        .changed("有效至", null, order.until())
        .noted(order.rights() == Programs.Rights.READING ? "只能查询" : "可以写入");
    return HttpResponse.ok(
        new ModelAndView<>(
            "accounts/token",
            new TokenPage(
                order.account().person().name(),
                order.account().username(),
                issued.token().text(),
                order.until(),
                order.rights() == Programs.Rights.READING)));
  }

  @Post("/{id}/revocation")
  @Consumes(MediaType.ALL)
  HttpResponse<?> revoke(long id, Deed deed) {
    if (!programs.revoke(id)) {
      throw new Refusal.Absent("没有这个程序账号，或者它已经停用。");
    }
    deed.changed("状态", AccountState.ACTIVE.label(), AccountState.DISABLED.label());
    return Flash.seeOther(Address.of("/accounts/programs"), "令牌已撤销，对方下一次调用即被拒绝");
  }

  private Programs.@Nullable Order order(Form form, List<FieldError> errors) {
    var asAccount =
        new AccountForm(
            form.username(),
            form.role(),
            form.region(),
            null,
            form.unit(),
            form.label(),
            null,
            null);
    LocalDate until = until(form.until(), errors);
    boolean suitable =
        Role.of(String.valueOf(form.role())).filter(Programs.ROLES::contains).isPresent();
    if (!suitable) {
      errors.add(new FieldError("role", "请选择程序的权限"));
    }
    return switch (check.account(asAccount)) {
      case AccountCheck.Checked.Bad(var more) -> {
        more.stream()
            .map(error ->
                error.field().equals("name") ? new FieldError("label", "请填写用途，不超过 40 个字") : error)
            .filter(error -> suitable || !error.field().equals("role"))
            .forEach(errors::add);
        yield null;
      }
      case AccountCheck.Checked.Good(var account) ->
          errors.isEmpty() && until != null
              ? new Programs.Order(
                  account,
                  form.writing() == null ? Programs.Rights.READING : Programs.Rights.WRITING,
                  until)
              : null;
    };
  }

  private @Nullable LocalDate until(@Nullable String typed, List<FieldError> errors) {
    try {
      LocalDate until = LocalDate.parse(typed == null ? "" : typed.strip());
      if (!until.isBefore(tomorrow()) && !until.isAfter(latest())) {
        return until;
      }
    } catch (DateTimeParseException _) {
      // Said below, in the same words as a day out of bounds.
    }
    errors.add(new FieldError("until", "有效期应在 " + tomorrow() + " 至 " + latest() + " 之间"));
    return null;
  }

  private LocalDate tomorrow() {
    return LocalDate.now(clock).plusDays(1);
  }

  private LocalDate latest() {
    return LocalDate.now(clock).plusYears(1);
  }

  private Page page(Form form, FormErrors errors) {
    return new Page(
        programs.lines(),
        form,
        Programs.ROLES.stream().map(role -> new Choice(role.code(), role.label())).toList(),
        AccountPages.regions(regions),
        tomorrow(),
        latest(),
        errors);
  }
}
