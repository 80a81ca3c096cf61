package seedbed.criteria.rule;

/// Why something is unknown.
public enum Reason {
  NOT_REPORTED("not-reported", "未填报"),
  EXPIRED("expired", "佐证已过期"),
  AWAITING_CONFIRMATION("awaiting-confirmation", "待核实"),
  NEEDS_JUDGEMENT("needs-judgement", "需人工认定"),
  WORDING_UNSETTLED("wording-unsettled", "条文口径待明确"),
  EDITION_PROVISIONAL("edition-provisional", "以年度通知为准"),
  /// A ratio with nothing below the line, a growth from nothing: no number exists to compare.
  NOT_COMPUTABLE("not-computable", "分母为零或为负，无法计算");

  private final String code;
  private final String label;

  Reason(String code, String label) {
    this.code = code;
    this.label = label;
  }

  public String code() {
    return code;
  }

  public String label() {
    return label;
  }
}
