package seedbed.verdict;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.rule.Cells;
import seedbed.criteria.rule.Change;
import seedbed.criteria.rule.Criterion;
import seedbed.criteria.rule.Facts;
import seedbed.criteria.rule.Finding;
import seedbed.criteria.rule.Finding.Measure;
import seedbed.criteria.rule.Judging;
import seedbed.criteria.rule.Reason;
import seedbed.criteria.rule.Truth;
import seedbed.criteria.rule.Verdict;
import seedbed.web.Formats;
import seedbed.web.Meter;

/// Lays the findings of a verdict out as lines of one table, parts under their whole.
final class FindingRows {
  private final Facts facts;
  private final Sources sources;
  private final List<FindingRow> rows = new ArrayList<>();

  private FindingRows(Facts facts, Sources sources) {
    this.facts = facts;
    this.sources = sources;
  }

  /// @param open only clauses that are not met, or not known to be
  static List<FindingRow> of(Verdict verdict, Sources sources, boolean open) {
    var all = new FindingRows(verdict.facts(), sources);
    var criteria = verdict.checklist().criteria();
    for (var i = 0; i < criteria.size(); i++) {
      var finding = verdict.findings().get(i);
      if (!open || finding.truth() != Truth.MET) {
        all.add(criteria.get(i), finding, "" + (i + 1), 0, "");
      }
    }
    return List.copyOf(all.rows);
  }

  private void add(
      Criterion criterion, Finding finding, String number, int depth, String citedAbove) {
    var tested = criterion instanceof Criterion.Waived(_, var waived) ? waived : criterion;
    rows.add(row(tested, finding, number, style(depth), citedAbove));
    var cited = finding.clause().citation();
    if (tested instanceof Criterion.Branches branches) {
      addBranches(branches, finding, depth + 1, cited);
      return;
    }
    var parts = Cells.parts(tested).toList();
    for (var i = 0; i < parts.size(); i++) {
      add(parts.get(i), finding.parts().get(i), "", depth + 1, cited);
    }
  }

  /// Findings hold the condition and the requirement of every branch that may apply.
  private void addBranches(
      Criterion.Branches branches, Finding finding, int depth, String citedAbove) {
    var place = 0;
    for (var branch : branches.branches()) {
      if (Judging.judge(branch.when(), facts) == Truth.NOT_MET) {
        continue;
      }
      var when = finding.parts().get(place++);
      rows.add(row(branch.when(), when, "", style(depth) + " condition", citedAbove));
      add(branch.then(), finding.parts().get(place++), "", depth, citedAbove);
    }
  }

  private FindingRow row(
      Criterion criterion, Finding finding, String number, String style, String citedAbove) {
    var clause = finding.clause();
    var measure = finding.measure();
    var waiver = finding.waiver();
    return new FindingRow(
        number,
        style,
        clause.text(),
        hint(criterion),
        clause.citation().equals(citedAbove) ? "" : clause.citation(),
        clause.toBeVerified(),
        clause.unverified(),
        waiver == null ? null : waiver.citation() + " " + waiver.text(),
        finding.score() == null ? finding.used().stream().map(sources::line).toList() : List.of(),
        actual(measure),
        measure == null ? "" : required(measure),
        shortfall(measure),
        remedy(finding),
        meter(finding, measure),
        finding.truth(),
        word(finding),
        reason(finding),
        sources.warning(finding),
        finding.sensitive(),
        ScoreTable.of(finding.score(), sources));
  }

  private static String style(int depth) {
    return switch (depth) {
      case 0 -> "";
      case 1 -> "part";
      default -> "part deep";
    };
  }

  private static String hint(Criterion criterion) {
    return switch (criterion) {
      case Criterion.All all -> all.parts().size() + " 项同时满足";
      case Criterion.Any any -> any.parts().size() + " 项中满足一项即可";
      case Criterion.AtLeast some -> some.parts().size() + " 项中至少满足 " + some.n() + " 项";
      case Criterion.Branches _ -> "按企业所属情形适用";
      case Criterion.EveryYear _ -> "每年都须满足";
      case Criterion.AnyYear _ -> "其中一年满足即可";
      case Criterion.Readings _ -> "条文有不同读法，分别判定";
      case Criterion.Threshold _,
          Criterion.Choice _,
          Criterion.Declared _,
          Criterion.Holds _,
          Criterion.Lacks _,
          Criterion.Scored _,
          Criterion.Open _,
          Criterion.Waived _ ->
          "";
    };
  }

  private static String actual(@Nullable Measure measure) {
    if (measure == null) {
      return "";
    }
    if (measure.actual() == null) {
      return Formats.NOTHING;
    }
    var actual = decimal(measure.actual());
    var bound = bound(measure);
    return actual == null || bound == null
        ? Shown.measured(measure.actual(), measure.unit())
        : Shown.against(bound, actual, measure.unit());
  }

  private static @Nullable BigDecimal bound(Measure measure) {
    var parts = measure.required().split(" ", 2);
    return parts.length == 2 && measure.unit() != null ? decimal(parts[1]) : null;
  }

  private static String required(Measure measure) {
    var parts = measure.required().split(" ", 2);
    return parts.length == 2 && measure.unit() != null
        ? parts[0] + " " + Shown.measured(parts[1], measure.unit())
        : measure.required();
  }

  private static @Nullable String shortfall(@Nullable Measure measure) {
    if (measure == null || measure.shortfall() == null) {
      return null;
    }
    var word = tooMuch(measure) ? "超 " : "差 ";
    return word + Shown.gap(new BigDecimal(measure.shortfall()), measure.unit());
  }

  /// A rank is better the smaller it is, and still one falls short of it.
  private static boolean tooMuch(Measure measure) {
    return !"名".equals(measure.unit())
        && (measure.required().startsWith("≤") || measure.required().startsWith("<"));
  }

  private @Nullable String remedy(Finding finding) {
    if (finding.remedies().isEmpty()) {
      return null;
    }
    var remedies =
        finding.remedies().stream().filter(each -> !(each instanceof Change.Exceed)).toList();
    if (remedies.isEmpty()) {
      return "不满足上限，不建议为申报压减";
    }
    var closed = remedies.stream().anyMatch(Change::closed);
    return remedies.stream().map(this::remedy).collect(Collectors.joining("，或"))
        + (closed ? "即可（该年已结束）" : "即可");
  }

  private String remedy(Change change) {
    var line = ChangeLine.of(change, facts);
    return change instanceof Change.Adjust ? line.before() + " " + line.figure() : line.sentence();
  }

  /// What its figures or parts do not say already.
  private static @Nullable String reason(Finding finding) {
    return switch (finding.reason()) {
      case null -> null;
      case NOT_REPORTED, EXPIRED, AWAITING_CONFIRMATION ->
          finding.used().isEmpty() && finding.parts().isEmpty() && finding.score() == null
              ? finding.reason().label()
              : null;
      case NEEDS_JUDGEMENT, WORDING_UNSETTLED, EDITION_PROVISIONAL, NOT_COMPUTABLE ->
          finding.parts().isEmpty() || finding.sensitive() ? finding.reason().label() : null;
    };
  }

  private static @Nullable Meter meter(Finding finding, @Nullable Measure measure) {
    if (measure == null) {
      return null;
    }
    var bound = bound(measure);
    var actual = decimal(measure.actual());
    if (bound == null || actual == null) {
      return null;
    }
    var words = "现状 " + actual(measure) + "，要求 " + required(measure);
    return Meter.of(actual, bound, finding.truth(), words);
  }

  private static @Nullable BigDecimal decimal(@Nullable String text) {
    try {
      return text == null ? null : new BigDecimal(text);
    } catch (NumberFormatException _) {
      // A date, or a span of points that are not settled yet.
      return null;
    }
  }

  static String word(Finding finding) {
    if (finding.waiver() != null) {
      return "不考查";
    }
    return switch (finding.truth()) {
      case MET -> "满足";
      case NOT_MET -> "不满足";
      case UNKNOWN -> finding.reason() == Reason.NEEDS_JUDGEMENT ? "待认定" : "待定";
    };
  }
}
