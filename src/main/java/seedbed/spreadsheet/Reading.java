package seedbed.spreadsheet;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What came of reading a cell as a value of some kind.
public sealed interface Reading<T> {

  /// @param caution what the user should look at before the value is taken
  record Given<T>(T value, @Nullable String caution) implements Reading<T> {}

  /// Not reported, which is never zero.
  record Blank<T>() implements Reading<T> {}

  record Wrong<T>(String reason, String remedy) implements Reading<T> {}

  static <T> Reading<T> given(T value) {
    return new Given<>(value, null);
  }

  static <T> Reading<T> wrong(String reason, String remedy) {
    return new Wrong<>(reason, remedy);
  }

  default <R> Reading<R> then(Function<T, Reading<R>> next) {
    return switch (this) {
      case Given<T>(var value, var caution) -> {
        Reading<R> read = next.apply(value);
        yield caution != null && read instanceof Given<R>(var result, var other)
            ? new Given<>(result, other == null ? caution : caution + other)
            : read;
      }
      case Blank<T>() -> new Blank<>();
      case Wrong<T>(var reason, var remedy) -> new Wrong<>(reason, remedy);
    };
  }
}
