package seedbed.web;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.serde.exceptions.SerdeException;
import io.micronaut.serde.exceptions.path.CollectionItemReferencePath;
import io.micronaut.serde.exceptions.path.MapItemReferencePath;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Why a request got no answer, in words for its user; the same for a page and for a program.
@Introspected
record Failure(
    HttpStatus status,
    String title,
    String sentence,
    List<FieldError> errors,
    @Nullable String reference) {

  static Failure of(ErrorContext context, HttpStatus answered) {
    return switch (context.getRootCause().orElse(null)) {
      case Refusal refusal ->
          new Failure(
              refusal.status(),
              title(refusal.status()),
              refusal.sentence(),
              refusal.errors(),
              null);
      case ConstraintViolationException invalid ->
          invalid(FormErrors.of(invalid.getConstraintViolations()).list());
      case UnsatisfiedRouteException missing ->
          invalid(List.of(new FieldError(missing.getArgument().getName(), "没有填写")));
      case ConversionErrorException wrong when isPart(wrong, context.getRequest()) ->
          plain(HttpStatus.NOT_FOUND);
      case ConversionErrorException wrong -> unreadable(wrong);
      case null -> plain(answered);
      case Throwable failure -> {
        Contention lost = Contention.of(failure);
        Outage gone = Outage.of(failure);
        yield lost != null ? late(lost) : gone != null ? without(gone) : plain(answered);
      }
    };
  }

  public int code() {
    return status.getCode();
  }

  boolean ours() {
    return code() >= 500;
  }

  /// What the sentence does not already say.
  public List<FieldError> points() {
    return errors.stream().filter(error -> !error.message().equals(sentence)).toList();
  }

  private static Failure plain(HttpStatus status) {
    return new Failure(
        status,
        title(status),
        sentence(status),
        List.of(),
        status.getCode() >= 500 ? newReference() : null);
  }

  private static Failure without(Outage gone) {
    return new Failure(
        HttpStatus.SERVICE_UNAVAILABLE,
        title(HttpStatus.SERVICE_UNAVAILABLE),
        gone.sentence(),
        List.of(),
        newReference());
  }

  private static String newReference() {
    return UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
  }

  private static Failure late(Contention lost) {
    return new Failure(
        HttpStatus.CONFLICT, title(HttpStatus.CONFLICT), lost.sentence(), List.of(), null);
  }

  private static Failure invalid(List<FieldError> errors) {
    return new Failure(
        HttpStatus.UNPROCESSABLE_ENTITY,
        title(HttpStatus.UNPROCESSABLE_ENTITY),
        "有 " + errors.size() + " 处填写有误，请改正后重新提交。",
        errors,
        null);
  }

  private static Failure unreadable(ConversionErrorException wrong) {
    for (Throwable cause = wrong.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof SerdeException unread && !unread.getPath().isEmpty()) {
        return invalid(List.of(new FieldError(path(unread), "值的格式不对，无法读取")));
      }
    }
    return invalid(List.of(new FieldError(wrong.getArgument().getName(), "内容的格式不对，无法读取")));
  }

  // As a program wrote it: figures[0].value
  private static String path(SerdeException unread) {
    var path = new StringBuilder();
    for (var step : unread.getPath().reversed()) {
      switch (step) {
        case CollectionItemReferencePath item -> path.append('[').append(item.index()).append(']');
        case MapItemReferencePath entry -> path.append('.').append(entry.key());
        default -> path.append('.').append(step.getArgument().getName());
      }
    }
    return path.charAt(0) == '.' ? path.substring(1) : path.toString();
  }

  // /companies/abc names nothing, as /companies/999999 does.
  private static boolean isPart(ConversionErrorException wrong, HttpRequest<?> request) {
    var value = wrong.getConversionError().getOriginalValue();
    return value.isPresent()
        && value.get() instanceof CharSequence text
        && List.of(request.getPath().split("/")).contains(text.toString());
  }

  private static String title(HttpStatus status) {
    return switch (status) {
      case BAD_REQUEST -> "请求无法读取";
      case UNAUTHORIZED -> "需要登录";
      case FORBIDDEN, MISDIRECTED_REQUEST -> "没有受理";
      case NOT_FOUND -> "没有找到";
      case METHOD_NOT_ALLOWED -> "不支持这种操作";
      case NOT_ACCEPTABLE, UNSUPPORTED_MEDIA_TYPE -> "格式不支持";
      case CONFLICT -> "内容已被更新";
      case REQUEST_ENTITY_TOO_LARGE -> "内容过大";
      case UNPROCESSABLE_ENTITY -> "填写有误";
      case SERVICE_UNAVAILABLE -> "暂时不能服务";
      default -> status.getCode() >= 500 ? "系统出错" : "请求未能完成";
    };
  }

  private static String sentence(HttpStatus status) {
    return switch (status) {
      case BAD_REQUEST -> "发来的内容不合语法，无法读取。请检查后重新提交。";
      case NOT_FOUND -> "这个地址没有对应的内容，可能已经移走，或者地址输入有误。";
      case METHOD_NOT_ALLOWED -> "这个地址不支持这种操作，请从页面上的按钮或链接进入。";
      case NOT_ACCEPTABLE -> "不能按要求的格式给出内容。";
      case UNSUPPORTED_MEDIA_TYPE -> "不支持这种内容格式。";
      case REQUEST_ENTITY_TOO_LARGE -> "提交的内容超过了 20 MB 的上限。请用浏览器的“后退”回到刚才的页面，压缩文件或者分几次提交。";
      case SERVICE_UNAVAILABLE -> "系统正忙或正在启动，请稍后再试。";
      default ->
          status.getCode() >= 500 ? "处理时发生意外，已经记录。没有完成的操作不会留下半截结果，可以稍后重试。" : "请求未能完成，请返回后重试。";
    };
  }
}
