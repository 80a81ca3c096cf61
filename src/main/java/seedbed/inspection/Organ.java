package seedbed.inspection;

/// By what right a body inspects: 国办发〔2024〕54号 names these three and no others.
enum Organ implements Coded {
  AGENCY("行政机关"),
  AUTHORISED("法律法规授权组织"),
  ENTRUSTED("受委托组织");

  private final String label;

  Organ(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
