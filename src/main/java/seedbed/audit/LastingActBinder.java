package seedbed.audit;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;

@Singleton
final class LastingActBinder implements TypedRequestArgumentBinder<LastingAct> {

  private final Recording recording;

  LastingActBinder(Recording recording) {
    this.recording = recording;
  }

  @Override
  public Argument<LastingAct> argumentType() {
    return Argument.of(LastingAct.class);
  }

  @Override
  public BindingResult<LastingAct> bind(
      ArgumentConversionContext<LastingAct> context, HttpRequest<?> source) {
    var act = Optional.of(recording.lasting(source));
    return () -> act;
  }
}
