package seedbed.inspection;

/// What an inspection is about, as far as rules tell areas apart.
enum Area implements Coded {
  SAFETY("安全生产"),
  ENVIRONMENT("生态环境"),
  FIRE("消防"),
  QUALITY("产品质量"),
  LABOUR("劳动用工"),
  TAX("税务"),
  OTHER("其他");

  private final String label;

  Area(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
