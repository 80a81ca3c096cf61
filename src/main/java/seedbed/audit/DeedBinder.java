package seedbed.audit;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;

@Singleton
final class DeedBinder implements TypedRequestArgumentBinder<Deed> {

  @Override
  public Argument<Deed> argumentType() {
    return Argument.of(Deed.class);
  }

  @Override
  public BindingResult<Deed> bind(ArgumentConversionContext<Deed> context, HttpRequest<?> source) {
    var deed = Optional.of(Deed.of(source));
    return () -> deed;
  }
}
