package seedbed.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import seedbed.word.WordContent;

/// What a form says about itself, so that another form, another company's or an outdated one is
/// known when it comes back. It stands in the properties of the file and, because some programs
/// drop those, at the foot of its pages.
///
/// @param layout of the form; grows when its tables change
/// @param creditCode of the company
/// @param plan its number, without blanks
/// @param version of the plan from which the form was filled
record FormMark(int layout, String creditCode, String plan, int version) {

  static final int LAYOUT = 1;

  private static final String FORM = "SeedbedForm";
  private static final String PLAN_FORM = "cultivation-plan/";
  private static final String COMPANY = "SeedbedCompany";
  private static final String PLAN = "SeedbedPlan";
  private static final String VERSION = "SeedbedPlanVersion";

  private static final Pattern LINE =
      Pattern.compile("培育发展方案表式([0-9]{1,4})·企业(\\S+?)·方案(\\S+?)·版次([0-9]{1,6})");
  private static final Pattern SMALL = Pattern.compile("[0-9]{1,6}");

  static FormMark of(String creditCode, String plan, int version) {
    return new FormMark(LAYOUT, creditCode, plan, version);
  }

  Map<String, String> properties() {
    return Map.of(
        FORM,
        PLAN_FORM + layout,
        COMPANY,
        creditCode,
        PLAN,
        plan,
        VERSION,
        String.valueOf(version));
  }

  String line() {
    return "培育发展方案表式 %d · 企业 %s · 方案 %s · 版次 %d".formatted(layout, creditCode, plan, version);
  }

  /// Whether a line is such a one, of whatever form.
  static boolean isLine(String text) {
    return LINE.matcher(FormText.plain(text)).matches();
  }

  /// What the file says that it is; empty when it says nothing.
  static Optional<FormMark> in(WordContent file) {
    return inProperties(file.properties()).or(() -> inMargins(file.margins()));
  }

  private static Optional<FormMark> inProperties(Map<String, String> properties) {
    String form = properties.getOrDefault(FORM, "");
    String version = properties.getOrDefault(VERSION, "");
    if (!form.startsWith(PLAN_FORM)
        || !SMALL.matcher(form.substring(PLAN_FORM.length())).matches()
        || !SMALL.matcher(version).matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new FormMark(
            Integer.parseInt(form.substring(PLAN_FORM.length())),
            properties.getOrDefault(COMPANY, ""),
            properties.getOrDefault(PLAN, ""),
            Integer.parseInt(version)));
  }

  private static Optional<FormMark> inMargins(List<String> margins) {
    for (String line : margins) {
      Matcher said = LINE.matcher(FormText.plain(line));
      if (said.matches()) {
        return Optional.of(
            new FormMark(
                Integer.parseInt(said.group(1)),
                said.group(2),
                said.group(3),
                Integer.parseInt(said.group(4))));
      }
    }
    return Optional.empty();
  }
}
