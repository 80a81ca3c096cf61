package seedbed.web;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

@Singleton
final class ChosenDayBinder implements TypedRequestArgumentBinder<ChosenDay> {

  private final Clock clock;

  ChosenDayBinder(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Argument<ChosenDay> argumentType() {
    return Argument.of(ChosenDay.class);
  }

  @Override
  public BindingResult<ChosenDay> bind(
      ArgumentConversionContext<ChosenDay> context, HttpRequest<?> source) {
    var chosen = ChosenDay.parse(source.getParameters().get(ChosenDay.PARAMETER), clock);
    return () -> Optional.of(chosen);
  }
}
