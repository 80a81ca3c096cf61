package seedbed.report.company;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.Titles;
import seedbed.criteria.rule.Truth;
import seedbed.report.company.RosterPage.Line;
import seedbed.report.company.RosterPage.Mark;
import seedbed.report.company.RosterRow.Standing;
import seedbed.verdict.Missing;
import seedbed.web.Formats;

/// Puts a row of the list into words.
@Singleton
class RosterLines {
  private final Titles titles;

  RosterLines(Titles titles) {
    this.titles = titles;
  }

  /// @param judged whether outcomes are known at all
  Line line(RosterRow row, boolean judged) {
    var focus = row.focus();
    return new Line(
        row.id(),
        row.name(),
        row.demo(),
        row.creditCode(),
        row.region(),
        row.industry(),
        row.track().label(),
        row.held().stream()
            .map(titles::get)
            .sorted(Comparator.comparingInt(Titles.Rung::ladder))
            .map(Titles.Rung::shortLabel)
            .toList(),
        ladder(row.ladder()),
        focus == null ? "" : shortLabel(focus.title()),
        focus == null ? "" : focus.title(),
        focus == null || focus.held() ? null : focus.truth(),
        word(focus),
        focus == null ? judged ? "没有更高一级" : "等待判定" : distance(focus));
  }

  private String shortLabel(String title) {
    return titles.get(title).shortLabel();
  }

  private static String word(@Nullable Standing focus) {
    if (focus == null) {
      return Formats.NOTHING;
    }
    if (focus.held()) {
      return "持有";
    }
    return switch (focus.truth()) {
      case MET -> "可报";
      case NOT_MET -> "不满足";
      case UNKNOWN -> "待定";
    };
  }

  private static String distance(Standing standing) {
    var shortfall = standing.shortfall() == null ? "" : "：" + standing.shortfall();
    return switch (standing.truth()) {
      case MET -> counted(standing);
      case NOT_MET, UNKNOWN -> counted(standing) + shortfall;
    };
  }

  /// The same without naming what is missing, for the small marks of the ladder.
  private static String counted(Standing standing) {
    var renewal = standing.held() ? "复核" : "";
    return switch (standing.truth()) {
      case MET -> renewal + "条件全部满足";
      case NOT_MET -> renewal + Missing.counted(standing.notMet(), standing.unknown());
      case UNKNOWN ->
          renewal + (standing.missing() > 0 ? "缺 " + standing.missing() + " 项数据" : "条文待明确");
    };
  }

  /// Every title with an edition in force, from the lowest rung to the highest.
  private List<Mark> ladder(List<Standing> standings) {
    return standings.stream()
        .sorted(Comparator.comparingInt(each -> titles.get(each.title()).ladder()))
        .map(this::mark)
        .toList();
  }

  private Mark mark(Standing standing) {
    var label = shortLabel(standing.title());
    if (standing.held()) {
      return new Mark(
          standing.title(), "held", "✓", label + "：持有，" + counted(standing), label + " 持有");
    }
    var symbol =
        switch (standing.truth()) {
          case MET -> "✓";
          case NOT_MET -> "" + standing.notMet();
          case UNKNOWN -> "?";
        };
    return new Mark(
        standing.title(),
        styleClass(standing.truth()),
        symbol,
        label + "：" + counted(standing),
        label + " " + brief(standing));
  }

  private static String brief(Standing standing) {
    return switch (standing.truth()) {
      case MET -> "满足";
      case NOT_MET -> Missing.counted(standing.notMet(), standing.unknown());
      case UNKNOWN -> "待定";
    };
  }

  private static String styleClass(Truth truth) {
    return switch (truth) {
      case MET -> "met";
      case NOT_MET -> "not";
      case UNKNOWN -> "unknown";
    };
  }
}
