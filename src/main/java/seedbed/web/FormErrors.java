package seedbed.web;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is wrong with a form that was sent; a page record has it as its component `errors`.
@Introspected
public record FormErrors(List<FieldError> list) {

  public static final FormErrors NONE = new FormErrors(List.of());

  public FormErrors {
    list = List.copyOf(list);
  }

  public static FormErrors of(FieldError... errors) {
    return new FormErrors(List.of(errors));
  }

  public static FormErrors of(Collection<FieldError> errors) {
    return new FormErrors(List.copyOf(errors));
  }

  public static FormErrors of(Set<? extends ConstraintViolation<?>> violations) {
    return new FormErrors(
        violations.stream()
            .map(violation -> new FieldError(field(violation), violation.getMessage()))
            .sorted((a, b) -> a.field().compareTo(b.field()))
            .toList());
  }

  public boolean any() {
    return !list.isEmpty();
  }

  public int count() {
    return list.size();
  }

  public @Nullable String on(String field) {
    return list.stream()
        .filter(error -> error.field().equals(field))
        .map(FieldError::message)
        .findFirst()
        .orElse(null);
  }

  // The method and its argument are ours; what lies below is what was sent: figures[0].value
  private static String field(ConstraintViolation<?> violation) {
    var path = new StringBuilder();
    var argument = "";
    for (Path.Node node : violation.getPropertyPath()) {
      if (node.getKind() == ElementKind.PARAMETER) {
        argument = String.valueOf(node.getName());
      } else if (node.getKind() != ElementKind.METHOD) {
        if (node.isInIterable() && node.getIndex() != null) {
          path.append('[').append(node.getIndex()).append(']');
        }
        if (node.getName() != null) {
          path.append(path.isEmpty() ? "" : ".").append(node.getName());
        }
      }
    }
    return path.isEmpty() ? argument : path.toString();
  }
}
