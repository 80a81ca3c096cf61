package seedbed.plan;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import seedbed.criteria.PlanOutline;

/// What the form and the printed version of a plan have in common.
///
/// @param programme whose plan it is, as the cover says: 如皋市专精特新“小巨人”培育企业
/// @param issuer the unit that gives the form out
/// @param company its name
/// @param given the highest number that rows of the plan ever had, by sort
/// @param made when the paper was made
record PlanPaper(
    String programme,
    String issuer,
    String company,
    Span span,
    PlanOutline outline,
    Content content,
    Map<String, Integer> given,
    Instant made) {

  static final String TITLE = "培育发展方案";
  static final String COMPANY = "企业名称（盖章）";
  static final String PREPARED = "编制时间";

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  int given(RowSort sort) {
    return given.getOrDefault(sort.code(), 0);
  }

  /// The lines at the foot of the cover.
  List<String> imprint() {
    return List.of(issuer, made.atZone(CHINA).getYear() + " 年印制");
  }
}
