package seedbed.drafting;

import java.util.Map;
import java.util.regex.Pattern;

/// The keys of a checklist file in the words of its forms.
final class FieldWords {
  private static final Pattern KEY =
      Pattern.compile("(?<![A-Za-z0-9_.-])[a-z]+(_[a-z]+)*(?![A-Za-z0-9_.-])");

  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("id", "代码"),
          Map.entry("name", "名称"),
          Map.entry("title", "称号"),
          Map.entry("level", "级别"),
          Map.entry("document", "依据文件"),
          Map.entry("number", "文号"),
          Map.entry("annex", "附件"),
          Map.entry("from", "生效日"),
          Map.entry("to", "废止日"),
          Map.entry("proved_until", "依据证明的截止日"),
          Map.entry("proof", "核实程度"),
          Map.entry("notes", "说明"),
          Map.entry("checklists", "清单"),
          Map.entry("track", "类别"),
          Map.entry("applicant", "申报类型"),
          Map.entry("criteria", "条件"),
          Map.entry("clause", "条款位置"),
          Map.entry("text", "条文"),
          Map.entry("unverified", "待核内容"),
          Map.entry("only", "适用的申报类型"),
          Map.entry("quantity", "数值门槛"),
          Map.entry("unit", "单位"),
          Map.entry("at_least", "不低于"),
          Map.entry("at_most", "不超过"),
          Map.entry("more_than", "高于"),
          Map.entry("less_than", "低于"),
          Map.entry("choice", "选项"),
          Map.entry("in", "可接受的选项"),
          Map.entry("declared", "是否类事实"),
          Map.entry("judgement", "人工认定"),
          Map.entry("holds", "持有称号"),
          Map.entry("lacks", "未持有称号"),
          Map.entry("all", "同时满足"),
          Map.entry("any", "满足其一"),
          Map.entry("at_least_of", "满足若干项"),
          Map.entry("n", "项数"),
          Map.entry("of", "内容"),
          Map.entry("branches", "分档要求"),
          Map.entry("when", "适用于"),
          Map.entry("then", "要求"),
          Map.entry("every_year", "逐年达到"),
          Map.entry("any_year", "任一年达到"),
          Map.entry("years", "年数"),
          Map.entry("readings", "口径待明确"),
          Map.entry("reading", "读法名称"),
          Map.entry("score", "评分表"),
          Map.entry("open", "待定"),
          Map.entry("wording", "表述待明确"),
          Map.entry("provisional", "以年度通知为准"),
          Map.entry("back", "往前年数"),
          Map.entry("sum", "合计"),
          Map.entry("mean", "平均"),
          Map.entry("ratio", "比值"),
          Map.entry("growth", "增长率"),
          Map.entry("method", "增长率算法"),
          Map.entry("arithmetic", "算术平均"),
          Map.entry("compound", "复合增长"),
          Map.entry("either", "两种都算"),
          Map.entry("years_since", "年限"),
          Map.entry("at", "计算到"),
          Map.entry("pass", "合格分"),
          Map.entry("classes", "评分类别"),
          Map.entry("max", "满分"),
          Map.entry("floor", "最低分"),
          Map.entry("items", "评分项"),
          Map.entry("bands", "分数段"),
          Map.entry("tiers", "取最高一档"),
          Map.entry("cumulative", "逐项累计"),
          Map.entry("steps", "按步计分"),
          Map.entry("entered", "录入得分"),
          Map.entry("best", "取得分最高的一项"),
          Map.entry("otherwise", "其余得分"),
          Map.entry("cap", "封顶分"),
          Map.entry("every", "每步"),
          Map.entry("points", "得分"),
          Map.entry("new", "新申报"),
          Map.entry("renewal", "复核"));

  private FieldWords() {}

  static String of(String key) {
    return WORDS.getOrDefault(key, key);
  }

  /// A sentence of the reader of files, for somebody who fills in forms.
  static String spoken(String sentence) {
    return KEY.matcher(sentence).replaceAll(match -> of(match.group()));
  }
}
