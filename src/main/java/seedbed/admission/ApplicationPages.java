package seedbed.admission;

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
import io.micronaut.views.View;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.access.Act;
import seedbed.access.Permission;
import seedbed.access.Permissions;
import seedbed.access.Role;
import seedbed.admission.VisibleApplications.Filter;
import seedbed.assessment.Assessing;
import seedbed.assessment.Rung;
import seedbed.audit.Deed;
import seedbed.company.TitleRegister.Standing;
import seedbed.criteria.Titles;
import seedbed.criteria.rule.Truth;
import seedbed.recognition.Hurdles;
import seedbed.web.Address;
import seedbed.web.Chips;
import seedbed.web.Flash;
import seedbed.web.PageRequest;
import seedbed.web.Pager;
import seedbed.web.Refusal;

/// Applications as lists and one by one, and how one begins.
@Hidden
@Controller("/applications")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class ApplicationPages {

  private static final String MINE = "mine";

  private final VisibleApplications visible;
  private final Reading reading;
  private final Applying applying;
  private final Assessing assessing;
  private final Titles titles;
  private final Hurdles hurdles;
  private final Permissions permissions;
  private final Clock clock;

  ApplicationPages(
      VisibleApplications visible,
      Reading reading,
      Applying applying,
      Assessing assessing,
      Titles titles,
      Hurdles hurdles,
      Permissions permissions,
      Clock clock) {
    this.visible = visible;
    this.reading = reading;
    this.applying = applying;
    this.assessing = assessing;
    this.titles = titles;
    this.hurdles = hurdles;
    this.permissions = permissions;
    this.clock = clock;
  }

  /// A pool one can apply for, with what the self-check says today.
  ///
  /// @param hurdles what keeps the company from applying at all
  @Introspected
  record Pool(
      String code,
      String label,
      boolean held,
      @Nullable Truth truth,
      String words,
      List<String> hurdles) {}

  /// A title that is applied for elsewhere, and what keeps the company from it.
  @Introspected
  record Above(String code, String label, List<String> hurdles) {}

  @Introspected
  record NewPage(long id, String company, List<Pool> pools, List<Above> above) {}

  @Serdeable
  record NewForm(@Nullable String title) {}

  @Get
  @View("applications/index")
  ApplicationList index(
      PageRequest page, Permission permission, @Nullable @QueryValue String show) {
    Filter mine = mine(permission);
    Filter wanted = wanted(show, mine);
    LocalDate today = LocalDate.now(clock);
    var lines =
        visible.list(permission, wanted, page.size(), page.offset()).stream()
            .map(row -> line(row, today))
            .toList();
    long total = visible.count(permission, wanted);
    return new ApplicationList(
        total,
        visible.count(permission, mine),
        lines.stream().filter(ApplicationList.Line::late).count(),
        permissions.allow(permission.caller(), Act.APPLY),
        chips(permission, mine, show),
        lines,
        Pager.of(page, total));
  }

  private Chips chips(Permission permission, Filter mine, @Nullable String show) {
    String current = show == null ? "" : show;
    Stream<Chips.Chip> first =
        Stream.of(
            new Chips.Chip("全部", "", null, current.isEmpty()),
            new Chips.Chip("待我办理", MINE, visible.count(permission, mine), current.equals(MINE)));
    Stream<Chips.Chip> stages =
        Stream.of(Stage.values())
            .map(stage ->
                new Chips.Chip(stage.label(), stage.name(), null, current.equals(stage.name())));
    return new Chips("环节", "show", Stream.concat(first, stages).toList());
  }

  private static Filter wanted(@Nullable String show, Filter mine) {
    if (show == null || show.isEmpty()) {
      return new Filter(List.of(), null);
    }
    if (show.equals(MINE)) {
      return mine;
    }
    return Stream.of(Stage.values())
        .filter(stage -> stage.name().equals(show))
        .findFirst()
        .map(stage -> new Filter(List.of(stage), null))
        .orElseThrow(() -> new Refusal.Invalid("show", "没有“" + show + "”这个环节，请从页面上选择。"));
  }

  /// What waits for the caller's role.
  private static Filter mine(Permission permission) {
    Role role = permission.caller().role();
    return switch (role) {
      case COMPANY -> new Filter(List.of(Stage.DRAFT, Stage.RETURNED, Stage.WITHDRAWN), null);
      case TOWNSHIP -> new Filter(List.of(Stage.TOWNSHIP), null);
      case DEPARTMENT ->
          new Filter(
              List.of(Stage.DEPARTMENTS),
              Objects.requireNonNullElse(permission.caller().unit(), ""));
      case OFFICE -> new Filter(List.of(Stage.OFFICE, Stage.NOTICE), null);
      case LEADER, INSPECTOR, ADMIN, AUDITOR -> new Filter(List.of(Stage.NOTICE), null);
    };
  }

  private ApplicationList.Line line(VisibleApplications.Row row, LocalDate today) {
    LocalDate due = row.dueOn();
    boolean late = due != null && today.isAfter(due);
    return new ApplicationList.Line(
        row.id(),
        row.company(),
        row.demo(),
        row.region(),
        titles.get(row.title()).shortLabel(),
        row.stage().label(),
        row.stage().owner(),
        styleClass(row.stage(), late),
        row.since(),
        due,
        late);
  }

  private static String styleClass(Stage stage, boolean late) {
    if (late) {
      return "not";
    }
    return switch (stage) {
      case ADMITTED -> "met";
      case RETURNED -> "unknown";
      case DRAFT, TOWNSHIP, DEPARTMENTS, OFFICE, NOTICE, WITHDRAWN -> "";
    };
  }

  @Get("/new")
  @View("applications/new")
  NewPage choose(Permission permission) {
    var assessment =
        assessing
            .assess(company(permission), permission.scope(), LocalDate.now(clock))
            .orElseThrow(() -> new Refusal.Absent("没有找到贵企业的登记信息，请联系培育办。"));
    return new NewPage(
        assessment.company().id(),
        assessment.company().name(),
        titles.ladder().stream()
            .filter(title -> title.kind() == Titles.Kind.POOL)
            .flatMap(title -> assessment.rung(title.code()).stream())
            .map(rung -> pool(rung, hurdles.of(assessment, rung.title().code())))
            .toList(),
        titles.ladder().stream()
            .filter(title -> title.kind() == Titles.Kind.RECOGNITION)
            .flatMap(title -> assessment.rung(title.code()).stream())
            .filter(rung -> rung.standing() != Standing.HELD && rung.verdict().isPresent())
            .map(rung ->
                new Above(
                    rung.title().code(),
                    rung.title().label(),
                    hurdles.of(assessment, rung.title().code())))
            .toList());
  }

  private static Pool pool(Rung rung, List<String> hurdles) {
    return new Pool(
        rung.title().code(),
        rung.title().label(),
        rung.standing() == Standing.HELD,
        rung.verdict().map(verdict -> verdict.truth()).orElse(null),
        rung.verdict()
            .map(verdict ->
                switch (verdict.truth()) {
                  case MET -> "按已有数据，各项条件均满足";
                  case NOT_MET -> "按已有数据，有 " + verdict.count(Truth.NOT_MET) + " 项条件不满足";
                  case UNKNOWN -> "有 " + verdict.count(Truth.UNKNOWN) + " 项条件待补充数据";
                })
            .orElse("目前没有在用的标准"),
        hurdles);
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> begin(@Body NewForm form, Permission permission, Deed deed) {
    long company = company(permission);
    Titles.Rung title =
        titles
            .find(form.title() == null ? "" : form.title())
            .filter(each -> each.kind() == Titles.Kind.POOL)
            .orElseThrow(() -> new Refusal.Invalid("title", "请选择要申请进入的培育库。"));
    var rung = assessing.assess(company, permission.scope(), title.code(), LocalDate.now(clock));
    if (rung.filter(each -> each.standing() == Standing.HELD).isPresent()) {
      throw new Refusal.Invalid("title", "贵企业已在" + title.label() + "，不需要再次申请。");
    }
    assessing
        .assess(company, permission.scope(), LocalDate.now(clock))
        .map(assessment -> hurdles.of(assessment, title.code()))
        .filter(found -> !found.isEmpty())
        .ifPresent(found -> {
          throw new Refusal.Invalid(
              "title", "现在不能申请进入" + title.label() + "：" + String.join("；", found) + "。");
        });
    Application application = applying.begin(company, title.code());
    deed.about("application", application.id());
    return Flash.seeOther(address(application.id()), "申请已建立，填写的内容随时保存。");
  }

  /// @param only `open` hides the clauses that are met
  @Get("/{id}")
  @View("applications/show")
  ApplicationPage show(long id, Permission permission, @Nullable @QueryValue String only) {
    return reading.page(reading.file(id, permission), permission, "open".equals(only));
  }

  private static long company(Permission permission) {
    Long company = permission.caller().companyId();
    if (company == null) {
      throw new Refusal.NotAllowed("只有企业账号可以申请入库。");
    }
    return company;
  }

  static Address address(long id) {
    return Address.of("/applications/" + id);
  }
}
