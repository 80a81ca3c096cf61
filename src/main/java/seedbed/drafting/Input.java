package seedbed.drafting;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import seedbed.web.Choice;

/// One field of a form.
///
/// @param value what stands in it; of a list of ticks, `values`
@Introspected
record Input(
    String name,
    String label,
    Type type,
    String value,
    List<String> values,
    List<Choice> options,
    String hint) {

  enum Type {
    TEXT,
    LONG,
    NUMBER,
    DAY,
    SELECT,
    TICKS
  }

  /// A box to tick.
  @Introspected
  record Tick(String value, String label, boolean ticked) {}

  public boolean area() {
    return type == Type.LONG;
  }

  public boolean select() {
    return type == Type.SELECT;
  }

  public boolean tickable() {
    return type == Type.TICKS;
  }

  public String inputType() {
    return type == Type.DAY ? "date" : "text";
  }

  public String mode() {
    return type == Type.NUMBER ? "decimal" : "";
  }

  public List<Tick> ticks() {
    return options.stream()
        .map(each -> new Tick(each.value(), each.label(), values.contains(each.value())))
        .toList();
  }

  /// As a sentence shows it.
  String said() {
    if (type == Type.TICKS) {
      return String.join("、", ticks().stream().filter(Tick::ticked).map(Tick::label).toList());
    }
    return options.stream()
        .filter(each -> each.value().equals(value))
        .map(Choice::label)
        .findFirst()
        .orElse(value);
  }

  static Input text(String name, String label, String value) {
    return new Input(name, label, Type.TEXT, value, List.of(), List.of(), "");
  }

  static Input area(String name, String label, String value) {
    return new Input(name, label, Type.LONG, value, List.of(), List.of(), "");
  }

  static Input number(String name, String label, String value) {
    return new Input(name, label, Type.NUMBER, value, List.of(), List.of(), "");
  }

  static Input day(String name, String label, String value) {
    return new Input(name, label, Type.DAY, value, List.of(), List.of(), "");
  }

  static Input select(String name, String label, String value, List<Choice> options) {
    return new Input(name, label, Type.SELECT, value, List.of(), options, "");
  }

  static Input ticks(String name, String label, List<String> values, List<Choice> options) {
    return new Input(name, label, Type.TICKS, "", List.copyOf(values), options, "");
  }

  Input with(String now) {
    return new Input(name, label, type, now, values, options, hint);
  }

  Input hinted(String sentence) {
    return new Input(name, label, type, value, values, options, sentence);
  }

  /// Fields that belong together.
  @Introspected
  record Fields(String legend, List<Input> inputs) {}
}
