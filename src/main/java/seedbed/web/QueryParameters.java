package seedbed.web;

import io.micronaut.http.HttpRequest;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The parameters of a program's request. What nobody reads is mostly a slip of the pen, and an
/// answer that leaves it out would be taken for an answer to it.
public final class QueryParameters {
  private QueryParameters() {}

  /// Lets only these parameters through.
  ///
  /// @throws Refusal.Invalid naming every other one
  public static void only(HttpRequest<?> request, String... names) {
    var known = List.of(names);
    var errors =
        request.getParameters().names().stream()
            .filter(name -> !known.contains(name))
            .sorted()
            .map(name -> new FieldError(name, "没有“" + name + "”这个参数，" + offer(known)))
            .toList();
    if (!errors.isEmpty()) {
      throw new Refusal.Invalid(errors.getFirst().message(), errors);
    }
  }

  /// What a parameter says; null when it says nothing.
  ///
  /// @throws Refusal.Invalid when it is none of the values
  public static @Nullable String oneOf(
      String name, @Nullable String text, Collection<String> values) {
    if (text == null || text.isBlank()) {
      return null;
    }
    if (!values.contains(text)) {
      throw new Refusal.Invalid(name, "没有“" + text + "”这个值，" + offer(values));
    }
    return text;
  }

  private static String offer(Collection<String> known) {
    return known.isEmpty() ? "这里不接受任何参数。" : "可用的有：" + String.join("、", known) + "。";
  }
}
