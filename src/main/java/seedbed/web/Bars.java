package seedbed.web;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Ordered bars with their numbers beside them; for `views/parts/bars` and `views/parts/funnel`.
@Introspected
public record Bars(List<Bar> bars) {

  /// What one bar stands for; `words` are shown in place of the bare number.
  public record Item(
      String label, long size, @Nullable String words, @Nullable Address address, boolean rest) {

    public static Item of(String label, long size) {
      return new Item(label, size, null, null, false);
    }

    public Item saying(String sentence) {
      return new Item(label, size, sentence, address, rest);
    }

    public Item leadingTo(Address target) {
      return new Item(label, size, words, target, rest);
    }

    /// Everything that has no bar of its own, drawn paler.
    public Item asRest() {
      return new Item(label, size, words, address, true);
    }
  }

  @Introspected
  record Bar(String label, String length, String words, @Nullable Address address, boolean rest) {}

  public static Bars of(List<Item> items) {
    var largest = items.stream().mapToLong(Item::size).max().orElse(0);
    return new Bars(
        items.stream()
            .map(item ->
                new Bar(
                    item.label,
                    Share.percent(Share.of(item.size, largest)),
                    item.words == null ? Formats.count(item.size) : item.words,
                    item.address,
                    item.rest))
            .toList());
  }
}
