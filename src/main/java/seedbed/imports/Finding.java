package seedbed.imports;

import org.jspecify.annotations.Nullable;

/// Something about a row that its user has to correct, or to look at.
///
/// @param row as the spreadsheet program counts; 0 for the whole file
/// @param column counted from 0; null for the whole row
record Finding(
    int row,
    @Nullable Integer column,
    String heading,
    Severity severity,
    String shown,
    String reason,
    String remedy) {

  enum Severity {
    ERROR("错误"),
    CAUTION("请核对");

    private final String label;

    Severity(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }

  private static final int LONGEST_SHOWN = 120;
  private static final int LONGEST_SENTENCE = 400;

  Finding {
    heading = cut(heading, LONGEST_SHOWN);
    shown = cut(shown, LONGEST_SHOWN);
    reason = cut(reason, LONGEST_SENTENCE);
    remedy = cut(remedy, LONGEST_SENTENCE);
  }

  boolean error() {
    return severity == Severity.ERROR;
  }

  /// As it stands in the annotated copy: 营业收入：不是数字；填写数字。
  String sentence() {
    String what = heading.isEmpty() ? reason : heading + "：" + reason;
    return severity.label() + " " + what + (remedy.isEmpty() ? "。" : "；" + remedy + "。");
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
  }
}
