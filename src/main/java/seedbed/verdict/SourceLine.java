package seedbed.verdict;

import io.micronaut.core.annotation.Introspected;

/// One figure a finding rests on, with where it comes from and how far it can be relied on.
///
/// @param warning what on file speaks against it; empty where nothing does
@Introspected
public record SourceLine(
    String name, String address, String value, String source, State state, String warning) {

  /// Whether there is a value to show.
  public boolean known() {
    return switch (state) {
      case CONFIRMED, UNCONFIRMED, REGISTERED, SUPPOSED, WRITTEN -> true;
      case MISSING, EXPIRED, DISAGREEING -> false;
    };
  }

  public enum State {
    CONFIRMED("已核实", "met"),
    UNCONFIRMED("待核实", "unknown"),
    REGISTERED("登记信息", ""),
    SUPPOSED("测算值", ""),
    WRITTEN("本次填写", "unknown"),
    MISSING("未填报", "unknown"),
    EXPIRED("佐证已过期", "unknown"),
    DISAGREEING("来源不一致", "unknown");

    private final String label;
    private final String styleClass;

    State(String label, String styleClass) {
      this.label = label;
      this.styleClass = styleClass;
    }

    public String label() {
      return label;
    }

    public String styleClass() {
      return styleClass;
    }
  }
}
