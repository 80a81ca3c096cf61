package seedbed.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.exceptions.response.ErrorContext;

/// Gives an answer that is only an error status the words that every other error has.
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class BareErrors {

  private static final int FIRST_ERROR = 400;

  private final ErrorAnswers answers;

  BareErrors(ErrorAnswers answers) {
    this.answers = answers;
  }

  @ResponseFilter
  HttpResponse<?> complete(HttpRequest<?> request, MutableHttpResponse<?> response) {
    return response.code() < FIRST_ERROR || response.body() != null
        ? response
        : answers.processResponse(ErrorContext.builder(request).build(), response);
  }
}
