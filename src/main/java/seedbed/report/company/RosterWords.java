package seedbed.report.company;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import seedbed.company.Region;
import seedbed.company.Regions;
import seedbed.criteria.Indicators;
import seedbed.criteria.Titles;
import seedbed.report.company.RosterFilter.Outcome;
import seedbed.report.company.RosterTally.Part;

/// Says in the head of a file which companies are in it: what is on paper has no address line.
@Singleton
class RosterWords {
  private final Titles titles;
  private final Indicators indicators;
  private final Regions regions;

  RosterWords(Titles titles, Indicators indicators, Regions regions) {
    this.titles = titles;
    this.indicators = indicators;
    this.regions = regions;
  }

  /// `筛选：称号 小巨人；结论 只差一项`, or that everything is in it.
  String filters(RosterFilter filter) {
    var words = new ArrayList<String>();
    words.add("称号 " + (filter.title() == null ? "各企业的下一级" : shortLabel(filter.title())));
    if (filter.q() != null) {
      words.add("名称或代码含“" + filter.q() + "”");
    }
    if (filter.town() != null) {
      words.add("所在 " + place(filter.town()));
    }
    var track = filter.wantedTrack();
    if (track != null) {
      words.add("类别 " + track.label());
    }
    var outcome = filter.wantedOutcome();
    if (outcome != null) {
      words.add("结论 " + outcome.label());
    }
    if (filter.gap() != null) {
      words.add("缺少指标 " + indicators.find(filter.gap()).orElseThrow().label());
    }
    var origin = filter.wantedOrigin();
    if (origin != null) {
      words.add("来源 " + origin.label());
    }
    return "筛选：" + String.join("；", words);
  }

  /// `共 132 家企业：可报 12 家、只差一项 30 家`.
  String totals(RosterFilter filter, RosterTally tally) {
    var counts = tally.counts(filter, Part::outcome);
    List<String> parts =
        Arrays.stream(Outcome.values())
            .filter(counts::containsKey)
            .map(outcome -> outcome.label() + " " + counts.get(outcome) + " 家")
            .toList();
    return "共 "
        + tally.total(filter)
        + " 家企业"
        + (parts.isEmpty() ? "" : "：" + String.join("、", parts));
  }

  private String shortLabel(String title) {
    return titles.get(title).shortLabel();
  }

  private String place(String town) {
    return RosterFilter.UNPLACED.equals(town)
        ? "未填"
        : regions.findByCode(town).map(Region::name).orElse(town);
  }
}
