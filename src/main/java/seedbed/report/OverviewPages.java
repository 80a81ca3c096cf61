package seedbed.report;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.View;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import seedbed.criteria.Titles;
import seedbed.web.Address;
import seedbed.web.ChosenDay;

/// The dashboard.
@Hidden
@Controller
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class OverviewPages {

  private static final String EVERYWHERE = "";

  private final CurrentRun currentRun;
  private final PoolCounts counts;
  private final Titles titles;

  OverviewPages(CurrentRun currentRun, PoolCounts counts, Titles titles) {
    this.currentRun = currentRun;
    this.counts = counts;
    this.titles = titles;
  }

  @Get
  @View("overview/index")
  Overview show(ChosenDay chosen) {
    var state = currentRun.on(chosen.day());
    var run = state.shown().orElse(null);
    if (run == null) {
      return new Overview(null, state.progress(), state.pending(), List.of(), null);
    }
    var totals = counts.totals(run.id(), EVERYWHERE, pools());
    return new Overview(
        totals,
        state.progress(),
        state.pending(),
        cards(totals),
        Ladder.of(counts.byTitle(run.id(), EVERYWHERE), titles));
  }

  private List<String> pools() {
    return titles.ladder().stream()
        .filter(rung -> rung.kind() == Titles.Kind.POOL)
        .map(Titles.Rung::code)
        .toList();
  }

  private static List<Overview.Card> cards(PoolCounts.Totals totals) {
    return List.of(
        new Overview.Card(
            "在库企业",
            totals.pooled(),
            "库外另有 " + (totals.companies() - totals.pooled()) + " 家",
            outcome("held")),
        new Overview.Card("可报上一级", totals.ready(), "至少一个未获称号已达标", outcome("ready")),
        new Overview.Card("只差一项", totals.oneShort(), "补一项条件即可申报", outcome("one-short")),
        new Overview.Card("缺数据无法判断", totals.unknown(), "补齐数据或认定后可判", outcome("unknown")));
  }

  private static Address outcome(String outcome) {
    return Address.of("/companies").with("outcome", outcome);
  }
}
