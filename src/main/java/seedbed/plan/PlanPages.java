package seedbed.plan;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
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
import java.util.Map;
import org.jspecify.annotations.Nullable;
import seedbed.access.Permission;
import seedbed.audit.Deed;
import seedbed.criteria.PlanOutline;
import seedbed.web.Address;
import seedbed.web.ChosenDay;
import seedbed.web.Field;
import seedbed.web.FieldError;
import seedbed.web.Flash;
import seedbed.web.PageRequest;
import seedbed.web.Refusal;

/// Cultivation plans as lists and one by one, and what the company does with its own.
@Hidden
@Controller("/plans")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class PlanPages {

  static final String SHOW = "plans/show";
  private static final String OWN = "plans/own";
  static final String LOCK = "lock";
  private static final String SEEN = "seen";
  private static final String REASON = "reason";
  private static final int LONGEST_NOTE = 1_000;

  private final PlanLists lists;
  private final PlanReading reading;
  private final PlanPapers papers;
  private final Writing writing;
  private final Differences differences;
  private final PlanOutline outline;
  private final Clock clock;

  PlanPages(
      PlanLists lists,
      PlanReading reading,
      PlanPapers papers,
      Writing writing,
      Differences differences,
      PlanOutline outline,
      Clock clock) {
    this.lists = lists;
    this.reading = reading;
    this.papers = papers;
    this.writing = writing;
    this.differences = differences;
    this.outline = outline;
    this.clock = clock;
  }

  @Serdeable
  record NewForm(@Nullable String first, @Nullable String years) {}

  @Serdeable
  record NoteForm(@Nullable String note) {}

  /// A company sees its own plans, everybody else who has one.
  @Get
  ModelAndView<?> index(
      PageRequest page,
      Permission permission,
      @Nullable @QueryValue String show,
      @Nullable @QueryValue String town,
      @Nullable @QueryValue String q) {
    Long company = permission.caller().companyId();
    return company != null
        ? new ModelAndView<>(OWN, lists.own(company, new NewForm("", ""), List.of()))
        : new ModelAndView<>(
            "plans/index", lists.list(lists.query(show, town, q), page, permission));
  }

  @Get("/tasks")
  @View("plans/tasks")
  PlanList.Tasks tasks(PageRequest page, Permission permission, @Nullable @QueryValue String show) {
    return lists.tasks(show, page, permission);
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> begin(@Body NewForm form, Permission permission, Deed deed) {
    Long company = permission.caller().companyId();
    if (company == null) {
      throw new Refusal.NotAllowed("只有企业账号可以编制方案。");
    }
    Plan plan;
    try {
      plan = writing.begin(company, span(form), permission.caller());
    } catch (Refusal.Invalid refused) {
      return HttpResponse.unprocessableEntity()
          .body(new ModelAndView<>(OWN, lists.own(company, form, refused.errors())));
    }
    deed.about("plan", plan.id());
    return Flash.seeOther(address(plan.id()), "已按在库数据填入基期现状；填写的内容随时保存，提交前可以反复修改。");
  }

  private Span span(NewForm form) {
    String first = form.first();
    String years = form.years();
    if (first == null
        || years == null
        || !first.matches("20[0-9]{2}")
        || !years.matches("[%d-%d]".formatted(Span.SHORTEST, Span.LONGEST))) {
      throw new Refusal.Invalid("first", "请选择方案从哪一年开始、为期几年（三至五年）。");
    }
    return writing.span(Integer.parseInt(first), Integer.parseInt(years));
  }

  /// Whoever looks back is led to the version that was in force on the day.
  ///
  /// @param version which version; where none is named the newest that the reader can read
  @Get("/{id}")
  HttpResponse<?> show(
      long id, @Nullable @QueryValue Integer version, ChosenDay chosen, Permission permission) {
    PlanReading.File file = reading.file(id, permission);
    if (version == null && chosen.past()) {
      return lookedBack(file, chosen);
    }
    Version shown =
        version == null ? file.shownTo(permission, LocalDate.now(clock)) : file.version(version);
    return HttpResponse.ok(new ModelAndView<>(SHOW, reading.page(file, shown, permission)));
  }

  // What of a plan is not in its versions, such as how far its tasks are, is only known of today.
  private static HttpResponse<?> lookedBack(PlanReading.File file, ChosenDay chosen) {
    Address plan = address(file.plan().id());
    Version then = file.inForce(chosen.day()).orElse(null);
    return then == null
        ? Flash.seeOther(plan, chosen.day() + " 还没有批准执行的方案，显示的是今天的情况。")
        : Flash.seeOther(
            plan.with("version", then.ordinal()),
            "%s 执行的是第 %d 稿，显示如下；任务进展、实际数据和办理环节是今天的。".formatted(chosen.day(), then.ordinal()));
  }

  /// @param before an ordinal; the version that was handed in before `after` where it is missing
  /// @param after an ordinal; the newest where it is missing
  @Get("/{id}/comparison")
  @View("plans/comparison")
  Difference compare(
      long id,
      @Nullable @QueryValue Integer before,
      @Nullable @QueryValue Integer after,
      Permission permission) {
    PlanReading.File file = reading.file(id, permission);
    Version now = file.version(after);
    Version old = before == null ? file.before(now) : file.version(before);
    return differences.ofVersions(
        reading.course(file.plan(), permission).company().name(),
        file.plan(),
        old,
        reading.text(old, permission),
        now,
        reading.text(now, permission));
  }

  /// Keeps what was typed and checks it, wrong answers too: nothing that was typed is lost.
  @Post("/{id}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> keep(
      long id,
      Permission permission,
      @Body Map<String, @Nullable Object> form,
      @Nullable @Header("HX-Request") String script) {
    PlanReading.File file = writable(id, permission);
    Content typed = typed(file, form, permission);
    Merged merged = writing.keep(file.newest(), seen(form), typed);
    if (!merged.contested().isEmpty()) {
      return conflict(file, typed, form, merged, permission);
    }
    PlanReading.File kept = reading.file(id, permission);
    PlanPage page =
        script == null
            ? reading.page(
                kept,
                kept.newest(),
                stray(form, REASON, "“放弃的理由”已填写内容，“保存”不予登记：请清空，或者选择“放弃编制”。方案各栏已保存。"),
                typed(form, merged),
                permission)
            : reading.page(kept, typed, permission);
    var view = new ModelAndView<>(SHOW, page);
    if (page.errors().any()) {
      return HttpResponse.unprocessableEntity().body(view);
    }
    return script == null
        ? Flash.seeOther(
            address(id),
            merged.others().isEmpty()
                ? "已保存。"
                : "已保存。同事在此期间填写的 " + merged.others().size() + " 栏也都保留，请核对。")
        : HttpResponse.ok(view);
  }

  @Post("/{id}/submission")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> submit(
      long id, Permission permission, @Body Map<String, @Nullable Object> form, Deed deed) {
    PlanReading.File file = writable(id, permission);
    Content typed = typed(file, form, permission);
    Merged merged = writing.keep(file.newest(), seen(form), typed);
    if (!merged.contested().isEmpty()) {
      return conflict(file, typed, form, merged, permission);
    }
    PlanReading.File kept = reading.file(id, permission);
    try {
      refuseUnread(merged);
      refuse(stray(form, REASON, "“放弃的理由”已填写内容，“提交方案”不予登记：请清空，或者选择“放弃编制”。"));
      var made =
          writing.submit(
              kept.plan(),
              kept.newest(),
              permission.caller(),
              note(merged.content().note(), Content.NOTE));
      deed.changed("环节", Stage.DRAFT.label(), made.version().stage().label());
      return Flash.seeOther(address(id), "方案已提交，由镇（街道）在 " + made.version().dueOn() + " 前审核。");
    } catch (Refusal.Invalid refused) {
      return refused(kept, refused, typed(form, merged), permission);
    }
  }

  @Post("/{id}/withdrawal")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> withdraw(long id, Permission permission, @Body NoteForm form, Deed deed) {
    PlanReading.File file = reading.file(id, permission);
    try {
      var made = writing.withdraw(file.newest(), permission.caller(), note(form.note(), "note"));
      deed.changed("环节", Stage.TOWNSHIP.label(), made.version().stage().label());
      return Flash.seeOther(
          address(id), "方案已撤回，可以修改；改好后请再次提交，期限仍为 " + made.version().dueOn() + "。");
    } catch (Refusal.Invalid refused) {
      return refused(file, refused, PlanPage.Typed.note(form.note()), permission);
    }
  }

  @Post("/{id}/revision")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> revise(long id, Permission permission, Deed deed) {
    PlanReading.File file = reading.file(id, permission);
    Version next = writing.revise(file.newest());
    deed.noted("建立第 " + next.ordinal() + " 稿");
    return Flash.seeOther(address(id), "已建立第 " + next.ordinal() + " 稿；批准以前，仍按原方案执行。");
  }

  /// Puts aside a version; one that was handed in before with a reason and its history.
  @Post("/{id}/abandonment")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> abandon(
      long id, Permission permission, @Body Map<String, @Nullable Object> form, Deed deed) {
    PlanReading.File file = writable(id, permission);
    int ordinal = file.newest().ordinal();
    try {
      refuse(stray(form, Content.NOTE, "“给镇（街道）的说明”已填写内容，“放弃编制”不予登记：请清空，或者选择“提交方案”。"));
      Writing.Aside aside =
          writing.abandon(
              file.plan(), lock(form), permission.caller(), note(form.get(REASON), REASON));
      deed.noted("放弃编制第 " + ordinal + " 稿");
      return switch (aside) {
        case GONE -> Flash.seeOther(Address.of("/plans"), "已放弃编制，可以重新选择方案期。");
        case ENDED -> Flash.seeOther(Address.of("/plans"), "已放弃编制，办理记录保留，可以重新选择方案期。");
        case IN_FORCE -> Flash.seeOther(address(id), "已放弃第 " + ordinal + " 稿，仍按现行方案执行。");
      };
    } catch (Refusal.Invalid refused) {
      return refused(
          file,
          refused,
          PlanPage.Typed.reason(form.get(Content.NOTE), form.get(REASON)),
          permission);
    }
  }

  private HttpResponse<?> refused(
      PlanReading.File file, Refusal.Invalid refused, PlanPage.Typed typed, Permission permission) {
    return HttpResponse.unprocessableEntity()
        .body(
            new ModelAndView<>(
                SHOW, reading.page(file, file.newest(), refused.errors(), typed, permission)));
  }

  private PlanReading.File writable(long id, Permission permission) {
    PlanReading.File file = reading.file(id, permission);
    if (file.newest().stage() != Stage.DRAFT) {
      throw new Refusal.Stale(
          "方案现在的环节是“%s”，不能修改；镇（街道）审核以前可以撤回，批准以后可以修订。".formatted(file.newest().stage().label()));
    }
    return file;
  }

  private Content typed(
      PlanReading.File file, Map<String, @Nullable Object> form, Permission permission) {
    return Papers.attached(
        Content.of(form).within(file.plan().span(), outline),
        papers.shown(file.plan(), permission));
  }

  // The note is kept with the draft by now, the reason is not.
  private static PlanPage.Typed typed(Map<String, @Nullable Object> form, Merged merged) {
    return PlanPage.Typed.reason(merged.content().note(), form.get(REASON));
  }

  // What was written for another button than the one that was pressed.
  private static List<FieldError> stray(
      Map<String, @Nullable Object> form, String field, String sentence) {
    return Field.in(form, field).typed().isBlank()
        ? List.of()
        : List.of(new FieldError(field, sentence));
  }

  private static void refuse(List<FieldError> strays) {
    if (!strays.isEmpty()) {
      throw new Refusal.Invalid(strays.getFirst().message(), strays);
    }
  }

  // Nobody hands in what he has not seen.
  private static void refuseUnread(Merged merged) {
    if (!merged.others().isEmpty()) {
      throw new Refusal.Invalid(
          "plan", "您填写的已保存，还没有提交：同事在此期间填写了 " + merged.others().size() + " 栏，已显示在下方，请核对后再提交。");
    }
  }

  // In place of the page, also where a script asked for a part of it.
  private HttpResponse<?> conflict(
      PlanReading.File file,
      Content typed,
      Map<String, @Nullable Object> form,
      Merged merged,
      Permission permission) {
    Plan plan = file.plan();
    return HttpResponse.status(HttpStatus.CONFLICT)
        .header("HX-Retarget", "main")
        .header("HX-Reselect", "main")
        .body(
            new ModelAndView<>(
                "plans/conflict",
                differences.ofWriters(
                    reading.course(plan, permission).company().name(),
                    plan,
                    typed,
                    Field.in(form, REASON).typed(),
                    merged)));
  }

  private static Seen seen(Map<String, @Nullable Object> form) {
    if (!form.containsKey(SEEN)) {
      throw incomplete();
    }
    return Seen.read(Field.in(form, SEEN).typed());
  }

  private static Refusal.Invalid incomplete() {
    return new Refusal.Invalid("页面不完整，请刷新后再填。", List.of());
  }

  private static long lock(Map<String, @Nullable Object> form) {
    Object lock = form.get(LOCK);
    if (lock == null || !lock.toString().matches("[0-9]{1,18}")) {
      throw incomplete();
    }
    return Long.parseLong(lock.toString());
  }

  static @Nullable String note(@Nullable Object typed, String field) {
    if (typed == null || typed.toString().isBlank()) {
      return null;
    }
    String text = typed.toString().strip();
    if (text.length() > LONGEST_NOTE) {
      throw new Refusal.Invalid(field, "最多 " + LONGEST_NOTE + " 字，现有 " + text.length() + " 字，请精简。");
    }
    return text;
  }

  static Address address(long id) {
    return Address.of("/plans/" + id);
  }
}
