package seedbed.inspection;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What an inspecting unit plans for a year, as it was filed and published elsewhere.
///
/// @param yearLimit how often one company is visited at most; null where none was published
/// @param items one a line
@MappedEntity("inspection_plan")
record UnitPlan(
    @Id @GeneratedValue long id,
    String regionCode,
    String unit,
    int planYear,
    @Nullable Integer yearLimit,
    String document,
    @Nullable LocalDate filedOn,
    String items,
    Instant changedAt,
    String changedBy,
    @Version long version) {

  private static final String TAB = "\t";
  private static final int FIELDS = 7;

  /// @param basis empty, like the rest but the name, where none was typed
  /// @param scope which companies, by name or in words
  /// @param kind a code of [Kind]
  /// @param month 1 to 12; empty where it may be any
  /// @param times how often in the year
  @Introspected
  record Item(
      String number,
      String name,
      String basis,
      String scope,
      String kind,
      String month,
      String times) {

    static final Item EMPTY = new Item("", "", "", "", "", "", "");

    boolean empty() {
      return equals(EMPTY);
    }

    private String line() {
      return String.join(TAB, number, name, basis, scope, kind, month, times).stripTrailing();
    }
  }

  /// As the database keeps them.
  static String lines(List<Item> items) {
    return items.stream().map(Item::line).collect(Collectors.joining("\n"));
  }

  List<Item> list() {
    return items
        .lines()
        .filter(line -> !line.isBlank())
        .map(line -> line.contains(TAB) ? item(line) : formerItem(line))
        .toList();
  }

  boolean lists(String name) {
    return list().stream().anyMatch(item -> item.name().equals(name.strip()));
  }

  private static Item item(String line) {
    List<String> parts = new ArrayList<>(List.of(line.split(TAB, -1)));
    while (parts.size() < FIELDS) {
      parts.add("");
    }
    return new Item(
        parts.get(0),
        parts.get(1),
        parts.get(2),
        parts.get(3),
        parts.get(4),
        parts.get(5),
        parts.get(6));
  }

  // Before there was a row for each: 编号|事项|依据, or the name alone.
  private static Item formerItem(String line) {
    String[] parts = line.split("[|｜]", 3);
    return switch (parts.length) {
      case 1 -> new Item("", parts[0].strip(), "", "", "", "", "");
      case 2 -> new Item(parts[0].strip(), parts[1].strip(), "", "", "", "", "");
      default -> new Item(parts[0].strip(), parts[1].strip(), parts[2].strip(), "", "", "", "");
    };
  }
}
