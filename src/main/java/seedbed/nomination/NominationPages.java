package seedbed.nomination;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.views.ModelAndView;
import io.micronaut.views.View;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import seedbed.access.Permission;
import seedbed.audit.Deed;
import seedbed.spreadsheet.SpreadsheetRefused;
import seedbed.web.Address;
import seedbed.web.Choice;
import seedbed.web.Field;
import seedbed.web.Flash;
import seedbed.web.FormErrors;
import seedbed.web.FormReading;
import seedbed.web.Refusal;

/// A plan as its table, with what the check says and what came of it; how companies get into it.
@Hidden
@Controller("/nominations")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class NominationPages {

  private final PlanReading reading;
  private final Listing listing;
  private final Nominating nominating;
  private final Clock clock;

  NominationPages(PlanReading reading, Listing listing, Nominating nominating, Clock clock) {
    this.reading = reading;
    this.listing = listing;
    this.nominating = nominating;
    this.clock = clock;
  }

  /// @param titles by their short names, which a pasted list uses too
  @Introspected
  record NewPage(
      PlanPage.Head head,
      List<Choice> years,
      List<Choice> titles,
      NewForm typed,
      FormErrors errors) {}

  /// One company by the fields, or many by the lines of a list.
  @Serdeable
  record NewForm(
      @Nullable String plan,
      @Nullable String year,
      @Nullable String title,
      @Nullable String company,
      @Nullable String lines) {}

  @Get
  @View("nominations/index")
  PlanPage index(
      Permission permission,
      @Nullable @QueryValue Long plan,
      @Nullable @QueryValue String show,
      @Nullable @QueryValue String year,
      @Nullable @QueryValue String title) {
    return reading.page(plan, PlanQuery.of(show, year, title), permission);
  }

  @Get("/new")
  @View("nominations/new")
  NewPage choose(Permission permission, @Nullable @QueryValue Long plan) {
    Plan found =
        reading.find(plan, permission).orElseThrow(() -> new Refusal.Stale("还没有申报计划，请先建立计划。"));
    return page(found, new NewForm("" + found.id(), "", "", "", ""), FormErrors.NONE);
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> enter(@Body NewForm form, Permission permission, Deed deed) {
    Plan plan = plan(form, permission);
    try {
      Nominating.Wish wish = wish(form, permission);
      return entered(plan, List.of(wish), permission, deed);
    } catch (Refusal.Invalid wrong) {
      return refused(plan, form, wrong);
    }
  }

  /// Everything that is wrong is said at once.
  private Nominating.Wish wish(NewForm form, Permission permission) {
    FormReading fields = new FormReading();
    Integer year = fields.read(() -> Words.chosenYear(form.year(), "year"));
    String title = fields.read(() -> title(form.title()));
    Long company = fields.read(() -> company(form.company(), permission));
    fields.refuse();
    return new Nominating.Wish(
        Objects.requireNonNull(year),
        Objects.requireNonNull(title),
        Objects.requireNonNull(company),
        null);
  }

  @Post("/lists")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> list(@Body NewForm form, Permission permission, Deed deed) {
    Plan plan = plan(form, permission);
    try {
      return entered(plan, listing.read(form.lines(), plan, permission.scope()), permission, deed);
    } catch (Refusal.Invalid wrong) {
      return refused(plan, form, wrong);
    }
  }

  /// A table in place of pasted lines. What was read of it stands in the page when it is refused.
  @Post("/files")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  HttpResponse<?> file(
      @Nullable @QueryValue String plan,
      @Part CompletedFileUpload file,
      Permission permission,
      Deed deed)
      throws IOException {
    NewForm form = new NewForm(plan, "", "", "", "");
    Plan found = plan(form, permission);
    String lines;
    try {
      lines = ListFile.lines(file.getFilename(), file.getBytes());
    } catch (SpreadsheetRefused refused) {
      return refused(found, form, new Refusal.Invalid("file", refused.sentence()));
    }
    try {
      return entered(found, listing.read(lines, found, permission.scope()), permission, deed);
    } catch (Refusal.Invalid wrong) {
      return refused(found, new NewForm(plan, "", "", "", lines), wrong);
    }
  }

  private HttpResponse<?> entered(
      Plan plan, List<Nominating.Wish> wishes, Permission permission, Deed deed) {
    List<Nomination> entered =
        nominating.enter(plan, wishes, LocalDate.now(clock), permission.caller().username());
    deed.about("nomination-plan", plan.id()).noted("列入 " + entered.size() + " 项");
    long over = entered.stream().filter(entry -> over(entry.aboutYear())).count();
    return Flash.seeOther(
        Address.of("/nominations").with("plan", plan.id()),
        over == 0
            ? "已列入 " + entered.size() + " 项，核对结果见下。"
            : "已列入 %d 项，其中 %d 项列在已经结束的年度；列错的请调出。核对结果见下。".formatted(entered.size(), over));
  }

  private boolean over(int year) {
    return year < LocalDate.now(clock).getYear();
  }

  private HttpResponse<?> refused(Plan plan, NewForm form, Refusal.Invalid wrong) {
    return HttpResponse.unprocessableEntity()
        .body(
            new ModelAndView<>("nominations/new", page(plan, form, FormErrors.of(wrong.errors()))));
  }

  private Plan plan(NewForm form, Permission permission) {
    String number = form.plan() == null ? "" : form.plan().strip();
    if (!number.matches("[0-9]{1,18}")) {
      throw new Refusal.Invalid("plan", "请从申报计划的页面列入企业。");
    }
    return reading.own(Long.parseLong(number), permission);
  }

  private String title(@Nullable String code) {
    return reading.plannable().stream()
        .filter(title -> title.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new Refusal.Invalid("title", "请选择称号。"))
        .code();
  }

  private long company(@Nullable String typed, Permission permission) {
    String named = Field.of("company", typed).text(Words.LONGEST_REASON, "请填写企业全称或者统一社会信用代码。");
    try {
      return listing.company(named, permission.scope()).id();
    } catch (Refusal.Invalid wrong) {
      throw new Refusal.Invalid("company", wrong.sentence());
    }
  }

  private NewPage page(Plan plan, NewForm typed, FormErrors errors) {
    return new NewPage(
        reading.head(plan),
        plan.years().stream()
            .map(year -> new Choice("" + year, year + (over(year) ? "年（已结束）" : "年")))
            .toList(),
        reading.plannable().stream()
            .map(title -> new Choice(title.code(), title.shortLabel()))
            .toList(),
        typed,
        errors);
  }
}
