package seedbed.signin;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.body.ByteBody.SplitBackpressureMode;
import io.micronaut.http.filter.FilterPatternStyle;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import seedbed.web.Refusal;

/// Lets a change through only when it carries the token of the session it comes with.
///
/// The library's filter answers 500 now and then when the body of a form arrives late
/// (`newFilterContext is null`); this one waits for the body on a thread that may wait.
@ServerFilter(patternStyle = FilterPatternStyle.ANT, value = ServerFilter.MATCH_ALL_PATTERN)
final class FormFilter implements Ordered {

  private static final String FIELD = "csrfToken";
  private static final String HEADER = "X-CSRF-TOKEN";
  private static final Set<HttpMethod> READING =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private final Csrf csrf;

  FormFilter(Csrf csrf) {
    this.csrf = csrf;
  }

  /// After the gate, which has found the session.
  @Override
  public int getOrder() {
    return ServerFilterPhase.SECURITY.after();
  }

  @RequestFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  void check(HttpRequest<?> request) {
    Session session =
        request
            .getAttribute(SessionFetcher.FOUND, Sessions.Found.class)
            .map(Sessions.Found::session)
            .orElse(null);
    // Without a cookie there is nothing to abuse: nobody signed in, or a program with its token.
    if (session == null
        || session.kind() != Session.Kind.BROWSER
        || READING.contains(request.getMethod())) {
      return;
    }
    if (!csrf.fits(session, token(request))) {
      throw new Refusal.NotAllowed("页面打开得太久或不是从本系统打开的，没有执行。请返回上一页，刷新后再提交；已填写的内容仍在那一页。");
    }
  }

  /// A form that uploads a file has it in its address: such a body is not read before it is wanted.
  private static @Nullable String token(HttpRequest<?> request) {
    MediaType type = request.getContentType().orElse(null);
    if (MediaType.MULTIPART_FORM_DATA_TYPE.equals(type)) {
      return request.getParameters().get(FIELD);
    }
    String header = request.getHeaders().get(HEADER);
    return header != null || !MediaType.APPLICATION_FORM_URLENCODED_TYPE.equals(type)
        ? header
        : field(request).orElse(null);
  }

  private static Optional<String> field(HttpRequest<?> request) {
    if (!(request instanceof ServerHttpRequest<?> served)) {
      return Optional.empty();
    }
    try (var copy = served.byteBody().split(SplitBackpressureMode.FASTEST);
        var whole = copy.buffer().join()) {
      return Arrays.stream(whole.toString(StandardCharsets.UTF_8).split("&", -1))
          .filter(pair -> pair.startsWith(FIELD + "="))
          .map(pair -> pair.substring(FIELD.length() + 1))
          .findFirst()
          .flatMap(FormFilter::decoded);
    }
  }

  // A token that cannot even be read is none.
  private static Optional<String> decoded(String value) {
    try {
      return Optional.of(URLDecoder.decode(value, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
