package seedbed.criteria;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import seedbed.criteria.rule.Indicator;

/// What a cultivation plan sets itself as targets, part by part (皋政办发〔2021〕87号 附件5).
///
/// @param falling indicators of which less is more
public record PlanOutline(Map<Part, List<Indicator>> targets, Set<String> falling, Limits limits) {

  private static final List<String> KEYS = List.of("targets", "falling", "limits");

  public PlanOutline {
    targets = new EnumMap<>(targets);
    falling = Set.copyOf(falling);
  }

  /// The parts of the overall targets, in the order of the outline.
  public enum Part {
    OPERATION("operation", "经营目标"),
    PRODUCT("product", "细分领域主营产品发展目标"),
    INNOVATION("innovation", "企业创新能力提升目标");

    private final String code;
    private final String label;

    Part(String code, String label) {
      this.code = code;
      this.label = label;
    }

    public String code() {
      return code;
    }

    public String label() {
      return label;
    }
  }

  /// From where on a target is asked about.
  ///
  /// @param growth percent a year
  /// @param points percentage points a year
  /// @param times a count a year
  /// @param floor up to which no count is asked about
  /// @param least indicators with targets in each part
  public record Limits(
      BigDecimal growth, BigDecimal points, BigDecimal times, BigDecimal floor, int least) {}

  /// All indicators, in the order of the form.
  public Stream<Indicator> indicators() {
    return targets.values().stream().flatMap(List::stream);
  }

  /// Reads `plan.yml`; throws [FaultyConfig] with all that is wrong with it.
  static PlanOutline read(Path folder, Indicators indicators) {
    var problems = new Problems();
    var outline =
        problems.attempt(
            () -> read(YamlValue.of(folder.resolve("plan.yml"), "plan.yml", problems), indicators));
    problems.refuse();
    return outline.orElseThrow();
  }

  private static PlanOutline read(YamlValue root, Indicators indicators) {
    var fields = root.fields().only(KEYS);
    var parts = fields.required("targets").fields();
    Set<String> placed = new HashSet<>();
    Map<Part, List<Indicator>> targets = new EnumMap<>(Part.class);
    for (var part : Part.values()) {
      targets.put(part, parts.required(part.code()).some(item -> place(item, indicators, placed)));
    }
    parts.only(Stream.of(Part.values()).map(Part::code).toList());
    List<String> falling = new ArrayList<>();
    for (var item : fields.required("falling").items()) {
      if (!placed.contains(item.text())) {
        item.complain("“" + item.text() + "”不是方案的目标", "只写targets中的指标");
      }
      falling.add(item.text());
    }
    var limits =
        fields
            .required("limits")
            .fields()
            .only(List.of("growth", "points", "times", "floor", "least"));
    return new PlanOutline(
        targets,
        Set.copyOf(falling),
        new Limits(
            limits.required("growth").number(),
            limits.required("points").number(),
            limits.required("times").number(),
            limits.required("floor").number(),
            limits.required("least").number().intValueExact()));
  }

  private static Indicator place(YamlValue item, Indicators indicators, Set<String> placed) {
    var code = item.text();
    var indicator =
        indicators
            .find(code)
            .orElseThrow(() -> item.flaw("没有指标“" + code + "”", "请用indicators.yml中的代码"));
    if (!placed.add(code)) {
      throw item.flaw("指标“" + code + "”写了两次", "一个指标在方案中只出现一次，请删去一处");
    }
    return switch (indicator.kind()) {
      case AMOUNT, COUNT, PERCENT, RANK -> indicator;
      case CHOICE, FLAG, DATE ->
          throw item.flaw("“" + indicator.label() + "”不是数值", "目标只能是金额、数量、百分比或名次");
    };
  }
}
