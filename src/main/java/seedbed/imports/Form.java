package seedbed.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import seedbed.company.Track;
import seedbed.criteria.Indicators;
import seedbed.criteria.Level;
import seedbed.criteria.Titles;
import seedbed.criteria.rule.Indicator;

/// The columns of one kind of spreadsheet, for writing its template and for recognising it again.
record Form(ImportKind kind, String title, List<FormField> fields) {

  static final int VERSION = 1;

  static final String NAME = "name";
  static final String SHORT_NAME = "short_name";
  static final String CREDIT_CODE = "credit_code";
  static final String REGION = "region";
  static final String INDUSTRY_CODE = "industry_code";
  static final String INDUSTRY_NAME = "industry_name";
  static final String TRACK = "track";
  static final String MAIN_PRODUCT = "main_product";
  static final String FOUNDED_ON = "founded_on";
  static final String TITLE = "title";
  static final String DOCUMENT = "document";
  static final String BATCH = "batch";
  static final String HELD_FROM = "held_from";
  static final String LAST_DAY = "last_day";
  static final String END_DOCUMENT = "end_document";
  static final String CHECKED_ON = "checked_on";
  static final String ITEM = "item";
  static final String LEVEL = "level";
  static final String DOCUMENT_NO = "document_no";
  static final String DUE = "due";
  static final String GRANTED = "granted";
  static final String REASON = "reason";
  static final String DECIDED_ON = "decided_on";
  static final String PAID_ON = "paid_on";
  static final String ARCHIVED = "archived";
  static final String REMARK = "remark";
  static final String YEAR = "year";
  static final String DAY = "day";

  private static final Pattern MONEY = Pattern.compile("(?:人民币)?[十百千万亿]*元");

  private static final Map<String, String> OTHER_NAMES =
      Map.of(
          "企业名称", NAME,
          "单位名称", NAME,
          "名称", NAME,
          "信用代码", CREDIT_CODE,
          "所属镇(区、街道)", REGION,
          "所在镇街", REGION,
          "赛道", TRACK,
          "年份", YEAR,
          "政策年度", YEAR);

  Form {
    fields = List.copyOf(fields);
  }

  static Form companies(List<String> regions) {
    return new Form(
        ImportKind.COMPANIES,
        "企业基本信息登记表",
        List.of(
            base(NAME, "名称", "营业执照上的全称。", FormField.Entry.WORDS, true),
            base(SHORT_NAME, "简称", "便于查找的简短称呼，可不填。", FormField.Entry.WORDS, false),
            base(CREDIT_CODE, "统一社会信用代码", "18 位，入库前可暂不填；已填的按校验码核对。", FormField.Entry.CODE, false),
            choice(REGION, "所属镇街", "从下拉列表选择；多地同名的写全，例如“如皋市城北街道”。", regions),
            base(
                INDUSTRY_CODE,
                "行业代码",
                "《国民经济行业分类》（GB/T 4754—2017）小类，4 位数字。",
                FormField.Entry.CODE,
                false),
            base(INDUSTRY_NAME, "行业名称", "与行业代码对应的小类名称。", FormField.Entry.WORDS, false),
            choice(TRACK, "类别", "生产制造为主的选制造类，技术创新、新业态为主的选创新类。", tracks()),
            base(MAIN_PRODUCT, "主导产品", "收入最高的一种产品或服务。", FormField.Entry.WORDS, false),
            base(FOUNDED_ON, "成立日期", "营业执照上的成立日期。", FormField.Entry.DAY, false)));
  }

  static Form titles(Titles titles) {
    List<String> labels = titles.ladder().stream().map(Titles.Rung::label).toList();
    return new Form(
        ImportKind.TITLES,
        "企业称号登记表",
        List.of(
            base(NAME, "企业名称", "与系统中登记的全称一致。", FormField.Entry.WORDS, true),
            base(CREDIT_CODE, "统一社会信用代码", "18 位；填写后优先按代码识别企业。", FormField.Entry.CODE, false),
            held(TITLE, "称号", "从下拉列表选择；在库也是称号。只登记核对日期的留空。", FormField.Entry.CHOICE, labels),
            held(DOCUMENT, "认定文件", "认定、公布或入库的文件名称、文号；填了称号的必填。", FormField.Entry.WORDS, List.of()),
            held(BATCH, "批次", "例如“第四批”，可不填。", FormField.Entry.WORDS, List.of()),
            held(
                HELD_FROM,
                "起始日期",
                "有效期的第一天；只知道年份的填年份，例如 2021。填了称号的必填。",
                FormField.Entry.WORDS,
                List.of()),
            held(LAST_DAY, "有效期至", "最后有效的一天；仍然有效、没有载明期限的留空。", FormField.Entry.DAY, List.of()),
            held(END_DOCUMENT, "取消文件", "提前取消、撤销或出库的文件，可不填。", FormField.Entry.WORDS, List.of()),
            new FormField(
                CHECKED_ON,
                "称号核对日期",
                "",
                "核对",
                "这家企业的全部称号（不只是本行）在这一天核对齐全；填了以后，没有登记的称号按“未取得”判定，不填的按“不明”。没有任何称号的企业也请填一行。",
                FormField.Entry.DAY,
                false,
                List.of(),
                null)));
  }

  /// One line a reward.
  static Form rewards() {
    List<String> levels = Arrays.stream(Level.values()).map(Level::label).toList();
    return new Form(
        ImportKind.REWARDS,
        "企业奖励登记表",
        List.of(
            base(NAME, "企业名称", "与系统中登记的全称一致。", FormField.Entry.WORDS, true),
            base(CREDIT_CODE, "统一社会信用代码", "18 位；填写后优先按代码识别企业。", FormField.Entry.CODE, false),
            granted(YEAR, "年度", "", "奖励政策所属的年度，例如 2025。", FormField.Entry.WHOLE),
            granted(ITEM, "奖励项目", "", "按文件上的名称，例如“首超奖”。", FormField.Entry.WORDS),
            new FormField(
                LEVEL, "级别", "", "奖励", "从下拉列表选择。", FormField.Entry.CHOICE, true, levels, null),
            granted(DOCUMENT, "依据文件", "", "文件的名称。", FormField.Entry.WORDS),
            perhaps(DOCUMENT_NO, "依据文号", "", "没有的留空。", FormField.Entry.WORDS),
            perhaps(DUE, "应奖金额", "万元", "不清楚的留空；只表彰不奖励的填 0。", FormField.Entry.NUMBER),
            perhaps(GRANTED, "实际奖励", "万元", "不清楚的留空；只表彰不奖励的填 0。", FormField.Entry.NUMBER),
            perhaps(REASON, "不同的原因", "", "实际与应奖不同的必填，例如“无产学研，按80%兑现”。", FormField.Entry.WORDS),
            granted(DECIDED_ON, "决定日期", "", "决定给予奖励的日期。", FormField.Entry.DAY),
            perhaps(PAID_ON, "到位日期", "", "全部到位的填写；未到位、部分到位的留空，以后逐笔登记。", FormField.Entry.DAY),
            perhaps(
                ARCHIVED, "决定的档案编号", "", "决定已在本单位归档的填写，例如“发文档〔2026〕3号”。", FormField.Entry.WORDS),
            perhaps(REMARK, "备注", "", "可不填。", FormField.Entry.WORDS)));
  }

  /// A list that names companies; what it gives them is said of the whole list.
  static Form announced() {
    return new Form(
        ImportKind.TITLES,
        "公布名单",
        List.of(
            base(NAME, "企业名称", "公布名单上的名称。", FormField.Entry.WORDS, true),
            base(CREDIT_CODE, "统一社会信用代码", "18 位；名单上有的一并核对。", FormField.Entry.CODE, false)));
  }

  /// Whether it is a list of companies alone.
  boolean listOnly() {
    return kind == ImportKind.TITLES
        && fields.stream().noneMatch(field -> field.key().equals(TITLE));
  }

  static Form figures(Indicators indicators) {
    List<FormField> fields = new ArrayList<>();
    fields.add(base(NAME, "企业名称", "与系统中登记的全称一致。", FormField.Entry.WORDS, true));
    fields.add(base(CREDIT_CODE, "统一社会信用代码", "18 位；填写后优先按代码识别企业。", FormField.Entry.CODE, false));
    fields.add(base(YEAR, "年度", "年度指标所属的会计年度，例如 2025；须已经结束。", FormField.Entry.WHOLE, false));
    indicators.entries().stream()
        .filter(entry -> entry.indicator().period() == Indicator.Period.YEAR)
        .map(FormField::of)
        .forEach(fields::add);
    fields.add(base(DAY, "截至日期", "其后各栏反映这一天的情况；填了其后任何一栏的必填。", FormField.Entry.DAY, false));
    indicators.entries().stream()
        .filter(entry -> entry.indicator().period() == Indicator.Period.DAY)
        .map(FormField::of)
        .forEach(fields::add);
    return new Form(ImportKind.FIGURES, "优质中小企业培育指标填报表", fields);
  }

  /// The field that a head names, with or without its unit, by label, code or a usual other name.
  Optional<Named> named(String heading) {
    String wanted = FormField.comparable(heading);
    Map<String, FormField> byName = byName();
    @Nullable FormField exact = byName.get(wanted);
    if (exact != null) {
      return Optional.of(new Named(exact, exact.unit()));
    }
    int bracket = wanted.lastIndexOf('(');
    if (bracket > 0 && wanted.endsWith(")")) {
      @Nullable FormField field = byName.get(wanted.substring(0, bracket));
      if (field != null) {
        return Optional.of(new Named(field, wanted.substring(bracket + 1, wanted.length() - 1)));
      }
      int comma = wanted.lastIndexOf(',');
      @Nullable FormField inside =
          comma < bracket ? null : byName.get(wanted.substring(0, comma) + ")");
      if (inside != null) {
        return Optional.of(new Named(inside, wanted.substring(comma + 1, wanted.length() - 1)));
      }
    }
    return Optional.empty();
  }

  /// A field with the unit that stands in the head.
  record Named(FormField field, String unit) {

    /// Amounts in another unit would all be wrong, so the file is not taken at all.
    boolean otherMoney() {
      return otherUnit() && field.unit().equals("万元") && MONEY.matcher(unit).matches();
    }

    boolean otherUnit() {
      return !field.unit().isEmpty()
          && !FormField.comparable(unit).equals(FormField.comparable(field.unit()));
    }
  }

  private Map<String, FormField> byName() {
    Map<String, FormField> byName = new HashMap<>();
    for (FormField field : fields) {
      byName.put(FormField.comparable(field.label()), field);
      byName.put(FormField.comparable(field.heading()), field);
      byName.put(field.key(), field);
      OTHER_NAMES.forEach((name, key) -> {
        if (key.equals(field.key())) {
          byName.put(FormField.comparable(name), field);
        }
      });
    }
    return byName;
  }

  private static FormField base(
      String key, String label, String hint, FormField.Entry entry, boolean required) {
    return new FormField(key, label, "", "企业", hint, entry, required, List.of(), null);
  }

  private static FormField granted(
      String key, String label, String unit, String hint, FormField.Entry entry) {
    return new FormField(key, label, unit, "奖励", hint, entry, true, List.of(), null);
  }

  private static FormField perhaps(
      String key, String label, String unit, String hint, FormField.Entry entry) {
    return new FormField(key, label, unit, "奖励", hint, entry, false, List.of(), null);
  }

  private static FormField choice(String key, String label, String hint, List<String> options) {
    return new FormField(key, label, "", "企业", hint, FormField.Entry.CHOICE, true, options, null);
  }

  private static FormField held(
      String key, String label, String hint, FormField.Entry entry, List<String> options) {
    return new FormField(key, label, "", "称号", hint, entry, false, options, null);
  }

  private static List<String> tracks() {
    return List.of(Track.MANUFACTURING.label(), Track.INNOVATION.label());
  }
}
