package seedbed.access;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;

@Singleton
final class ScopeBinder implements TypedRequestArgumentBinder<Scope> {

  @Override
  public Argument<Scope> argumentType() {
    return Argument.of(Scope.class);
  }

  @Override
  public BindingResult<Scope> bind(
      ArgumentConversionContext<Scope> context, HttpRequest<?> source) {
    Optional<Scope> scope = PermissionBinder.of(source).map(Permission::scope);
    return () -> scope;
  }
}
