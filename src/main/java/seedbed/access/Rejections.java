package seedbed.access;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.security.authentication.AuthorizationException;
import io.micronaut.security.authentication.DefaultAuthorizationExceptionHandler;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import seedbed.web.Address;
import seedbed.web.Refusal;

/// What somebody who is turned away at the gate is told.
@Singleton
@Replaces(DefaultAuthorizationExceptionHandler.class)
final class Rejections implements ExceptionHandler<AuthorizationException, MutableHttpResponse<?>> {

  private static final String SIGN_IN = "/sign-in";

  private final ErrorResponseProcessor<?> errors;

  Rejections(ErrorResponseProcessor<?> errors) {
    this.errors = errors;
  }

  @Override
  @SuppressWarnings("rawtypes") // as the interface declares it
  public MutableHttpResponse<?> handle(HttpRequest request, AuthorizationException exception) {
    HttpRequest<?> refused = request;
    return switch (refused.getAttribute(Denial.ATTRIBUTE, Denial.class).orElse(null)) {
      case Denial.UNKNOWN -> signIn(refused);
      case Denial.UNFINISHED -> unfinished(refused);
      case Denial.NOT_ALLOWED -> answer(refused, new Refusal.NotAllowed("您的账号不能办理这一项。"));
      case Denial.ABSENT -> answer(refused, new Refusal.Absent("这个地址没有对应的内容，可能已经移走，或者地址输入有误。"));
      // Turned away by somebody else than the gate.
      case null -> answer(refused, new Refusal.NotAllowed("您的账号不能办理这一项。"));
    };
  }

  private MutableHttpResponse<?> signIn(HttpRequest<?> request) {
    return wantsPage(request)
        ? HttpResponse.seeOther(
            Address.of(SIGN_IN).with("to", Address.of(request).toString()).uri())
        : answer(
            request, new Refusal.SignInNeeded("没有登录，或登录已经超时。请另开一个窗口登录，再回到这一页重新提交；已填写的内容仍在这一页。"));
  }

  private MutableHttpResponse<?> unfinished(HttpRequest<?> request) {
    Standing standing = request.getUserPrincipal(Standing.class).orElse(null);
    return standing != null && wantsPage(request)
        ? HttpResponse.seeOther(Address.of(standing.step().page()).uri())
        : answer(request, new Refusal.SignInNeeded("登录还没有完成：请先在网页上完成第二步验证或更换口令。"));
  }

  private static boolean wantsPage(HttpRequest<?> request) {
    return request.getMethod() == HttpMethod.GET
        && !request.getPath().startsWith("/api/")
        && request.accept().stream().anyMatch(Rejections::isPage);
  }

  private static boolean isPage(@Nullable MediaType type) {
    return MediaType.TEXT_HTML_TYPE.equals(type);
  }

  private MutableHttpResponse<?> answer(HttpRequest<?> request, Refusal refusal) {
    return errors.processResponse(
        ErrorContext.builder(request).cause(refusal).build(),
        HttpResponse.status(refusal.status()));
  }
}
