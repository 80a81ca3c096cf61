package seedbed.report;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.ModelAndView;
import io.micronaut.views.View;
import io.swagger.v3.oas.annotations.Hidden;
import seedbed.access.Act;
import seedbed.access.Caller;
import seedbed.access.Permission;
import seedbed.access.Permissions;
import seedbed.access.Scope;
import seedbed.assessment.PoolImpact;
import seedbed.criteria.ChangeTable;
import seedbed.criteria.Editions;
import seedbed.criteria.Titles;
import seedbed.criteria.rule.Checklist;
import seedbed.web.ChosenDay;
import seedbed.web.Flash;
import seedbed.web.PageRequest;
import seedbed.web.Refusal;

/// Two editions compared clause by clause, with the companies that the difference touches.
@Hidden
@Controller("/editions/comparison")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class ComparisonPages {

  private final Editions editions;
  private final Titles titles;
  private final PoolImpact pool;
  private final Impacts impacts;
  private final Permissions permissions;

  ComparisonPages(
      Editions editions, Titles titles, PoolImpact pool, Impacts impacts, Permissions permissions) {
    this.editions = editions;
    this.titles = titles;
    this.pool = pool;
    this.impacts = impacts;
    this.permissions = permissions;
  }

  @Get
  @View("editions/comparison")
  ComparisonPage show(HttpRequest<?> request, ChosenDay chosen, PageRequest page, Caller caller) {
    var query = ComparisonQuery.of(request, editions, chosen.day());
    var from = query.checklist(query.from());
    var to = query.checklist(query.to());
    if (from == null || to == null || query.same()) {
      return ComparisonPage.of(query, editions, titles, null, null);
    }
    return ComparisonPage.of(
        query,
        editions,
        titles,
        ChangeTable.of(from, to, query.change()),
        permissions
            .of(caller, Act.SEE_IMPACT)
            .map(seeing -> impacts.part(query, from, to, chosen, page, reader(seeing)))
            .orElse(null));
  }

  private ImpactPart.Reader reader(Permission seeing) {
    return new ImpactPart.Reader(
        seeing.scope(),
        permissions.allow(seeing.caller(), Act.RUN_ASSESSMENT),
        permissions.allow(seeing.caller(), Act.IMPORT));
  }

  /// The progress part alone; once the work has ended, the page around it is read again.
  @Get("/progress")
  HttpResponse<?> progress(HttpRequest<?> request, ChosenDay chosen, Scope scope) {
    var pair = pair(request, chosen);
    return pool.on(pair.from, pair.to, chosen.day(), scope) instanceof PoolImpact.Working working
        ? HttpResponse.ok(
            new ModelAndView<>("parts/progress", impacts.progress(working, pair.query, chosen)))
        : HttpResponse.noContent().header("HX-Refresh", "true");
  }

  @Post("/stops")
  @Consumes(MediaType.ALL)
  HttpResponse<?> stop(HttpRequest<?> request, ChosenDay chosen) {
    var pair = pair(request, chosen);
    pool.stop(pair.from, pair.to, chosen.day());
    return back(pair.query, chosen, "已停止影响测算");
  }

  @Post("/resumptions")
  @Consumes(MediaType.ALL)
  HttpResponse<?> resume(HttpRequest<?> request, ChosenDay chosen) {
    var pair = pair(request, chosen);
    pool.resume(pair.from, pair.to, chosen.day());
    return back(pair.query, chosen, "已重新开始影响测算");
  }

  private static HttpResponse<?> back(ComparisonQuery query, ChosenDay chosen, String sentence) {
    var page = query.address("/editions/comparison");
    return Flash.seeOther(chosen.past() ? page.with("on", chosen.day()) : page, sentence);
  }

  private record Pair(ComparisonQuery query, Checklist from, Checklist to) {}

  private Pair pair(HttpRequest<?> request, ChosenDay chosen) {
    var query = ComparisonQuery.of(request, editions, chosen.day());
    var from = query.checklist(query.from());
    var to = query.checklist(query.to());
    if (from == null || to == null) {
      throw new Refusal.Absent("这两个版本没有可以比对的条件。");
    }
    return new Pair(query, from, to);
  }
}
