package seedbed.inspection;

/// Where an inspection comes from.
enum Origin implements Coded {
  PLAN("年度检查计划"),
  ORDERED("上级部署的专项检查"),
  COMPLAINT("投诉举报"),
  TRANSFER("转办交办"),
  REQUEST("企业申请"),
  DATA("数据监测");

  private final String label;

  Origin(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
