package seedbed.criteria;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// How the archive is ordered: its series, in the order in which lists show them.
///
/// @param series by code, such as `review`
public record ArchivePlan(Map<String, Series> series) {

  public ArchivePlan {
    series = Collections.unmodifiableMap(new LinkedHashMap<>(series));
  }

  /// One series.
  ///
  /// @param label stands in the number of a document
  /// @param name in lists
  /// @param byHand whether somebody enters documents of it, beside those that an act enters
  public record Series(String label, String name, Retention keep, boolean byHand) {}

  /// How long a document is kept.
  public enum Retention {
    PERMANENT("permanent", "永久"),
    THIRTY("thirty", "30年"),
    TEN("ten", "10年");

    private final String code;
    private final String label;

    Retention(String code, String label) {
      this.code = code;
      this.label = label;
    }

    public String code() {
      return code;
    }

    public String label() {
      return label;
    }

    public static Optional<Retention> of(String code) {
      return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
    }
  }

  public Series get(String code) {
    return Objects.requireNonNull(series.get(code), code);
  }
}
