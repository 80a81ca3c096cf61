package seedbed.web;

import io.micronaut.context.BeanProvider;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;

/// Tells a person what went wrong, in the frame of every other page.
@Singleton
final class PageErrors {

  static final String HTML = "text/html;charset=UTF-8";

  private final BeanProvider<Templates> templates;

  PageErrors(BeanProvider<Templates> templates) {
    this.templates = templates;
  }

  MutableHttpResponse<Object> answer(
      Failure failure, HttpRequest<?> request, MutableHttpResponse<?> response) {
    return response
        .<Object>body(templates.get().text("errors/failure", failure, request))
        .contentType(HTML);
  }
}
