package seedbed.inspection;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an inspecting unit plans for a year, as it was filed and published elsewhere.
///
/// @param yearLimit how often one company is visited at most; null where none was published
/// @param items one a line, as the unit typed them
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

  /// @param basis empty where none was typed
  record Item(String number, String name, String basis) {}

  List<Item> list() {
    return items.lines().filter(line -> !line.isBlank()).map(UnitPlan::item).toList();
  }

  boolean lists(String name) {
    return list().stream().anyMatch(item -> item.name().equals(name.strip()));
  }

  // 编号|事项|依据; whoever types the name alone has an item without a number.
  private static Item item(String line) {
    String[] parts = line.split("[|｜]", 3);
    return switch (parts.length) {
      case 1 -> new Item("", parts[0].strip(), "");
      case 2 -> new Item(parts[0].strip(), parts[1].strip(), "");
      default -> new Item(parts[0].strip(), parts[1].strip(), parts[2].strip());
    };
  }
}
