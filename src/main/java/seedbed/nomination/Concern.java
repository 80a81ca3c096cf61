package seedbed.nomination;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What the check says about one entry, or about one year.
///
/// @param sentence with its full stop
/// @param clause 文号 and clause it rests on; null where it follows from the plan alone
/// @param missing the smallest set of figures and titles that would settle it
/// @param notes what is to be seen to besides, without being a finding
@Introspected
record Concern(
    Kind kind, String sentence, @Nullable String clause, List<String> missing, List<String> notes) {

  Concern {
    missing = List.copyOf(missing);
    notes = List.copyOf(notes);
  }

  /// From the gravest to none; the first one of an entry is shown as its state.
  enum Kind {
    MISSING_PREREQUISITE("缺前置", "not", "✕"),
    UNKNOWN("待定", "unknown", "?"),
    TWICE("重复列入", "not", "✕"),
    SAME_YEAR("同年两级", "unknown", "!"),
    MORE_THAN_TARGET("多于目标", "held", "↑"),
    FEWER_THAN_TARGET("少于目标", "unknown", "↓"),
    CLEAN("衔接", "met", "✓");

    private final String label;
    private final String styleClass;
    private final String symbol;

    Kind(String label, String styleClass, String symbol) {
      this.label = label;
      this.styleClass = styleClass;
      this.symbol = symbol;
    }

    public String label() {
      return label;
    }

    public String styleClass() {
      return styleClass;
    }

    public String symbol() {
      return symbol;
    }

    /// As addresses write it.
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  static Concern plain(Kind kind, String sentence) {
    return new Concern(kind, sentence, null, List.of(), List.of());
  }
}
