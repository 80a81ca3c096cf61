package seedbed.review;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What becomes of a member of the pool; a township's opinion names one of them too.
enum Decision {
  KEEP("保留", "met"),
  RECTIFY("限期整改", "unknown"),
  REMOVE("调出", "not"),
  RECOMMEND("推荐上一级", "met");

  private final String label;
  private final String styleClass;

  Decision(String label, String styleClass) {
    this.label = label;
    this.styleClass = styleClass;
  }

  public String label() {
    return label;
  }

  public String styleClass() {
    return styleClass;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Whether the company is still a member afterwards.
  boolean stays() {
    return this != REMOVE;
  }

  static Optional<Decision> of(String code) {
    return Stream.of(values()).filter(each -> each.code().equals(code)).findFirst();
  }
}
