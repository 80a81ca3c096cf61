package seedbed.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import jakarta.inject.Singleton;

/// Hands refusals and programming errors to {@link ErrorAnswers}, which logs the latter once.
@Singleton
final class Failures implements ExceptionHandler<Throwable, HttpResponse<?>> {

  private final ErrorAnswers answers;

  Failures(ErrorAnswers answers) {
    this.answers = answers;
  }

  @Override
  @SuppressWarnings("rawtypes") // as the interface declares it
  public HttpResponse<?> handle(HttpRequest request, Throwable exception) {
    HttpRequest<?> failed = request;
    return answers.processResponse(
        ErrorContext.builder(failed).cause(exception).build(), HttpResponse.serverError());
  }
}
