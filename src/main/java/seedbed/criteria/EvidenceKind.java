package seedbed.criteria;

import java.util.Arrays;
import java.util.Optional;

/// What kind of paper an indicator wants, and a file is.
public enum EvidenceKind {
  CERTIFICATE("证书证照"),
  REPORT("审计、检测报告"),
  CONTRACT("合同、发票"),
  RECORD("查询结果、证明"),
  STATEMENT("说明、承诺"),
  OTHER("其他");

  private final String label;

  EvidenceKind(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  public static Optional<EvidenceKind> of(String code) {
    return Arrays.stream(values()).filter(kind -> kind.name().equals(code)).findFirst();
  }
}
