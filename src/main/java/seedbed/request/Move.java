package seedbed.request;

import org.jspecify.annotations.Nullable;

/// What can be done with a request, from where to where.
enum Move {
  RAISE("提出诉求", Stage.RAISED),
  /// Of a kind that goes to its department by itself.
  DIRECT("按类别直接交办", Stage.HANDLING),
  ROUTE("培育办分办", Stage.HANDLING),
  TRANSFER("转办", Stage.HANDLING),
  EXTEND("延期", Stage.HANDLING),
  /// It stays with its unit and its day.
  RECLASSIFY("更正类别", null),
  ANSWER("答复", Stage.ANSWERED),
  /// The company has an account by now; its days begin again.
  DELIVER("答复补送企业", Stage.ANSWERED),
  AGREE("企业确认，办结", Stage.CLOSED),
  OBJECT("企业不同意，重新办理", Stage.HANDLING),
  SILENCE("逾期未反馈视为同意，办结", Stage.CLOSED),
  REOPEN("企业要求重新办理", Stage.HANDLING),
  WITHDRAW("企业撤回", Stage.WITHDRAWN),
  /// Words and files of anybody who takes part; nothing moves.
  SUPPLEMENT("补充说明", null),
  /// Its lateness has reached somebody else; nothing moves.
  ESCALATE("逾期升级", null);

  private final String label;
  private final @Nullable Stage to;

  Move(String label, @Nullable Stage to) {
    this.label = label;
    this.to = to;
  }

  public String label() {
    return label;
  }

  /// Where it leads from a stage.
  Stage to(Stage from) {
    return to == null ? from : to;
  }

  boolean from(Stage stage) {
    return switch (this) {
      case RAISE, ESCALATE -> false;
      case DIRECT -> stage == Stage.RAISED;
      // What is being handled can be sent elsewhere.
      case ROUTE -> stage.owed();
      case TRANSFER, EXTEND, RECLASSIFY, ANSWER -> stage == Stage.HANDLING;
      case DELIVER, AGREE, OBJECT, SILENCE -> stage == Stage.ANSWERED;
      case REOPEN -> stage == Stage.CLOSED;
      case WITHDRAW, SUPPLEMENT -> !stage.over();
    };
  }
}
