package seedbed.drafting;

/// What a draft is made for.
enum Purpose {
  AMEND("修订"),
  CONFIRM("按年度通知确认"),
  UPLOAD("文件导入");

  private final String label;

  Purpose(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
