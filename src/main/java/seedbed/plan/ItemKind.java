package seedbed.plan;

import java.util.Arrays;
import java.util.Optional;

/// The specific plans of the outline 附件5 二, in its order.
enum ItemKind {
  PROJECT("project", "项目计划"),
  FINANCE("finance", "投融资计划"),
  TALENT("talent", "人才培养计划"),
  EXPANSION("expansion", "海外扩张并购计划"),
  COOPERATION("cooperation", "产学研项目合作计划"),
  INCENTIVE("incentive", "创新激励机制建设");

  private final String code;
  private final String label;

  ItemKind(String code, String label) {
    this.code = code;
    this.label = label;
  }

  static Optional<ItemKind> of(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
  }

  public String code() {
    return code;
  }

  public String label() {
    return label;
  }
}
