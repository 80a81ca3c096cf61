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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import seedbed.web.Refusal;
import seedbed.web.SentForm;

/// Lets a change through only when it carries the token of the session it comes with.
///
/// The library's filter answers 500 now and then when the body of a form arrives late
/// (`newFilterContext is null`); this one waits for the body on a thread that may wait.
@ServerFilter(patternStyle = FilterPatternStyle.ANT, value = ServerFilter.MATCH_ALL_PATTERN)
final class FormFilter implements Ordered {

  private static final String FIELD = "csrfToken";
  private static final String HEADER = "X-CSRF-TOKEN";

  /// The longest delimiter, one head line and the token, which is 43 letters long.
  private static final int FIRST_PART = 256;

  private static final Pattern TOKEN_PART =
      Pattern.compile(
          "--[^\\r\\n]{1,70}\\r\\n(?i:Content-Disposition): form-data; name=\"?"
              + FIELD
              + "\"?\\r\\n\\r\\n([A-Za-z0-9_-]{1,64})\\r\\n");

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

  private static @Nullable String token(HttpRequest<?> request) {
    String header = request.getHeaders().get(HEADER);
    MediaType type = request.getContentType().orElse(null);
    if (header != null || !(request instanceof ServerHttpRequest<?> served)) {
      return header;
    }
    if (MediaType.MULTIPART_FORM_DATA_TYPE.equals(type)) {
      return firstPart(served).orElse(null);
    }
    return MediaType.APPLICATION_FORM_URLENCODED_TYPE.equals(type)
        ? field(served).orElse(null)
        : null;
  }

  /// A form that uploads a file says its token first, so that this much of the body is enough. The
  /// file itself is not asked for: it comes in when it is wanted, past the memory.
  private static Optional<String> firstPart(ServerHttpRequest<?> served) {
    try (var copy = served.byteBody().split(SplitBackpressureMode.FASTEST);
        var body = copy.toInputStream()) {
      var start = new String(body.readNBytes(FIRST_PART), StandardCharsets.ISO_8859_1);
      var part = TOKEN_PART.matcher(start);
      return part.lookingAt() ? Optional.of(part.group(1)) : Optional.empty();
    } catch (IOException unread) {
      // Too long is said by the server itself, in the words of every other answer.
      throw unread.getCause() instanceof RuntimeException refused
          ? refused
          : new UncheckedIOException(unread);
    }
  }

  private static Optional<String> field(ServerHttpRequest<?> served) {
    try (var copy = served.byteBody().split(SplitBackpressureMode.FASTEST);
        var whole = copy.buffer().join()) {
      String body = whole.toString(StandardCharsets.UTF_8);
      SentForm.of(served, body);
      return Arrays.stream(body.split("&", -1))
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
