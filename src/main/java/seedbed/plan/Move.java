package seedbed.plan;

/// What can be done with a version, from where to where.
enum Move {
  SUBMIT("提交方案", Stage.TOWNSHIP),
  WITHDRAW("撤回方案", Stage.DRAFT),
  FORWARD("审核通过，报培育办", Stage.OFFICE),
  RETURN("退回修改", Stage.RETURNED),
  APPROVE("批准", Stage.APPROVED),
  ABANDON("放弃编制", Stage.ABANDONED);

  private final String label;
  private final Stage to;

  Move(String label, Stage to) {
    this.label = label;
    this.to = to;
  }

  public String label() {
    return label;
  }

  Stage to() {
    return to;
  }

  boolean from(Stage stage) {
    return switch (this) {
      case SUBMIT, ABANDON -> stage == Stage.DRAFT;
      case WITHDRAW, FORWARD -> stage == Stage.TOWNSHIP;
      case RETURN -> stage == Stage.TOWNSHIP || stage == Stage.OFFICE;
      case APPROVE -> stage == Stage.OFFICE;
    };
  }
}
