package seedbed.plan;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// A table of numbered rows: the tasks, or the items of one specific plan.
///
/// @param code the beginning of its fields
/// @param label what it is called in the outline
/// @param parts its columns after the number; the first one names the row
record RowSort(String code, String label, List<Part> parts) {

  /// Above the numbers of rows.
  static final String NUMBER = "序号";

  static final RowSort TASKS =
      new RowSort(
          "task",
          "工作任务及时间进度",
          List.of(
              new Part("name", "工作任务", 24),
              new Part("detail", "主要措施", 23),
              new Part("owner", "责任人", 11),
              new Part("from", "开始时间", 17),
              new Part("due", "完成时间", 17)));

  RowSort {
    parts = List.copyOf(parts);
  }

  /// A column.
  ///
  /// @param code the end of its fields
  /// @param share of the width
  record Part(String code, String label, int share) {

    /// Whether its words are numbers, which stand at the right.
    boolean number() {
      return code.equals("amount");
    }
  }

  /// The kind stands above the names of its items, which tells its table from the others.
  static RowSort of(ItemKind kind) {
    return new RowSort(
        "item-" + kind.code(),
        kind.label(),
        List.of(
            new Part("name", kind.label(), 22),
            new Part("detail", "内容", 27),
            new Part("when", "时间", 17),
            new Part("amount", "投入（万元）", 12),
            new Part("partner", "合作方或责任人", 14)));
  }

  static List<RowSort> all() {
    return Stream.concat(Stream.of(TASKS), Arrays.stream(ItemKind.values()).map(RowSort::of))
        .toList();
  }

  Part name() {
    return parts.getFirst();
  }

  String field(int number, Part part) {
    return code + "-" + number + "-" + part.code();
  }
}
