package seedbed.criteria.rule;

/// How well a clause is proved: where its wording and figures were read.
public enum Proof {
  SEED("来源文件原文"),
  GOVERNMENT("政府网站页面"),
  REPOST("第三方转载"),
  REPOSITORY("公开数据整理，未核对原文"),
  MEMORY("未核实");

  private final String label;

  Proof(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  /// Whether the page has to mark the clause as 待核.
  public boolean toBeVerified() {
    return this == REPOSITORY || this == MEMORY;
  }
}
