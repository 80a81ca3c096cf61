package seedbed.criteria;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The class of companies or products a checklist is for.
public enum ChecklistTrack {
  GENERAL("不分类"),
  MANUFACTURING("制造类"),
  INNOVATION("创新类"),
  PRODUCT("产品");

  private final String label;

  ChecklistTrack(String label) {
    this.label = label;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String label() {
    return label;
  }

  public static Optional<ChecklistTrack> of(String code) {
    return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
  }
}
