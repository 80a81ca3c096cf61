package seedbed.web;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.views.DefaultViewsResolver;
import io.micronaut.views.ModelAndView;
import jakarta.inject.Singleton;
import java.util.Optional;

/// Which template an answer is rendered with: the one it names itself before the one of its route;
/// none for an answer that is empty or already text, as the pages of errors are.
@Singleton
@Replaces(DefaultViewsResolver.class)
final class Views extends DefaultViewsResolver {

  @Override
  public Optional<String> resolveView(HttpRequest<?> request, HttpResponse<?> response) {
    return switch (response.body()) {
      case null -> Optional.empty();
      case CharSequence _ -> Optional.empty();
      case ModelAndView<?> named when named.getView().isPresent() -> named.getView();
      default -> super.resolveView(request, response);
    };
  }
}
