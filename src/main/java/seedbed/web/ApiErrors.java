package seedbed.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;

/// Tells a program what went wrong, as a problem document.
@Singleton
final class ApiErrors {

  MutableHttpResponse<Object> answer(
      Failure failure, HttpRequest<?> request, MutableHttpResponse<?> response) {
    return response
        .<Object>body(Problem.of(failure, request.getPath()))
        .contentType(MediaType.APPLICATION_JSON_PROBLEM_TYPE);
  }
}
