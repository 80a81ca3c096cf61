package seedbed.signin;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
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
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.access.Caller;
import seedbed.account.Account;
import seedbed.account.AccountSettings;
import seedbed.account.Accounts;
import seedbed.account.PasswordChange;
import seedbed.account.People;
import seedbed.account.Person;
import seedbed.web.Address;
import seedbed.web.FieldError;
import seedbed.web.Flash;
import seedbed.web.FormErrors;
import seedbed.web.Origin;
import seedbed.web.Refusal;

/// What everybody does with the own account: password, sessions.
@Hidden
@Controller("/account")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class OwnAccountPages {

  private final Accounts accounts;
  private final People people;
  private final PasswordProof proof;
  private final PasswordChange passwordChange;
  private final Sessions sessions;
  private final SessionCookie cookie;
  private final AccountSettings settings;
  private final Origin.Resolver origins;

  OwnAccountPages(
      Accounts accounts,
      People people,
      PasswordProof proof,
      PasswordChange passwordChange,
      Sessions sessions,
      SessionCookie cookie,
      AccountSettings settings,
      Origin.Resolver origins) {
    this.accounts = accounts;
    this.people = people;
    this.proof = proof;
    this.passwordChange = passwordChange;
    this.sessions = sessions;
    this.cookie = cookie;
    this.settings = settings;
    this.origins = origins;
  }

  @Introspected
  record AccountPage(
      String username,
      String role,
      @Nullable String unit,
      Person person,
      boolean secondFactor,
      boolean secondFactorRequired,
      @Nullable Instant passwordSetAt,
      List<SessionLine> sessions) {

    public boolean others() {
      return sessions.size() > 1;
    }
  }

  @Introspected
  record SessionLine(
      long id,
      String kind,
      @Nullable String address,
      @Nullable String agent,
      Instant openedAt,
      Instant seenAt,
      boolean current) {}

  @Introspected
  record PasswordPage(List<String> rules, FormErrors errors) {}

  @Serdeable
  record PasswordForm(
      @Nullable String current, @Nullable String password, @Nullable String again) {}

  @Get
  @View("account/index")
  AccountPage show(Caller caller) {
    Account account = own(caller);
    return new AccountPage(
        account.username(),
        account.role().label(),
        account.unit(),
        people.of(account),
        account.hasSecondFactor(),
        settings.secondFactor().contains(account.role()),
        account.passwordSetAt(),
        sessions.of(account.id()).stream().map(session -> line(session, caller)).toList());
  }

  @Post("/sessions/{id}/end")
  @Consumes(MediaType.ALL)
  HttpResponse<?> end(long id, Caller caller) {
    if (!sessions.endOwn(id, caller.account())) {
      throw new Refusal.Absent("这个登录已经结束。");
    }
    return Flash.seeOther(Address.of("/account"), "已让那一处退出登录");
  }

  @Post("/sessions/end")
  @Consumes(MediaType.ALL)
  HttpResponse<?> endOthers(Caller caller) {
    long ended = sessions.endOthers(caller.account(), caller.session());
    return Flash.seeOther(Address.of("/account"), "其他 " + ended + " 处已退出登录");
  }

  @Get("/password")
  @View("account/password")
  PasswordPage password() {
    return new PasswordPage(settings.passwordRules().sentences(), FormErrors.NONE);
  }

  @Post("/password")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> changePassword(HttpRequest<?> request, Caller caller, @Body PasswordForm form) {
    String password = form.password() == null ? "" : form.password();
    if (!password.equals(form.again())) {
      return again(HttpStatus.UNPROCESSABLE_ENTITY, "again", "两次输入的新口令不一致");
    }
    Account account = own(caller);
    Origin origin = origins.of(request);
    return switch (proof.ask(account, form.current() == null ? "" : form.current(), origin)) {
      case LOCKED -> again(HttpStatus.TOO_MANY_REQUESTS, "current", PasswordProof.LOCKED);
      case WRONG -> again(HttpStatus.UNPROCESSABLE_ENTITY, "current", "现在的口令不对");
      case RIGHT -> {
        var here = request.getAttribute(SessionFetcher.FOUND, Sessions.Found.class).orElseThrow();
        yield chosen(new Sessions.Found(here.session(), account), password, origin);
      }
    };
  }

  private HttpResponse<?> chosen(Sessions.Found here, String password, Origin origin) {
    return switch (passwordChange.set(here.account(), password)) {
      case PasswordChange.Changed(var changed) -> {
        // Whoever knew the old password may still be in somewhere.
        sessions.endOthers(changed.id(), 0);
        var opened = sessions.replace(here, origin);
        yield Flash.seeOther(Address.of("/account"), "口令已更换，其他地方的登录都已退出")
            .toMutableResponse()
            .cookie(cookie.of(opened.token()));
      }
      case PasswordChange.Refused(var errors) ->
          again(HttpStatus.UNPROCESSABLE_ENTITY, FormErrors.of(errors));
    };
  }

  private HttpResponse<?> again(HttpStatus status, String field, String sentence) {
    return again(status, FormErrors.of(new FieldError(field, sentence)));
  }

  private HttpResponse<?> again(HttpStatus status, FormErrors errors) {
    return HttpResponse.status(status)
        .body(
            new ModelAndView<>(
                "account/password",
                new PasswordPage(settings.passwordRules().sentences(), errors)));
  }

  private Account own(Caller caller) {
    return accounts.findById(caller.account()).orElseThrow(() -> new Refusal.Absent("账号已经不在。"));
  }

  private static SessionLine line(Session session, Caller caller) {
    String kind =
        switch (session.kind()) {
          case BROWSER -> "网页";
          case PROGRAM -> "接口登录";
          case TOKEN -> "接口令牌";
        };
    return new SessionLine(
        session.id(),
        session.label() == null ? kind : kind + "：" + session.label(),
        session.address(),
        session.agent(),
        session.openedAt(),
        session.seenAt(),
        session.id() == caller.session());
  }
}
