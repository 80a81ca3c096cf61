package seedbed.imports;

import java.util.Locale;

/// Where an import stands.
public enum ImportState {
  WAITING("排队等候"),
  CHECKING("正在检查"),
  CHECKED("待确认"),
  REFUSED("不受理"),
  STORING("正在登记"),
  STORED("已登记"),
  CANCELLED("已取消"),
  FAILED("出错"),
  /// Nobody works on it any more although it is not finished; never stored, always derived.
  INTERRUPTED("中断");

  private final String label;

  ImportState(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Whether somebody should be working on it.
  public boolean working() {
    return this == WAITING || this == CHECKING || this == STORING;
  }
}
