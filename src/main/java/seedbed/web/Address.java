package seedbed.web;

import io.micronaut.http.HttpRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A path with its query, changed by copy; every link of a page is made from one.
public record Address(String path, List<Parameter> parameters) {

  public record Parameter(String name, String value) {}

  public Address {
    parameters = List.copyOf(parameters);
  }

  public static Address of(String path) {
    return new Address(path, List.of());
  }

  /// The address that was asked for, with its query in the order it was typed.
  public static Address of(HttpRequest<?> request) {
    var parameters = new ArrayList<Parameter>();
    request
        .getParameters()
        .forEach(
            (name, values) -> values.forEach(value -> parameters.add(new Parameter(name, value))));
    return new Address(request.getPath(), parameters);
  }

  /// The same address with this parameter in place of any of that name; empty takes it away.
  public Address with(String name, @Nullable Object value) {
    var changed = new ArrayList<>(without(name).parameters);
    if (value != null && !value.toString().isEmpty()) {
      changed.add(new Parameter(name, value.toString()));
    }
    return new Address(path, changed);
  }

  public Address without(String name) {
    return new Address(
        path, parameters.stream().filter(parameter -> !parameter.name.equals(name)).toList());
  }

  public @Nullable String value(String name) {
    return parameters.stream()
        .filter(parameter -> parameter.name.equals(name))
        .map(Parameter::value)
        .findFirst()
        .orElse(null);
  }

  public URI uri() {
    return URI.create(toString());
  }

  @Override
  public String toString() {
    var text = new StringBuilder(path);
    var separator = path.contains("?") ? '&' : '?';
    for (var parameter : parameters) {
      text.append(separator)
          .append(encode(parameter.name))
          .append('=')
          .append(encode(parameter.value));
      separator = '&';
    }
    return text.toString();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
