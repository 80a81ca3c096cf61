package seedbed.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An error of the JSON API (RFC 9457).
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String instance,
    @Nullable String reference,
    List<FieldError> errors) {

  static Problem of(Failure failure, String instance) {
    return new Problem(
        "about:blank",
        failure.title(),
        failure.code(),
        failure.sentence(),
        instance,
        failure.reference(),
        failure.errors());
  }
}
