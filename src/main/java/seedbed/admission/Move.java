package seedbed.admission;

/// What can be done with an application, from where to where.
enum Move {
  SUBMIT("提交申请", Stage.TOWNSHIP),
  WITHDRAW("撤回申请", Stage.WITHDRAWN),
  /// The township found nothing wrong, and departments have figures to confirm.
  ASK("初审通过，送部门核实", Stage.DEPARTMENTS),
  /// The township found nothing wrong, and every figure is confirmed already.
  PASS("初审通过，送审定", Stage.OFFICE),
  /// All departments have answered.
  COLLECT("部门核实完毕", Stage.OFFICE),
  /// The office does not wait for those who have not.
  PROCEED("不再等候，转入审定", Stage.OFFICE),
  ANNOUNCE("拟入库，开始公示", Stage.NOTICE),
  ADMIT("发文入库", Stage.ADMITTED),
  /// A document that admits many has admitted the company meanwhile.
  ENROL("随成批入库办结", Stage.ADMITTED),
  RETURN("退回修改", Stage.RETURNED);

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
      case SUBMIT -> stage.writable();
      case WITHDRAW, RETURN -> !stage.writable() && !stage.over();
      case ASK, PASS -> stage == Stage.TOWNSHIP;
      case COLLECT, PROCEED -> stage == Stage.DEPARTMENTS;
      case ANNOUNCE -> stage == Stage.OFFICE;
      case ADMIT -> stage == Stage.NOTICE;
      case ENROL -> !stage.over();
    };
  }
}
