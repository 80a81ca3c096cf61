package seedbed.imports;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.Indicators;
import seedbed.criteria.rule.Indicator;
import seedbed.spreadsheet.CellReading;

/// A column of a form: what it is called, how it is filled in.
///
/// @param key the indicator's code, or a word of this package for what is not an indicator
/// @param unit stands behind the label; empty where there is none
/// @param group the band over the column
/// @param options what may be chosen; empty for free entry
/// @param indicator null for what describes the company or the row
record FormField(
    String key,
    String label,
    String unit,
    String group,
    String hint,
    Entry entry,
    boolean required,
    List<String> options,
    @Nullable Indicator indicator) {

  /// How a value is entered.
  enum Entry {
    WORDS("文字"),
    CODE("文字"),
    NUMBER("数字"),
    WHOLE("整数"),
    DAY("日期"),
    CHOICE("从下拉列表选择");

    private final String label;

    Entry(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }

  static final List<String> YES_NO = List.of("是", "否");

  FormField {
    options = List.copyOf(options);
  }

  static FormField of(Indicators.Entry entry) {
    Indicator indicator = entry.indicator();
    return new FormField(
        indicator.code(),
        indicator.label(),
        shownUnit(indicator),
        entry.group().label(),
        entry.hint(),
        entryOf(indicator),
        false,
        options(indicator),
        indicator);
  }

  /// The head of the column: 营业收入总额（万元）.
  String heading() {
    if (unit.isEmpty()) {
      return label;
    }
    // One bracket is enough: 资产总额（年末，万元）.
    return label.endsWith("）")
        ? label.substring(0, label.length() - 1) + "，" + unit + "）"
        : label + "（" + unit + "）";
  }

  /// Heads are compared without regard to width, spaces and letter case.
  static String comparable(String heading) {
    return CellReading.tidy(heading).replaceAll("[\\s*＊]", "").toLowerCase(Locale.ROOT);
  }

  private static String shownUnit(Indicator indicator) {
    return switch (indicator.kind()) {
      case AMOUNT, COUNT, PERCENT, RANK -> indicator.unit();
      case CHOICE, FLAG, DATE -> "";
    };
  }

  private static Entry entryOf(Indicator indicator) {
    return switch (indicator.kind()) {
      case AMOUNT, PERCENT -> Entry.NUMBER;
      case COUNT -> indicator.unit().equals("分") ? Entry.NUMBER : Entry.WHOLE;
      case RANK -> Entry.WHOLE;
      case CHOICE, FLAG -> Entry.CHOICE;
      case DATE -> Entry.DAY;
    };
  }

  private static List<String> options(Indicator indicator) {
    return switch (indicator.kind()) {
      case FLAG -> YES_NO;
      case CHOICE -> indicator.options().stream().map(Indicator.Option::label).toList();
      case AMOUNT, COUNT, PERCENT, RANK, DATE -> List.of();
    };
  }
}
