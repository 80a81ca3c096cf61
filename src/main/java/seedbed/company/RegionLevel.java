package seedbed.company;

/// Where a region stands in the tree.
public enum RegionLevel {
  PROVINCE("省"),
  PREFECTURE("设区市"),
  COUNTY("县（市、区）"),
  TOWNSHIP("镇（区、街道）");

  private final String label;

  RegionLevel(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
