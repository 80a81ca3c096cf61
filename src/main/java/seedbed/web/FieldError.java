package seedbed.web;

import io.micronaut.serde.annotation.Serdeable;
import java.util.Optional;

/// What is wrong with one field, in words its user understands; the field is empty for the whole.
@Serdeable
public record FieldError(String field, String message) {

  /// Empty for a text that is not longer than its place. Nothing that was typed is ever cut: it is
  /// refused, and its writer says what goes.
  ///
  /// @param label how the form calls the field
  public static Optional<FieldError> tooLong(String field, String label, String text, int longest) {
    int length = text.codePointCount(0, text.length());
    return length <= longest
        ? Optional.empty()
        : Optional.of(
            new FieldError(field, "“%s”最多 %d 字，现有 %d 字，请精简。".formatted(label, longest, length)));
  }
}
