package seedbed.reminder;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
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
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.access.Permission;
import seedbed.audit.Deed;
import seedbed.criteria.ReminderPlan;
import seedbed.criteria.ReminderPlan.Due;
import seedbed.criteria.ReminderPlan.Period;
import seedbed.criteria.ReminderPlan.Rule;
import seedbed.criteria.ReminderPlan.Shift;
import seedbed.criteria.ReminderPlan.Step;
import seedbed.criteria.ReminderPlan.Whom;
import seedbed.criteria.ReminderPlanFile;
import seedbed.obligation.Kind;
import seedbed.obligation.Kinds;
import seedbed.obligation.Periodic;
import seedbed.obligation.RuleKeeping;
import seedbed.obligation.RuleVersions;
import seedbed.obligation.RuleVersions.RuleVersion;
import seedbed.obligation.Rules;
import seedbed.reminder.ComingDays.Coming;
import seedbed.web.Address;
import seedbed.web.Choice;
import seedbed.web.Flash;
import seedbed.web.FormErrors;
import seedbed.web.Refusal;

/// The rules by which things are due and people are told, and how the office changes them: each
/// change is shown as the calendar of the next twelve months before it is kept.
@Hidden
@Controller("/reminder-rules")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class RulePages {

  private static final String EDIT = "reminder-rules/edit";

  private final Rules rules;
  private final RuleVersions versions;
  private final Kinds kinds;
  private final ComingDays coming;
  private final RuleKeeping keeping;
  private final Clock clock;

  RulePages(
      Rules rules,
      RuleVersions versions,
      Kinds kinds,
      ComingDays coming,
      RuleKeeping keeping,
      Clock clock) {
    this.rules = rules;
    this.versions = versions;
    this.kinds = kinds;
    this.coming = coming;
    this.keeping = keeping;
    this.clock = clock;
  }

  @Introspected
  record Index(
      String quiet,
      boolean restDays,
      int lookBack,
      boolean canEdit,
      String keeping,
      List<SetAside> aside,
      List<Line> lines,
      List<ComingRow> coming,
      List<Version> versions) {}

  /// A change that fits no more.
  ///
  /// @param kind empty where the whole version cannot be read
  @Introspected
  record SetAside(long version, LocalDate fromOn, String kind, String label, String why) {}

  @Introspected
  record Line(String kind, String label, String due, String shift, List<String> steps) {}

  /// @param mark how it differs from what holds now; empty where it does not
  @Introspected
  record ComingRow(
      String title, LocalDate due, @Nullable LocalDate plain, List<String> steps, String mark) {}

  @Introspected
  record Version(
      long id,
      LocalDate fromOn,
      String reason,
      Instant decidedAt,
      String decidedBy,
      boolean later) {}

  /// @param preview null before somebody asked for it
  /// @param latest what another person decided meanwhile; null where nobody did
  @Introspected
  record EditPage(
      String kind,
      String label,
      boolean periodic,
      Map<String, String> typed,
      List<Choice> periods,
      List<Choice> shifts,
      List<Row> rows,
      FormErrors errors,
      @Nullable List<ComingRow> preview,
      @Nullable Version latest,
      @Nullable Line latestRule) {}

  /// One step of the form.
  @Introspected
  record Row(
      int number, String days, boolean owner, boolean township, boolean office, boolean leader) {}

  @Get
  @View("reminder-rules/index")
  Index index(Permission permission) {
    LocalDate today = LocalDate.now(clock);
    Rules.Course course = rules.course();
    ReminderPlan plan = course.plan(today);
    return new Index(
        plan.quiet().from() + " 至次日 " + plan.quiet().to() + " ",
        plan.restDays(),
        plan.lookBack(),
        keeping.may(permission.caller()),
        keeping.words(),
        course.aside(today).stream()
            .map(each ->
                new SetAside(
                    each.version(),
                    each.from(),
                    each.kind(),
                    each.kind().isEmpty() ? "" : kinds.label(each.kind()),
                    each.why()))
            .toList(),
        plan.rules().values().stream().map(this::line).toList(),
        coming.of(course, today).stream().map(each -> row(each, "")).toList(),
        versions.findAllOrderById().reversed().stream().map(each -> version(each, today)).toList());
  }

  @Get("/{kind}")
  @View(EDIT)
  EditPage edit(String kind, Permission permission) {
    require(permission);
    LocalDate today = LocalDate.now(clock);
    Rules.Course course = rules.course();
    return page(
        found(kind),
        RuleForm.of(rule(course, kind), course.newest(), earliest(today)),
        FormErrors.NONE,
        null,
        null);
  }

  @Post("/{kind}/preview")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> preview(
      String kind, @Body Map<String, @Nullable Object> body, Permission permission) {
    require(permission);
    RuleForm form = RuleForm.of(body);
    Kind found = found(kind);
    LocalDate today = LocalDate.now(clock);
    try {
      RuleForm.Decided decided =
          form.read(found, rule(rules.course(), kind), false, earliest(today));
      return HttpResponse.ok(
          new ModelAndView<>(
              EDIT, page(found, form, FormErrors.NONE, compared(kind, decided, today), null)));
    } catch (Refusal.Invalid wrong) {
      return refused(found, form, wrong);
    }
  }

  @Post("/{kind}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> decide(
      String kind, @Body Map<String, @Nullable Object> body, Permission permission, Deed deed) {
    require(permission);
    RuleForm form = RuleForm.of(body);
    Kind found = found(kind);
    LocalDate today = LocalDate.now(clock);
    RuleForm.Decided decided;
    try {
      decided = form.read(found, rule(rules.course(), kind), true, earliest(today));
    } catch (Refusal.Invalid wrong) {
      return refused(found, form, wrong);
    }
    Rules.Course course = rules.course();
    if (course.newest() != form.version()) {
      return conflict(found, form, course);
    }
    ReminderPlan plan = with(course.last(), decided.rule());
    try {
      RuleVersion saved =
          versions.save(
              new RuleVersion(
                  0,
                  course.newest(),
                  ReminderPlanFile.write(plan),
                  decided.from(),
                  decided.reason(),
                  clock.instant(),
                  permission.caller().username()));
      deed.about("reminder-rule", saved.id())
          .changed(found.label(), shown(rule(course, kind)), shown(decided.rule()));
    } catch (DataAccessException e) {
      Rules.Course now = rules.course();
      if (now.newest() == course.newest()) {
        throw e;
      }
      return conflict(found, form, now);
    }
    return Flash.seeOther(
        Address.of("/reminder-rules"), found.label() + "的规则已修改，自 " + decided.from() + " 起执行。");
  }

  private void require(Permission permission) {
    if (!keeping.may(permission.caller())) {
      throw new Refusal.NotAllowed(keeping.words());
    }
  }

  // A change contains all that was decided before, also what does not hold yet.
  private LocalDate earliest(LocalDate today) {
    LocalDate last = rules.course().lastFrom();
    return last.isAfter(today) ? last : today;
  }

  private HttpResponse<?> refused(Kind kind, RuleForm form, Refusal.Invalid wrong) {
    return HttpResponse.unprocessableEntity()
        .body(
            new ModelAndView<>(EDIT, page(kind, form, FormErrors.of(wrong.errors()), null, null)));
  }

  // What was typed stays; saving it again is deciding over what the other one decided.
  private HttpResponse<?> conflict(Kind kind, RuleForm form, Rules.Course course) {
    Map<String, String> fields = new LinkedHashMap<>(form.fields());
    fields.put("version", "" + course.newest());
    return HttpResponse.status(HttpStatus.CONFLICT)
        .body(
            new ModelAndView<>(
                EDIT, page(kind, new RuleForm(fields), FormErrors.NONE, null, course)));
  }

  private Kind found(String code) {
    return kinds.find(code).orElseThrow(() -> new Refusal.Absent("没有“" + code + "”这种应报事项。"));
  }

  private boolean periodic(String kind) {
    return rule(rules.course(), kind).period() != null;
  }

  private static Rule rule(Rules.Course course, String kind) {
    return Objects.requireNonNull(course.last().rules().get(kind), kind);
  }

  private static ReminderPlan with(ReminderPlan plan, Rule rule) {
    Map<String, Rule> all = new LinkedHashMap<>(plan.rules());
    all.put(rule.kind(), rule);
    return new ReminderPlan(plan.quiet(), plan.restDays(), plan.lookBack(), all);
  }

  private List<ComingRow> compared(String kind, RuleForm.Decided decided, LocalDate today) {
    Rules.Course now = rules.course();
    List<Coming> before = of(kind, coming.of(now, today));
    List<Coming> after =
        of(kind, coming.of(now.with(with(now.last(), decided.rule()), decided.from()), today));
    List<ComingRow> rows = new ArrayList<>();
    for (Coming each : after) {
      Coming was = titled(before, each.title());
      rows.add(
          row(
              each,
              was == null
                  ? "新增"
                  : !was.due().equals(each.due())
                      ? "原为 " + was.due()
                      : was.steps().equals(each.steps()) ? "" : "提醒有变"));
    }
    before.stream()
        .filter(each -> titled(after, each.title()) == null)
        .forEach(each -> rows.add(row(each, "不再有")));
    return rows;
  }

  private static List<Coming> of(String kind, List<Coming> all) {
    return all.stream().filter(each -> each.kind().equals(kind)).toList();
  }

  private static @Nullable Coming titled(List<Coming> all, String title) {
    return all.stream().filter(each -> each.title().equals(title)).findFirst().orElse(null);
  }

  private EditPage page(
      Kind kind,
      RuleForm form,
      FormErrors errors,
      @Nullable List<ComingRow> preview,
      Rules.@Nullable Course meanwhile) {
    LocalDate today = LocalDate.now(clock);
    return new EditPage(
        kind.code(),
        kind.label(),
        periodic(kind.code()),
        form.fields(),
        Stream.of(Period.values())
            .filter(each -> kind instanceof Periodic periodic && periodic.lengths().contains(each))
            .map(each -> new Choice(each.code(), "按" + each.label()))
            .toList(),
        Stream.of(Shift.values()).map(each -> new Choice(each.code(), each.label())).toList(),
        IntStream.rangeClosed(1, RuleForm.ROWS).mapToObj(number -> row(form, number)).toList(),
        errors,
        preview,
        meanwhile == null ? null : version(versions.findAllOrderById().getLast(), today),
        meanwhile == null ? null : line(rule(meanwhile, kind.code())));
  }

  private static Row row(RuleForm form, int number) {
    return new Row(
        number,
        form.field("days-" + number),
        ticked(form, Whom.OWNER, number),
        ticked(form, Whom.TOWNSHIP, number),
        ticked(form, Whom.OFFICE, number),
        ticked(form, Whom.LEADER, number));
  }

  private static boolean ticked(RuleForm form, Whom whom, int number) {
    return !form.field(whom.code() + "-" + number).isEmpty();
  }

  private Line line(Rule rule) {
    return new Line(
        rule.kind(),
        kinds.label(rule.kind()),
        due(rule),
        rule.due() == null ? "—" : rule.shift().label(),
        rule.steps().stream().map(RulePages::words).toList());
  }

  private static String due(Rule rule) {
    Period period = rule.period();
    Due due = rule.due();
    return period == null || due == null
        ? "按各自的办理期限"
        : "按" + period.label() + "，" + due.label() + (rule.newcomersOwe() ? "" : "；期内入库的免报");
  }

  private static String words(Step step) {
    return step.label() + "：" + String.join("、", step.tell().stream().map(Whom::label).toList());
  }

  private static String shown(Rule rule) {
    return due(rule) + "；" + String.join("；", rule.steps().stream().map(RulePages::words).toList());
  }

  private static ComingRow row(Coming each, String mark) {
    return new ComingRow(
        each.title(), each.due(), each.shifted() ? each.plain() : null, each.steps(), mark);
  }

  private static Version version(RuleVersion each, LocalDate today) {
    return new Version(
        each.id(),
        each.fromOn(),
        each.reason(),
        each.decidedAt(),
        each.decidedBy(),
        each.fromOn().isAfter(today));
  }
}
