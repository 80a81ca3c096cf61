package seedbed.plan;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Gives the rows of a table that came back their numbers. A number stays with its row through all
/// versions of a plan, whatever people do to rows in Word: move them, number them anew, put others
/// between.
final class RowNumbers {

  static final int LARGEST = 999;
  private static final Pattern WRITTEN = Pattern.compile("\\D{0,3}0{0,3}([1-9][0-9]{0,2})\\D{0,3}");

  private final RowSort sort;
  private final Map<String, Integer> names;
  private final Set<Integer> current;
  private final TreeSet<Integer> used;
  private final int given;
  private final List<String> told;
  private final SortedMap<Integer, Row> numbered = new TreeMap<>();

  /// A row as it came back.
  ///
  /// @param where it stands, as the beginning of a sentence
  /// @param number as it was typed
  /// @param parts what it says, by their codes
  record Row(String where, String number, Map<String, String> parts) {
    Row {
      parts = Map.copyOf(parts);
    }

    private String name(RowSort sort) {
      return parts.getOrDefault(sort.name().code(), "");
    }
  }

  private RowNumbers(RowSort sort, Content current, int given, List<String> told) {
    this.sort = sort;
    this.given = given;
    this.told = told;
    used = current.numbers(sort.code());
    this.current = Set.copyOf(used);
    names =
        unique(
            used.stream()
                .collect(
                    Collectors.toMap(
                        number -> number,
                        number -> current.field(sort.field(number, sort.name())))));
  }

  /// @param current the plan from which the form was filled
  /// @param given the highest number that such a row of the plan ever had
  /// @param told gets what was decided about numbers that are not as they were
  static SortedMap<Integer, Row> of(
      RowSort sort, List<Row> rows, Content current, int given, List<String> told) {
    RowNumbers numbers = new RowNumbers(sort, current, given, told);
    numbers.give(rows);
    return numbers.numbered;
  }

  private static Map<String, Integer> unique(Map<Integer, String> named) {
    Map<String, Integer> unique = new HashMap<>();
    Map<String, Long> times =
        named.values().stream().collect(Collectors.groupingBy(n -> n, Collectors.counting()));
    named.forEach((number, name) -> {
      if (!name.isEmpty() && times.getOrDefault(name, 0L) == 1) {
        unique.put(name, number);
      }
    });
    return unique;
  }

  private void give(List<Row> rows) {
    Map<String, Long> times =
        rows.stream().collect(Collectors.groupingBy(row -> row.name(sort), Collectors.counting()));
    List<Row> others = new ArrayList<>();
    for (Row row : rows) {
      Integer known = names.get(row.name(sort));
      if (known != null && times.getOrDefault(row.name(sort), 0L) == 1) {
        keep(known, row);
      } else {
        others.add(row);
      }
    }
    List<Row> added = new ArrayList<>();
    for (Row row : others) {
      int typed = typed(row);
      if (typed > 0 && !gone(typed) && !numbered.containsKey(typed)) {
        numbered.put(typed, row);
      } else {
        added.add(row);
      }
    }
    used.addAll(numbered.keySet());
    added.forEach(this::add);
  }

  private void keep(int number, Row row) {
    int typed = typed(row);
    if (typed > 0 && typed != number) {
      told.add(
          "%s：序号写成了 %d，内容是原来的第 %d 项，已按第 %d 项读取，请核对。".formatted(row.where(), typed, number, number));
    }
    numbered.put(number, row);
  }

  private void add(Row row) {
    int number = free();
    if (number == 0) {
      told.add(row.where() + "：序号已经用完，没有读取，请合并同类内容。");
      return;
    }
    used.add(number);
    numbered.put(number, row);
    int typed = typed(row);
    if (gone(typed)) {
      told.add("%s：序号 %d 是以前的、已经删去的一项，已作为新增的第 %d 项读取，请核对。".formatted(row.where(), typed, number));
    } else if (typed > 0) {
      told.add("%s：序号 %d 与另一行重复，已作为新增的第 %d 项读取，请核对。".formatted(row.where(), typed, number));
    } else if (!row.number().isBlank()) {
      told.add(
          "%s：序号“%s”不是 1 至 %d 的整数，已作为新增的第 %d 项读取，请核对。"
              .formatted(row.where(), FormText.shown(row.number()), LARGEST, number));
    }
  }

  /// Whether a row had this number and was taken out of the plan.
  private boolean gone(int number) {
    return number > 0 && number <= given && !current.contains(number);
  }

  /// Above all numbers that there were, so that none is given to another task.
  private int free() {
    int highest = used.isEmpty() ? given : Math.max(given, used.last());
    if (highest < LARGEST) {
      return highest + 1;
    }
    for (int number = given + 1; number < LARGEST; number++) {
      if (!used.contains(number)) {
        return number;
      }
    }
    return 0;
  }

  private static int typed(Row row) {
    Matcher written =
        WRITTEN.matcher(Normalizer.normalize(row.number().strip(), Normalizer.Form.NFKC));
    return written.matches() ? Integer.parseInt(written.group(1)) : 0;
  }
}
