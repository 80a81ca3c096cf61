package seedbed.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import seedbed.criteria.PlanOutline;

/// The passages of a plan that a comment can be about.
final class Places {

  static final String TASKS = "tasks";

  private static final Map<String, String> LABELS = labels();

  private Places() {}

  static String of(PlanOutline.Part part) {
    return "targets-" + part.code();
  }

  static String of(ItemKind kind) {
    return "items-" + kind.code();
  }

  /// All of them, with their names, in the order of the plan.
  static Map<String, String> all() {
    return LABELS;
  }

  static String label(String place) {
    return LABELS.getOrDefault(place, place);
  }

  /// Where the page to write on has it.
  static String field(String place) {
    return Passage.of(place)
        .map(Passage::field)
        .orElse(
            place.equals(TASKS)
                ? "task"
                : place.startsWith("items-") ? place.replaceFirst("items-", "item-") : place);
  }

  private static Map<String, String> labels() {
    Map<String, String> labels = new LinkedHashMap<>();
    for (Passage passage : Passage.values()) {
      labels.put(passage.code(), passage.label());
    }
    for (PlanOutline.Part part : PlanOutline.Part.values()) {
      labels.put(of(part), part.label());
    }
    labels.put(TASKS, "工作任务及时间进度");
    for (ItemKind kind : ItemKind.values()) {
      labels.put(of(kind), kind.label());
    }
    return Collections.unmodifiableMap(labels);
  }
}
