package seedbed.access;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;

@Singleton
final class PermissionBinder implements TypedRequestArgumentBinder<Permission> {

  static final String ATTRIBUTE = "seedbed.permission";

  @Override
  public Argument<Permission> argumentType() {
    return Argument.of(Permission.class);
  }

  @Override
  public BindingResult<Permission> bind(
      ArgumentConversionContext<Permission> context, HttpRequest<?> source) {
    Optional<Permission> permission = of(source);
    return () -> permission;
  }

  static Optional<Permission> of(HttpRequest<?> request) {
    return request.getAttribute(ATTRIBUTE, Permission.class);
  }
}
