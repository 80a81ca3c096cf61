package seedbed.signin;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
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
import java.net.URI;
import org.jspecify.annotations.Nullable;
import seedbed.access.Standing;
import seedbed.audit.Deed;
import seedbed.web.FieldError;
import seedbed.web.FormErrors;
import seedbed.web.Origin;

/// Signing in and out.
@Hidden
@Controller
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class SignInPages {

  private static final String WRONG = "登录名或口令不对。连续输错 5 次会锁定一段时间。";
  private static final String WRONG_CODE = "动态口令不对，或刚刚用过。请等验证器显示下一个再输入。";
  private static final String LOCKED = "输错次数过多，暂时不能登录。请过一会儿再试，或请系统管理员重置口令。";

  private final SignIn signIn;
  private final Sessions sessions;
  private final SessionCookie cookie;
  private final Origin.Resolver origins;
  private final Entrance entrance;
  private final Oidc oidc;

  SignInPages(
      SignIn signIn,
      Sessions sessions,
      SessionCookie cookie,
      Origin.Resolver origins,
      Entrance entrance,
      Oidc oidc) {
    this.entrance = entrance;
    this.oidc = oidc;
    this.signIn = signIn;
    this.sessions = sessions;
    this.cookie = cookie;
    this.origins = origins;
  }

  @Introspected
  record SignInPage(String username, String to, boolean elsewhere, FormErrors errors) {}

  @Introspected
  record CodePage(String to, FormErrors errors) {}

  @Serdeable
  record SignInForm(@Nullable String username, @Nullable String password, @Nullable String to) {}

  @Serdeable
  record CodeForm(@Nullable String code, @Nullable String to) {}

  @Get("/sign-in")
  HttpResponse<?> show(HttpRequest<?> request, @Nullable String to) {
    boolean done =
        request
            .getUserPrincipal(Standing.class)
            .filter(standing -> standing.step() == Standing.Step.COMPLETE)
            .isPresent();
    return done
        ? HttpResponse.seeOther(place(to))
        : HttpResponse.ok(new ModelAndView<>("sign-in/index", page("", to, FormErrors.NONE)));
  }

  @Post("/sign-in")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> signIn(HttpRequest<?> request, @Body SignInForm form, Deed deed) {
    String username = form.username() == null ? "" : form.username();
    String password = form.password() == null ? "" : form.password();
    if (username.isBlank() || password.isEmpty()) {
      return again(form, HttpStatus.UNPROCESSABLE_ENTITY, "请填写登录名和口令。");
    }
    deed.signingIn(username);
    return switch (signIn.withPassword(
        username, password, Session.Kind.BROWSER, origins.of(request))) {
      case SignIn.Outcome.Admitted(var account, var opened) -> {
        deed.by(account.id(), opened.session().id());
        yield entrance.welcome(opened, place(form.to()));
      }
      case SignIn.Outcome.Wrong _ -> again(form, HttpStatus.UNPROCESSABLE_ENTITY, WRONG);
      case SignIn.Outcome.Locked _ -> again(form, HttpStatus.TOO_MANY_REQUESTS, LOCKED);
    };
  }

  @Get("/sign-in/second-factor")
  @View("sign-in/second-factor")
  CodePage askCode(@Nullable String to) {
    return new CodePage(place(to).toString(), FormErrors.NONE);
  }

  @Post("/sign-in/second-factor")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> takeCode(HttpRequest<?> request, @Body CodeForm form) {
    Sessions.Found half =
        request.getAttribute(SessionFetcher.FOUND, Sessions.Found.class).orElseThrow();
    if (half.session().passed()) {
      // A code alone must not lengthen a session that is open already.
      return HttpResponse.seeOther(place(form.to()));
    }
    String code = form.code() == null ? "" : form.code();
    return switch (signIn.withCode(half, code, origins.of(request))) {
      case SignIn.Outcome.Admitted(_, var opened) -> entrance.welcome(opened, place(form.to()));
      case SignIn.Outcome.Wrong _ -> codeAgain(form, HttpStatus.UNPROCESSABLE_ENTITY, WRONG_CODE);
      case SignIn.Outcome.Locked _ -> codeAgain(form, HttpStatus.TOO_MANY_REQUESTS, LOCKED);
    };
  }

  @Post("/sign-out")
  @Consumes(MediaType.ALL)
  HttpResponse<?> signOut(HttpRequest<?> request) {
    request
        .getAttribute(SessionFetcher.FOUND, Sessions.Found.class)
        .ifPresent(found -> sessions.end(found.session().id()));
    return HttpResponse.seeOther(URI.create("/sign-in")).cookie(cookie.gone());
  }

  private MutableHttpResponse<?> again(SignInForm form, HttpStatus status, String sentence) {
    return HttpResponse.status(status)
        .body(
            new ModelAndView<>(
                "sign-in/index",
                page(
                    form.username() == null ? "" : form.username(),
                    form.to(),
                    FormErrors.of(new FieldError("username", sentence)))));
  }

  private SignInPage page(String username, @Nullable String to, FormErrors errors) {
    return new SignInPage(username, place(to).toString(), oidc.offered(), errors);
  }

  private static MutableHttpResponse<?> codeAgain(
      CodeForm form, HttpStatus status, String sentence) {
    return HttpResponse.status(status)
        .body(
            new ModelAndView<>(
                "sign-in/second-factor",
                new CodePage(
                    place(form.to()).toString(), FormErrors.of(new FieldError("code", sentence)))));
  }

  // Only a path of this server: an address of another one would send people there.
  static URI place(@Nullable String to) {
    boolean ours =
        to != null && to.startsWith("/") && !to.startsWith("//") && to.matches("[!-~&&[^\\\\]]+");
    try {
      return ours ? URI.create(to) : URI.create("/");
    } catch (IllegalArgumentException _) {
      return URI.create("/");
    }
  }
}
