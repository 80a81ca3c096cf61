package seedbed.sheet;

/// What can be done with a yearly sheet, from where to where.
enum Move {
  SUBMIT("提交填报表", Stage.TOWNSHIP),
  WITHDRAW("撤回填报表", Stage.DRAFT),
  CONFIRM("核对无误，确认", Stage.CONFIRMED),
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
      case WITHDRAW, CONFIRM, RETURN -> stage == Stage.TOWNSHIP;
    };
  }
}
