package seedbed.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What a plan says in sentences, in the order of the outline 皋政办发〔2021〕87号 附件5.
enum Passage {
  STRATEGY("strategy", Chapter.GOALS, "企业未来 3–5 年发展的战略思路", true),
  QUALITY("quality", Chapter.WORDS, "产品质量目标", false),
  PERFORMANCE("performance", Chapter.WORDS, "产品关键性能指标水平", false),
  ENERGY("energy", Chapter.WORDS, "产品能耗目标", false),
  NEW_PRODUCTS("new-products", Chapter.WORDS, "开发新产品", false),
  TECHNOLOGY("technology", Chapter.WORDS, "掌握的关键生产技术和工艺的水平", false),
  ORGANISATION("organisation", Chapter.MEASURES, "组织实施", true),
  FUNDS("funds", Chapter.MEASURES, "资金投入", true),
  PEOPLE("people", Chapter.MEASURES, "人力资源", true),
  EVALUATION("evaluation", Chapter.MEASURES, "评价考核", true);

  /// Where in the outline a passage stands.
  enum Chapter {
    /// 一（一）
    GOALS,
    /// 一（二）, beside the figures
    WORDS,
    /// 三
    MEASURES
  }

  private final String code;
  private final Chapter chapter;
  private final String label;
  private final boolean required;

  Passage(String code, Chapter chapter, String label, boolean required) {
    this.code = code;
    this.chapter = chapter;
    this.label = label;
    this.required = required;
  }

  static List<Passage> of(Chapter chapter) {
    return Arrays.stream(values()).filter(passage -> passage.chapter == chapter).toList();
  }

  static Optional<Passage> of(String code) {
    return Arrays.stream(values()).filter(passage -> passage.code.equals(code)).findFirst();
  }

  public String code() {
    return code;
  }

  public String label() {
    return label;
  }

  /// Whether a plan can be handed in without it.
  public boolean required() {
    return required;
  }

  /// The field that holds it.
  public String field() {
    return "text-" + code;
  }
}
