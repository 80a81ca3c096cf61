package seedbed.criteria;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The tier of government that gives a title or issues an edition.
public enum Level {
  MUNICIPAL("市级"),
  PROVINCIAL("省级"),
  NATIONAL("国家级");

  private final String label;

  Level(String label) {
    this.label = label;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String label() {
    return label;
  }

  static Optional<Level> of(String code) {
    return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
  }
}
