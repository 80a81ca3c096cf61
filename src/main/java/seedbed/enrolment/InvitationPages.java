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
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.views.ModelAndView;
import io.micronaut.views.View;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.account.Account;
import seedbed.account.AccountSettings;
import seedbed.account.People;
import seedbed.signin.Entrance;
import seedbed.signin.Throttle;
import seedbed.web.FieldError;
import seedbed.web.FormErrors;
import seedbed.web.Origin;
import seedbed.web.Refusal;

/// Where a one-time link leads: choosing a password.
@Hidden
@Controller("/invitations/{token}")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class InvitationPages {

  /// The same for a link that was used, has run out, or never was.
  private static final String GONE = "这个链接已经失效：可能已经用过、过了期限，或者没有复制完整。请联系发给您链接的人重新发出。";

  private static final String PURPOSE = "invitation";

  private final Inviting inviting;
  private final Throttle throttle;
  private final Origin.Resolver origins;
  private final Entrance entrance;
  private final AccountSettings settings;
  private final People people;

  InvitationPages(
      Inviting inviting,
      Throttle throttle,
      Origin.Resolver origins,
      Entrance entrance,
      AccountSettings settings,
      People people) {
    this.inviting = inviting;
    this.throttle = throttle;
    this.origins = origins;
    this.entrance = entrance;
    this.settings = settings;
    this.people = people;
  }

  @Introspected
  record Page(
      String token,
      String name,
      String role,
      String username,
      List<String> rules,
      FormErrors errors) {}

  @Serdeable
  record Form(@Nullable String password, @Nullable String again) {}

  @Get
  @View("invitations/show")
  Page show(String token, HttpRequest<?> request) {
    return page(token, invited(token, request), FormErrors.NONE);
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> accept(String token, HttpRequest<?> request, @Body Form form) {
    Account account = invited(token, request);
    String password = form.password() == null ? "" : form.password();
    if (!password.equals(form.again())) {
      return wrong(token, account, List.of(new FieldError("again", "两次输入的口令不一致")));
    }
    return switch (inviting.accept(token, password)) {
      case Inviting.Answer.Gone _ -> throw new Refusal.Absent(GONE);
      case Inviting.Answer.Refused(var errors) -> wrong(token, account, errors);
      case Inviting.Answer.Accepted(var opened) -> entrance.welcome(opened, request);
    };
  }

  // A try is given back when the link was right: only guessing is slowed down.
  private Account invited(String token, HttpRequest<?> request) {
    var taken =
        throttle
            .takeFrom(origins.of(request).address(), PURPOSE)
            .orElseThrow(() -> new Refusal.TooMany("打开失效链接的次数过多，请过一会儿再试。"));
    Account account = inviting.find(token).orElseThrow(() -> new Refusal.Absent(GONE));
    throttle.giveBack(taken);
    return account;
  }

  private HttpResponse<?> wrong(String token, Account account, List<FieldError> errors) {
    return HttpResponse.unprocessableEntity()
        .body(new ModelAndView<>("invitations/show", page(token, account, FormErrors.of(errors))));
  }

  private Page page(String token, Account account, FormErrors errors) {
    return new Page(
        token,
        people.name(account),
        account.role().label(),
        account.username(),
        settings.passwordRules().sentences(),
        errors);
  }
}
