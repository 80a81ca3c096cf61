package seedbed.imports;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a spreadsheet brings.
public enum ImportKind {
  COMPANIES("企业", "家企业"),
  TITLES("称号", "项称号"),
  REWARDS("奖励", "项奖励"),
  FIGURES("年度指标", "个填报值");

  private final String label;
  private final String counted;

  ImportKind(String label, String counted) {
    this.label = label;
    this.counted = counted;
  }

  /// Also the name of the sheet that carries it.
  public String label() {
    return label;
  }

  /// The words behind a number of stored things.
  public String counted() {
    return counted;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<ImportKind> of(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
  }
}
