package seedbed.drafting;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.ModelAndView;
import io.micronaut.views.View;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import seedbed.access.Act;
import seedbed.access.Caller;
import seedbed.access.Permissions;
import seedbed.assessment.PoolImpact;
import seedbed.criteria.ChangeTable;
import seedbed.criteria.Edition;
import seedbed.criteria.Editions;
import seedbed.criteria.rule.Checklist;
import seedbed.web.Address;
import seedbed.web.Progress;

/// A draft beside the edition it was made from: what changed, and whom that would touch.
@Hidden
@Controller("/drafts/{id}/comparison")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class ComparisonPages {
  private final Desk desk;
  private final Views views;
  private final Touched touched;
  private final Editions editions;
  private final PoolImpact pool;
  private final Permissions permissions;
  private final Clock clock;

  ComparisonPages(
      Desk desk,
      Views views,
      Touched touched,
      Editions editions,
      PoolImpact pool,
      Permissions permissions,
      Clock clock) {
    this.desk = desk;
    this.views = views;
    this.touched = touched;
    this.editions = editions;
    this.pool = pool;
    this.permissions = permissions;
    this.clock = clock;
  }

  /// Two checklists about the same.
  private record Pair(Checklist from, Checklist to) {}

  /// @param revision an earlier one to look at; without the companies
  @Get
  @View("drafts/comparison")
  ComparisonPage show(
      long id,
      @QueryValue @Nullable Integer list,
      @QueryValue @Nullable String kind,
      @QueryValue @Nullable Integer revision,
      Caller caller) {
    var manuscript = revision == null ? desk.open(id) : desk.open(id, revision);
    var edition = manuscript.edition();
    var original = original(manuscript.draft());
    if (edition == null || original == null) {
      return ComparisonPage.without(
          views.head(manuscript), edition == null ? "草案还有读不懂的地方，改正后才能比对。" : "草案没有原版本，没有可比的内容。");
    }
    var place = place(list, edition);
    var pair = pair(edition, original, place);
    if (pair == null) {
      return ComparisonPage.without(views.head(manuscript), "原版本没有这一类别和申报类型的清单，整张清单都是新增的。");
    }
    return new ComparisonPage(
        views.head(manuscript),
        original.id(),
        original.name(),
        revision,
        views.lists(edition, place),
        ChangeTable.of(pair.from, pair.to, null),
        revision != null
            ? null
            : permissions
                .of(caller, Act.SEE_IMPACT)
                .map(seeing ->
                    touched.by(pair.from, pair.to, seeing.scope(), kind, polling(id, place)))
                .orElse(null),
        null);
  }

  /// The progress alone; once the work has ended, the page around it is read again.
  @Get("/progress")
  HttpResponse<?> progress(long id, @QueryValue @Nullable Integer list, Caller caller) {
    var manuscript = desk.open(id);
    var edition = manuscript.edition();
    var original = original(manuscript.draft());
    var seeing = permissions.of(caller, Act.SEE_IMPACT);
    var pair =
        edition == null || original == null ? null : pair(edition, original, place(list, edition));
    if (pair != null
        && seeing.isPresent()
        && pool.on(pair.from, pair.to, LocalDate.now(clock), seeing.get().scope())
            instanceof PoolImpact.Working working) {
      Progress part = Touched.progress(working, polling(id, place(list, edition)));
      return HttpResponse.ok(new ModelAndView<>("parts/progress", part));
    }
    return HttpResponse.noContent().header("HX-Refresh", "true");
  }

  private static Address polling(long id, int place) {
    return Address.of("/drafts/" + id + "/comparison/progress").with("list", place);
  }

  private @Nullable Edition original(Draft draft) {
    var id = draft.original() == null ? draft.ends() : draft.original();
    return id == null ? null : editions.find(id).orElse(null);
  }

  private static int place(@Nullable Integer list, @Nullable Edition edition) {
    return list == null || edition == null || list < 0 || list >= edition.checklists().size()
        ? 0
        : list;
  }

  private static @Nullable Pair pair(Edition edition, Edition original, int place) {
    if (edition.checklists().isEmpty()) {
      return null;
    }
    var next = edition.checklists().get(place);
    return original.checklists().stream()
        .filter(each -> each.title().equals(next.title()))
        .filter(each -> each.track().equals(next.track()))
        .filter(each -> each.applicant() == next.applicant())
        .findFirst()
        .map(old -> new Pair(old, next))
        .orElse(null);
  }
}
