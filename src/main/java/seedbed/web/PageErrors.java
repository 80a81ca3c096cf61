package seedbed.web;

import io.micronaut.context.BeanProvider;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// Tells a person what went wrong, in the frame of every other page.
@Singleton
final class PageErrors {

  static final String HTML = "text/html;charset=UTF-8";

  private static final String FAILURE = "errors/failure";

  private final BeanProvider<Templates> templates;

  PageErrors(BeanProvider<Templates> templates) {
    this.templates = templates;
  }

  MutableHttpResponse<Object> answer(
      Failure failure, HttpRequest<?> request, MutableHttpResponse<?> response) {
    // Nobody waits for an unread count of a database that has just been missed.
    return failure.status() == HttpStatus.SERVICE_UNAVAILABLE
        ? response.<Object>body(templates.get().alone(FAILURE, failure, request)).contentType(HTML)
        : page(FAILURE, failure, request, response);
  }

  /// A form could not be taken as it was filled in: leads back to where it stands and keeps what
  /// was written.
  MutableHttpResponse<Object> refused(
      Failure failure,
      @Nullable String thing,
      HttpRequest<?> request,
      MutableHttpResponse<?> response) {
    return page(
        "errors/refused",
        new Refused(
            failure.code(),
            failure.title(),
            failure.sentence(),
            failure.points(),
            thing,
            SentForm.words(request)),
        request,
        response);
  }

  /// Somebody else was quicker: leads to the thing as it is now and keeps what was written.
  MutableHttpResponse<Object> overtaken(
      Failure failure,
      @Nullable String thing,
      HttpRequest<?> request,
      MutableHttpResponse<?> response) {
    return page(
        "errors/overtaken",
        new Overtaken(
            failure.code(), failure.title(), failure.sentence(), thing, SentForm.words(request)),
        request,
        response);
  }

  private MutableHttpResponse<Object> page(
      String view, Object model, HttpRequest<?> request, MutableHttpResponse<?> response) {
    return response.<Object>body(text(view, model, request)).contentType(HTML);
  }

  private String text(String view, Object model, HttpRequest<?> request) {
    try {
      return templates.get().text(view, model, request);
    } catch (RuntimeException fault) {
      if (Outage.of(fault) != Outage.DATABASE) {
        throw fault;
      }
      return templates.get().alone(view, model, request);
    }
  }
}
