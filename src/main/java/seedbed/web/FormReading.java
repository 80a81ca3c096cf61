package seedbed.web;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Reads the fields of a form one after the other, so that whoever filled it is told of everything
/// that is wrong with it at once.
public final class FormReading {

  private final List<FieldError> errors = new ArrayList<>();

  /// @param field reads one field, and throws what is wrong with it
  /// @return what it says; null also where it cannot be read
  public <T> @Nullable T read(Supplier<? extends @Nullable T> field) {
    try {
      return field.get();
    } catch (Refusal.Invalid wrong) {
      errors.addAll(wrong.errors());
      return null;
    }
  }

  public void wrong(String field, String sentence) {
    errors.add(new FieldError(field, sentence));
  }

  /// @throws Refusal.Invalid where anything was wrong
  public void refuse() {
    if (!errors.isEmpty()) {
      throw new Refusal.Invalid(
          errors.size() == 1 ? errors.getFirst().message() : "有 " + errors.size() + " 处需要改正。",
          errors);
    }
  }
}
