package seedbed.assessment;

import java.util.List;
import seedbed.assessment.Impact.Affected;
import seedbed.criteria.rule.Checklist;
import seedbed.criteria.rule.Truth;

/// Why a company is on its list of an impact, in one phrase.
public final class ImpactReason {

  private static final int LONGEST = 36;

  private final Checklist from;
  private final Checklist to;

  public ImpactReason(Checklist from, Checklist to) {
    this.from = from;
    this.to = to;
  }

  public String of(Affected company) {
    return switch (company.kind()) {
      case STILL_MEETS -> "新旧条件全部满足";
      case NEWLY_MEETS -> "原不满足：" + clauses(from, company.from().notMet());
      case FALLS_OUT -> "不满足：" + clauses(to, company.to().notMet());
      case OPEN -> open(company);
      case NEITHER -> "仍不满足：" + clauses(to, company.to().notMet());
    };
  }

  private String open(Affected company) {
    return switch (company.to().truth()) {
      case UNKNOWN -> "待定：" + clauses(to, company.to().unknown());
      case MET -> "新标准已满足；旧标准待定：" + clauses(from, company.from().unknown());
      case NOT_MET -> "新标准不满足：" + clauses(to, company.to().notMet()) + "；旧标准待定";
    };
  }

  private static String clauses(Checklist checklist, List<Integer> places) {
    if (places.isEmpty()) {
      return "";
    }
    var first = checklist.criteria().get(places.getFirst()).clause().text();
    var shown = first.length() > LONGEST ? first.substring(0, LONGEST) + "…" : first;
    return places.size() == 1 ? shown : shown + "等 " + places.size() + " 条";
  }

  public static String word(Truth truth) {
    return switch (truth) {
      case MET -> "满足";
      case NOT_MET -> "不满足";
      case UNKNOWN -> "待定";
    };
  }
}
