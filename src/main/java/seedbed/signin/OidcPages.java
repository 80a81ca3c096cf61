package seedbed.signin;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import seedbed.account.Account;
import seedbed.audit.Deed;
import seedbed.secret.Sealing;
import seedbed.web.PublicAddress;
import seedbed.web.Refusal;

/// Signing in by way of the organisation's identity provider. It opens no account: who has none
/// here stays outside.
@Hidden
@Controller("/sign-in/oidc")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class OidcPages {

  private static final String COOKIE = "seedbed-oidc";
  private static final String PLACE = "sign-in.oidc";
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final String CALLBACK = "/sign-in/oidc/answer";

  private static final String NOT_LET_IN = "统一登录没有成功，或者您在本系统还没有开通账号。请返回登录页重试，仍不行请联系本单位的系统管理员。";

  private final Oidc oidc;
  private final OidcDoor door;
  private final Entrance entrance;
  private final SessionSettings settings;
  private final PublicAddress outside;
  private final Sealing sealing;
  private final Clock clock;

  OidcPages(
      Oidc oidc,
      OidcDoor door,
      Entrance entrance,
      SessionSettings settings,
      PublicAddress outside,
      Sealing sealing,
      Clock clock) {
    this.oidc = oidc;
    this.door = door;
    this.entrance = entrance;
    this.settings = settings;
    this.outside = outside;
    this.sealing = sealing;
    this.clock = clock;
  }

  /// What is kept in the browser while it is away, sealed.
  private record Journey(Oidc.Errand errand, URI to, Instant until) {

    String text() {
      return String.join(
          " ", errand.state(), errand.nonce(), errand.verifier(), until.toString(), to.toString());
    }

    static Journey of(String text) {
      String[] parts = text.split(" ", 5);
      return new Journey(
          new Oidc.Errand(parts[0], parts[1], parts[2]),
          URI.create(parts[4]),
          Instant.parse(parts[3]));
    }
  }

  @Get
  HttpResponse<?> leave(HttpRequest<?> request, @Nullable String to) {
    requireOffered();
    var journey =
        new Journey(Oidc.Errand.fresh(), SignInPages.place(to), clock.instant().plus(PATIENCE));
    URI question =
        oidc.question(journey.errand, callback(request))
            .orElseThrow(() -> new Refusal.Absent("统一登录暂时连接不上，请稍后再试，或用本系统的登录名和口令登录。"));
    return HttpResponse.seeOther(question)
        .cookie(cookie(sealing.seal(journey.text(), PLACE)).maxAge(PATIENCE));
  }

  @Get("/answer")
  HttpResponse<?> comeBack(HttpRequest<?> request, Deed deed) {
    requireOffered();
    Journey journey = journey(request).orElseThrow(() -> new Refusal.NotAllowed(NOT_LET_IN));
    Account account =
        oidc.answer(request.getUri(), journey.errand, callback(request))
            .flatMap(who -> {
              deed.signingIn(who.name());
              return door.account(who);
            })
            .orElseThrow(() -> new Refusal.NotAllowed(NOT_LET_IN));
    deed.signingIn(account.username());
    return entrance
        .welcome(account, request, journey.to)
        .toMutableResponse()
        .cookie(cookie("").maxAge(0));
  }

  private Optional<Journey> journey(HttpRequest<?> request) {
    try {
      return request
          .getCookies()
          .findCookie(COOKIE)
          .map(cookie -> Journey.of(sealing.open(cookie.getValue(), PLACE)))
          .filter(journey -> clock.instant().isBefore(journey.until));
    } catch (IllegalStateException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private void requireOffered() {
    if (!oidc.offered()) {
      throw new Refusal.Absent("这个地址没有对应的内容，可能已经移走，或者地址输入有误。");
    }
  }

  private URI callback(HttpRequest<?> request) {
    return URI.create(outside.link(request, CALLBACK));
  }

  private Cookie cookie(String value) {
    return Cookie.of(COOKIE, value)
        .path("/sign-in/oidc")
        .httpOnly(true)
        .secure(settings.secure())
        .sameSite(SameSite.Lax);
  }
}
