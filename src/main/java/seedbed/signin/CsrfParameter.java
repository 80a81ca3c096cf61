package seedbed.signin;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.security.csrf.resolver.CsrfTokenResolver;
import jakarta.inject.Singleton;
import java.util.Optional;

/// The token of a form that uploads a file: it stands in the address, since the body of such a form
/// is not read before it is known to be wanted.
@Singleton
final class CsrfParameter implements CsrfTokenResolver<HttpRequest<?>> {

  @Override
  public Optional<String> resolveToken(HttpRequest<?> request) {
    return request.getContentType().filter(MediaType.MULTIPART_FORM_DATA_TYPE::equals).isPresent()
        ? request.getParameters().getFirst("csrfToken")
        : Optional.empty();
  }
}
