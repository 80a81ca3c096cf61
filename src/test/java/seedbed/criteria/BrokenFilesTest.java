package seedbed.criteria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// The schema helps whoever writes a file, the loader guards the server: both have to refuse the
/// same mistakes of form, and the loader alone those that take knowledge of other files.
@DisplayName("写错的配置文件")
class BrokenFilesTest {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final String RG = "checklists/rg-2021.yml";
  private static final String CX = "checklists/cn-cx-2022.yml";
  private static final String XJR = "checklists/cn-xjr-2022.yml";
  private static final String OVERLAY = "overlays/cn-xjr-2026-ovl.yml";

  @TempDir Path folder;

  /// @param says what the complaint says about it
  private record Broken(String name, String file, String text, String wrong, String says) {}

  private static final List<Broken> BROKEN_FORM =
      List.of(
          new Broken("不认识的键", RG, "proof: seed", "prof: seed", "不认识的键“prof”"),
          new Broken("版本没有名称", RG, "name: 如皋市专精特新“小巨人”企业培育库入库条件（2021年）\n", "", "缺少“name”"),
          new Broken("没有生效日", RG, "from: 2021-06-18\n", "", "缺少“from”"),
          new Broken("日期不存在的月份", RG, "from: 2021-06-18", "from: 2021-13-18", "不是有效日期"),
          new Broken("日期写法不对", RG, "from: 2021-06-18", "from: 2021年6月18日", "不是有效日期"),
          new Broken("不认识的级别", RG, "level: municipal", "level: county", "没有“county”这一级"),
          new Broken("不认识的核实程度", RG, "proof: seed", "proof: X", "不认识的核实程度“X”"),
          new Broken("文号缺失", RG, "number: 皋政办发〔2021〕87号, ", "", "缺少“number”"),
          new Broken("不认识的类别", RG, "track: manufacturing", "track: service", "没有“service”这一类别"),
          new Broken(
              "不认识的申报类型", RG, "applicant: [new, renewal]", "applicant: [new, old]", "没有“old”这一类申报"),
          new Broken(
              "条件没有id",
              RG,
              "- id: rank\n        clause: 附件2 制造类 第2项",
              "- clause: 附件2 制造类 第2项",
              "缺少“id”"),
          new Broken("条件没有clause", RG, "        clause: 附件2 制造类 第2项\n", "", "缺少“clause”"),
          new Broken("条件没有text", RG, "        text: 在细分行业中，企业主导产品市场占有率省内排名前五\n", "", "缺少“text”"),
          new Broken("分项没有text", RG, "text: 国家高新技术企业, ", "", "缺少“text”"),
          new Broken("id含有空格", RG, "- id: rank", "- id: ra nk", "不合规则"),
          new Broken("门槛没有数字", RG, "        at_most: 5\n", "", "没有写门槛数值"),
          new Broken("门槛不是数字", RG, "at_most: 5", "at_most: 五", "应为数字"),
          new Broken("两个门槛", RG, "at_most: 5", "at_most: 5\n        at_least: 1", "写了两个门槛"),
          new Broken("门槛没有单位", RG, "at_most: 5\n        unit: 名", "at_most: 5", "缺少“unit”"),
          new Broken("看不出种类", RG, "declared: four_new", "announced: four_new", "看不出是哪一种条件"),
          new Broken(
              "写了两种",
              RG,
              "declared: four_new",
              "declared: four_new\n        open: wording",
              "写了两种"),
          new Broken(
              "选项条件没有要求",
              RG,
              "choice: brand, at_least: municipal",
              "choice: brand",
              "须写at_least或in"),
          new Broken("judgement不是真假", RG, "judgement: true", "judgement: 是", "true 或 false"),
          new Broken(
              "分项是空的",
              RG,
              "        any:\n          - {id: scale.revenue",
              "        any: []\n        x:\n          - {id: scale.revenue",
              "列表是空的"),
          new Broken(
              "比值只有一项", RG, "ratio: [main_revenue, revenue]", "ratio: [main_revenue]", "须有分子、分母"),
          new Broken(
              "不认识的取数方式", RG, "{ratio: [main_revenue", "{share: [main_revenue", "看不出是哪种取数方式"),
          new Broken("增长率没有算法", XJR, "years: 2, method: either}", "years: 2}", "缺少“method”"),
          new Broken("不认识的增长率算法", XJR, "method: either", "method: average", "不认识的增长率算法"),
          new Broken("不认识的截止日", XJR, "at: last-year-end", "at: today", "不认识的截止日"),
          new Broken("年数为零", XJR, "every_year: {years: 2", "every_year: {years: 0", "1至6的整数"),
          new Broken(
              "只有一种读法",
              XJR,
              "                            - {reading: 近2年合计口径, quantity: {sum: rd_expense, years:"
                  + " 2}, at_least: 3000, unit: 万元}\n",
              "",
              "至少要有两种读法"),
          new Broken("读法没有名称", XJR, "reading: 上年度口径, ", "", "缺少“reading”"),
          new Broken(
              "只有一档",
              RG,
              "declared: four_new",
              "branches: [{when: {text: 甲, declared: four_new}, then: {text: 乙, declared:"
                  + " core_team}}]",
              "至少要有两档"),
          new Broken(
              "待定原因不对", "checklists/js-pool-2020.yml", "open: wording", "open: maybe", "不认识的待定原因"),
          new Broken("评分没有合格分", CX, "              pass: 60\n", "", "缺少“pass”"),
          new Broken("评分项没有计分办法", CX, "tiers:\n", "levels:\n", "看不出怎样计分"),
          new Broken("分数段只有界限", CX, "[5, 20]", "[5]", "[界限, 得分]"),
          new Broken("分数段没有otherwise", CX, "[1, 5]], otherwise: 0}", "[1, 5]]}", "缺少“otherwise”"),
          new Broken("最低分是负数", CX, "floor: 20", "floor: -20", "不能是负数"),
          new Broken(
              "通知没有期间", OVERLAY, "round: {from: 2026-01-01, to: 2026-12-31}\n", "", "缺少“round”"),
          new Broken("豁免没有clause", OVERLAY, ", clause: 复核要求}", "}", "缺少“clause”"),
          new Broken("指标没有名称", "indicators.yml", "  label: 成立日期\n", "", "缺少“label”"),
          new Broken("指标种类不对", "indicators.yml", "kind: date", "kind: day", "不认识“day”"),
          new Broken("选项类指标没有选项", "indicators.yml", "kind: date", "kind: choice", "选项不对"),
          new Broken(
              "金额单位不对",
              "indicators.yml",
              "kind: amount\n  period: year\n  unit: 万元",
              "kind: amount\n  period: year\n  unit: 元",
              "单位应为“万元”"),
          new Broken(
              "应附材料种类不对",
              "indicators.yml",
              "{kind: certificate,",
              "{kind: licence,",
              "不认识“licence”"),
          new Broken("应附材料没有名称", "indicators.yml", ", name: 营业执照}", "}", "缺少“name”"),
          new Broken("称号类别不对", "titles.yml", "kind: pool", "kind: list", "没有“list”这一类称号"),
          new Broken("称号没有简称", "titles.yml", "  short: 市培育库\n", "", "缺少“short”"));

  private static final List<Broken> BROKEN_MEANING =
      List.of(
          new Broken(
              "没有这个指标", RG, "quantity: rank_province", "quantity: rank_city", "没有“rank_city”这个指标"),
          new Broken(
              "没有这个称号",
              XJR,
              "holds: [specialised-sme]",
              "holds: [special-sme]",
              "没有“special-sme”这个称号"),
          new Broken(
              "没有这个选项",
              RG,
              "choice: brand, at_least: municipal",
              "choice: brand, at_least: city",
              "没有“city”这个选项"),
          new Broken(
              "选项不分高低",
              "checklists/js-pool-2020.yml",
              "in: [",
              "at_least: none\n            x: [",
              "不分高低"),
          new Broken(
              "单位与指标不一致",
              RG,
              "at_most: 5\n        unit: 名",
              "at_most: 5\n        unit: 项",
              "与指标的单位“名”不一致"),
          new Broken(
              "比值的单位不对", RG, "at_least: 40, unit: '%'", "at_least: 40, unit: 万元", "比值的单位应为“%”或“倍”"),
          new Broken(
              "单位不同不能相加",
              RG,
              "{sum: [invention_patents, invention_applications]}",
              "{sum: [invention_patents, employees]}",
              "单位不同的指标不能相加"),
          new Broken("是否类指标不是数字", RG, "quantity: rank_province", "quantity: high_tech", "不是数字"),
          new Broken("数字指标不是是否", RG, "declared: high_tech", "declared: revenue", "不是是否类指标"),
          new Broken("id重复", RG, "- id: focus", "- id: rank", "重复"),
          new Broken("键写了两次", RG, "level: municipal", "level: municipal\nlevel: national", "写了两次"),
          new Broken("id与文件名不一致", RG, "id: rg-2021", "id: rg-2022", "与文件名不一致"),
          new Broken("没有这一天", RG, "from: 2021-06-18", "from: 2021-06-31", "不是有效日期"),
          new Broken("废止早于生效", XJR, "to: 2026-03-31", "to: 2021-03-31", "废止日早于生效日"),
          new Broken("施行时间重叠", XJR, "to: 2026-03-31", "to: 2026-04-01", "施行时间重叠"),
          new Broken(
              "往前太多年",
              XJR,
              "{growth: main_revenue, years: 2",
              "{growth: main_revenue, years: 6",
              "最多只能往前5年"),
          new Broken(
              "时点指标没有以前年度",
              XJR,
              "{sum: rd_expense, years: 2}",
              "{sum: class1_ip, years: 2}",
              "没有年度"),
          new Broken(
              "分档有空缺",
              XJR,
              "quantity: revenue, less_than: 5000",
              "quantity: revenue, less_than: 4000",
              "分档有空缺：4000至5000"),
          new Broken(
              "分档有重叠",
              XJR,
              "quantity: revenue, less_than: 5000",
              "quantity: revenue, less_than: 6000",
              "分档有重叠"),
          new Broken(
              "界限落入两档",
              XJR,
              "quantity: revenue, less_than: 5000",
              "quantity: revenue, at_most: 5000",
              "恰为5000时落入两档"),
          new Broken(
              "最低一档有下限",
              XJR,
              "quantity: revenue, less_than: 5000",
              "quantity: revenue, at_least: 4000",
              "没有覆盖全部数值"),
          new Broken("分数段没有从高到低", CX, "[[5, 20], [3, 15]", "[[3, 15], [5, 20]", "没有从高分到低分"),
          new Broken("得分高于满分", CX, "[[5, 20]", "[[5, 25]", "得分高于本项满分20"),
          new Broken("最低分高于满分", CX, "floor: 20", "floor: 45", "最低分高于本类满分40"),
          new Broken("合格分高于满分", CX, "pass: 60", "pass: 101", "合格分高于各类满分之和100"),
          new Broken(
              "没有通知所说的版本",
              OVERLAY,
              "edition: cn-xjr-2022",
              "edition: cn-xjr-2018",
              "没有“cn-xjr-2018”这个版本"),
          new Broken(
              "豁免的条件不存在", OVERLAY, "criterion: growth", "criterion: grwth", "要豁免的条件“grwth”在版本中没有"),
          new Broken("增加的条件重名", OVERLAY, "- id: not-champion", "- id: growth", "与版本中的id重复"),
          new Broken(
              "不是有效的YAML",
              RG,
              "applicant: [new, renewal]",
              "applicant: [new, renewal",
              "不是有效的YAML"));

  @TestFactory
  @DisplayName("形式错误：模式与加载都拒绝，并说明文件、行号和办法")
  Stream<DynamicTest> mistakesOfFormAreRefusedByBoth() {
    return BROKEN_FORM.stream()
        .map(broken ->
            DynamicTest.dynamicTest(
                broken.name(),
                () -> {
                  var copy = copy(broken);
                  assertThat(complaints(copy.folder().resolve(broken.file()), broken.file()))
                      .isNotEmpty();
                  refused(copy, broken);
                }));
  }

  @TestFactory
  @DisplayName("内容错误：加载拒绝")
  Stream<DynamicTest> mistakesOfMeaningAreRefusedByTheLoader() {
    return BROKEN_MEANING.stream()
        .map(broken -> DynamicTest.dynamicTest(broken.name(), () -> refused(copy(broken), broken)));
  }

  private ConfigCopy copy(Broken broken) throws IOException {
    return new ConfigCopy(Files.createTempDirectory(folder, "config"))
        .replace(broken.file(), broken.text(), broken.wrong());
  }

  private static void refused(ConfigCopy copy, Broken broken) {
    assertThatThrownBy(copy::read)
        .isInstanceOfSatisfying(
            FaultyConfig.class,
            faulty ->
                assertThat(faulty.problems())
                    .anySatisfy(problem -> {
                      assertThat(problem.what() + problem.remedy()).contains(broken.says());
                      assertThat(problem.line()).isPositive();
                      assertThat(problem.remedy()).startsWith("请");
                    }));
  }

  @TestFactory
  @DisplayName("每个配置文件都符合它的模式")
  Stream<DynamicTest> everyFileFollowsItsSchema() throws IOException {
    List<Path> files;
    try (var all = Files.walk(ConfigCopy.ORIGINAL)) {
      files = all.filter(file -> file.toString().endsWith(".yml")).sorted().toList();
    }
    return files.stream()
        .map(file ->
            DynamicTest.dynamicTest(
                file.toString(),
                () ->
                    assertThat(complaints(file, ConfigCopy.ORIGINAL.relativize(file).toString()))
                        .isEmpty()));
  }

  @Test
  @DisplayName("全部问题一次列出，最多显示十条")
  void allProblemsAreToldAtOnce() {
    var copy =
        new ConfigCopy(folder)
            .replace(RG, "quantity: rank_province", "quantity: rank_city")
            .replace(RG, "declared: four_new", "declared: five_new")
            .replace(CX, "floor: 20", "floor: 45");

    assertThatThrownBy(copy::read)
        .hasMessageStartingWith("标准配置有3处问题，服务未启动：")
        .hasMessageContaining("checklists/cn-cx-2022.yml 第")
        .hasMessageContaining("没有“five_new”这个指标。请改正，或先在indicators.yml中增加。");
  }

  private static List<String> complaints(Path file, String name) {
    var schema = ConfigCopy.ORIGINAL.resolve(schema(name)).toAbsolutePath().toUri().toString();
    try {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(SchemaLocation.of(schema))
          .validate(YAML.readTree(file.toFile()))
          .stream()
          .map(Object::toString)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String schema(String file) {
    return switch (Path.of(file).getName(0).toString()) {
      case "checklists" -> "checklists/edition.schema.json";
      case "overlays" -> "overlays/overlay.schema.json";
      case "cases" -> "cases/cases.schema.json";
      case "indicators.yml" -> "indicators.schema.json";
      case "titles.yml" -> "titles.schema.json";
      case "sheets.yml" -> "sheets.schema.json";
      case "archive.yml" -> "archive.schema.json";
      case "management.yml" -> "management.schema.json";
      case "targets.yml" -> "targets.schema.json";
      case "reminders.yml" -> "reminders.schema.json";
      case "holidays.yml" -> "holidays.schema.json";
      case "plan.yml" -> "plan.schema.json";
      case "requests.yml" -> "requests.schema.json";
      case "inspections.yml" -> "inspections.schema.json";
      default -> throw new IllegalArgumentException("a file without a schema: " + file);
    };
  }
}
