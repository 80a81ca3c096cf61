package seedbed.plan;

import java.util.Arrays;
import java.util.Optional;

/// How far a task is, by the word of the company.
enum TaskState {
  WAITING("未开始", ""),
  ONGOING("推进中", "unknown"),
  STALLED("受阻", "not"),
  DONE("已完成", "met");

  private final String label;
  private final String styleClass;

  TaskState(String label, String styleClass) {
    this.label = label;
    this.styleClass = styleClass;
  }

  static Optional<TaskState> of(String name) {
    return Arrays.stream(values()).filter(state -> state.name().equals(name)).findFirst();
  }

  public String label() {
    return label;
  }

  public String styleClass() {
    return styleClass;
  }
}
