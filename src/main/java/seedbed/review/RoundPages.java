package seedbed.review;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.views.ModelAndView;
import io.micronaut.views.View;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.access.Permission;
import seedbed.audit.Deed;
import seedbed.criteria.Titles;
import seedbed.web.Address;
import seedbed.web.Choice;
import seedbed.web.Field;
import seedbed.web.Flash;
import seedbed.web.FormErrors;
import seedbed.web.PageRequest;
import seedbed.web.Progress;
import seedbed.web.Refusal;

/// Rounds as a list and one by one, how one begins and how it is given up.
@Hidden
@Controller("/reviews")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class RoundPages {

  private final RoundReading reading;
  private final RoundLists lists;
  private final RoundProgress progresses;
  private final Opening opening;
  private final Filling filling;
  private final Works works;
  private final Titles titles;
  private final ReviewSettings settings;
  private final Clock clock;

  RoundPages(
      RoundReading reading,
      RoundLists lists,
      RoundProgress progresses,
      Opening opening,
      Filling filling,
      Works works,
      Titles titles,
      ReviewSettings settings,
      Clock clock) {
    this.reading = reading;
    this.lists = lists;
    this.progresses = progresses;
    this.opening = opening;
    this.filling = filling;
    this.works = works;
    this.titles = titles;
    this.settings = settings;
    this.clock = clock;
  }

  @Introspected
  record NewPage(List<Choice> pools, NewForm typed, FormErrors errors) {}

  @Serdeable
  record NewForm(
      @Nullable String title,
      @Nullable String year,
      @Nullable String asOf,
      @Nullable String opinionsDue,
      @Nullable String decisionsDue) {}

  @Serdeable
  record CancelForm(@Nullable String cancelReason) {}

  @Get
  @View("reviews/index")
  RoundList index(Permission permission) {
    return lists.list(permission);
  }

  @Get("/new")
  @View("reviews/new")
  NewPage choose() {
    LocalDate today = LocalDate.now(clock);
    return new NewPage(
        pools(),
        new NewForm(
            "",
            "" + today.getYear(),
            today.toString(),
            today.plusDays(settings.opinionDays()).toString(),
            today.plusDays(settings.decisionDays()).toString()),
        FormErrors.NONE);
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> open(@Body NewForm form, Permission permission, Deed deed) {
    try {
      Round round = opening.open(wish(form), permission);
      filling.start(round);
      deed.about("review", round.id());
      return Flash.seeOther(
          address(round.id()), "已建立 " + round.aboutYear() + " 年度动态管理，正在冻结名单、数据和判定。");
    } catch (Refusal.Invalid wrong) {
      return HttpResponse.unprocessableEntity()
          .body(
              new ModelAndView<>(
                  "reviews/new", new NewPage(pools(), form, FormErrors.of(wrong.errors()))));
    }
  }

  private static Opening.Wish wish(NewForm form) {
    String year = form.year() == null ? "" : form.year().strip();
    if (!year.matches("[0-9]{4}")) {
      throw new Refusal.Invalid("year", "请填写四位数的年度。");
    }
    return new Opening.Wish(
        form.title() == null ? "" : form.title(),
        Integer.parseInt(year),
        Field.of("asOf", form.asOf()).day("请填写数据截止日。"),
        Field.of("opinionsDue", form.opinionsDue()).day("请填写镇（街道）提出意见的期限。"),
        Field.of("decisionsDue", form.decisionsDue()).day("请填写作出决定的期限。"));
  }

  private List<Choice> pools() {
    return titles.ladder().stream()
        .filter(title -> title.kind() == Titles.Kind.POOL)
        .map(title -> new Choice(title.code(), title.label()))
        .toList();
  }

  @Get("/{id}")
  @View("reviews/show")
  RoundPage show(
      long id,
      PageRequest page,
      Permission permission,
      @Nullable @QueryValue String show,
      @Nullable @QueryValue String town,
      @Nullable @QueryValue String q) {
    return reading.page(
        reading.round(id, permission), reading.query(show, town, q), page, permission);
  }

  /// The same part until the work has ended; then the browser is sent to the whole page.
  @Get("/{id}/progress")
  HttpResponse<?> progress(long id, Permission permission) {
    Round round = reading.round(id, permission);
    Progress progress = progresses.of(round);
    return progress == null || !progress.running()
        ? HttpResponse.ok().header("HX-Redirect", address(id).toString())
        : HttpResponse.ok(new ModelAndView<>("parts/progress", progress));
  }

  /// Lets work that failed begin again.
  @Post("/{id}/resumption")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> resume(long id, Permission permission) {
    Round round = reading.own(id, permission);
    if (round.stage() != Stage.OPENING) {
      throw new Refusal.Stale("本轮已经建立，不需要继续。");
    }
    works.want(id, Work.Kind.OPENING, 0);
    filling.start(round);
    return Flash.seeOther(address(id), "已继续建立名单。");
  }

  @Post("/{id}/cancellation")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> cancel(long id, @Body CancelForm form, Permission permission, Deed deed) {
    Round round = reading.own(id, permission);
    String reason = Field.of("cancelReason", form.cancelReason()).text(Words.LONGEST_REASON);
    if (reason == null) {
      throw new Refusal.Invalid("cancelReason", "请写明作废的理由。");
    }
    opening.cancel(round, reason, Signature.of(permission.caller()));
    deed.changed("阶段", round.stage().label(), Stage.CANCELLED.label()).noted(reason);
    return Flash.seeOther(address(id), "本轮已作废，可以重新建立。");
  }

  static Address address(long id) {
    return Address.of("/reviews/" + id);
  }

  /// With its list as it was narrowed.
  static Address listed(
      long id, @Nullable String show, @Nullable String town, @Nullable String named) {
    return address(id).with("show", show).with("town", town).with("q", named);
  }
}
