package seedbed.recognition;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Why a title is revoked, as the documents on dynamic management list it.
enum Ground {
  ACCIDENT("重大安全、质量、环境污染事故"),
  DISCREDIT("严重失信"),
  TAX("偷漏税"),
  FRAUD("数据造假"),
  STANDARD("不再符合条件"),
  UPDATE("未按期更新"),
  CHANGE("未报告重大变化"),
  OTHER("其他");

  private final String label;

  Ground(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  /// As `config/management.yml` writes it.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Ground> of(String code) {
    return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
  }
}
