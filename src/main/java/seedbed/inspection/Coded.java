package seedbed.inspection;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import seedbed.web.Choice;

/// A closed choice of a form: its code travels in forms, its label is read.
interface Coded {

  String name();

  String label();

  default String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static <E extends Enum<E> & Coded> Optional<E> of(Class<E> kind, String code) {
    return Arrays.stream(kind.getEnumConstants())
        .filter(each -> each.code().equals(code))
        .findFirst();
  }

  static <E extends Enum<E> & Coded> List<Choice> choices(Class<E> kind) {
    return Arrays.stream(kind.getEnumConstants())
        .map(each -> new Choice(each.code(), each.label()))
        .toList();
  }
}
