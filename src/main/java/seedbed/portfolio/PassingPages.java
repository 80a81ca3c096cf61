package seedbed.portfolio;

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
import java.util.Map;
import org.jspecify.annotations.Nullable;
import seedbed.access.Permission;
import seedbed.audit.Deed;
import seedbed.company.CompanyNames;
import seedbed.company.Known;
import seedbed.web.Address;
import seedbed.web.Choice;
import seedbed.web.Field;
import seedbed.web.Flash;
import seedbed.web.FormErrors;
import seedbed.web.Refusal;

/// One leader hands companies over to another on a day; what was before stays.
@Hidden
@Controller("/assignments/hand-over")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class PassingPages {

  private static final String SHOW = "assignments/hand-over";

  private final Linking linking;
  private final Leaders leaders;
  private final CompanyNames names;
  private final Clock clock;

  PassingPages(Linking linking, Leaders leaders, CompanyNames names, Clock clock) {
    this.linking = linking;
    this.leaders = leaders;
    this.names = names;
    this.clock = clock;
  }

  /// @param from the former leader, with whom it begins
  /// @param seen what was looked at, so that nothing else is handed over
  @Serdeable
  record Form(
      @Nullable String from,
      @Nullable String to,
      @Nullable String kind,
      @Nullable String day,
      @Nullable String document,
      @Nullable String seen) {}

  /// @param lines what goes over; empty until somebody is chosen
  @Introspected
  record Page(
      Form form,
      List<Choice> holders,
      List<Choice> successors,
      List<Choice> kinds,
      List<Line> lines,
      String seen,
      FormErrors errors) {}

  @Introspected
  record Line(String company, boolean demo, String region, String kind, LocalDate from) {}

  @Get
  @View(SHOW)
  Page show(
      @Nullable @QueryValue String from,
      @Nullable @QueryValue String kind,
      @Nullable @QueryValue String day,
      Permission permission) {
    LocalDate today = LocalDate.now(clock);
    return page(
        new Form(from, null, kind, Field.of("day", day).day(today).toString(), null, null),
        permission,
        FormErrors.NONE);
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> handOver(@Body Form form, Permission permission, Deed deed) {
    try {
      return done(form, permission, deed);
    } catch (Refusal.Invalid refused) {
      return HttpResponse.unprocessableEntity()
          .body(new ModelAndView<>(SHOW, page(form, permission, FormErrors.of(refused.errors()))));
    }
  }

  private HttpResponse<?> done(Form form, Permission permission, Deed deed) {
    String region = permission.caller().regionCode();
    long from = chosen("from", form.from(), leaders.holders(region), "请选择由谁移交。");
    long to = chosen("to", form.to(), leaders.choices(region), "请选择移交给谁。");
    if (from == to) {
      throw new Refusal.Invalid("to", "移交人和接手人应是两位领导。");
    }
    AssignmentKind kind = AssignmentLists.kind(form.kind());
    LocalDate day = Field.of("day", form.day()).day(LocalDate.now(clock));
    List<Assignment> held = linking.held(from, kind, day);
    requireWithinReach(held, permission);
    String seen = AssignmentLists.text(form.seen());
    if (held.isEmpty() || seen == null) {
      throw new Refusal.Invalid("from", "这位领导从 " + day + " 起没有这类挂钩企业，没有可以移交的。");
    }
    return switch (linking.handOver(
        from,
        to,
        kind,
        day,
        Field.of("document", form.document()).text(Linking.LONGEST_WORDS),
        seen)) {
      case Linking.HandedOver.Overtaken _ ->
          throw new Refusal.Stale("页面打开以后，这位领导的挂钩有了变化，一家也没有移交；请重新打开，核对名单后再办理。");
      case Linking.HandedOver.Done(var count) -> {
        deed.changed("挂钩领导账号", from, to).noted("移交 " + count + " 家，自 " + day);
        yield Flash.seeOther(
            Address.of("/assignments").with("leader", to),
            "已移交 " + count + " 家企业，从 " + day + " 起。");
      }
    };
  }

  private static long chosen(
      String field, @Nullable String typed, List<Choice> choices, String sentence) {
    return choices.stream()
        .map(Choice::value)
        .filter(value -> value.equals(typed))
        .map(Long::valueOf)
        .findFirst()
        .orElseThrow(() -> new Refusal.Invalid(field, sentence));
  }

  // A leader may look after companies of two counties; each office hands over its own.
  private void requireWithinReach(List<Assignment> held, Permission permission) {
    List<Long> ids = held.stream().map(Assignment::companyId).distinct().toList();
    if (names.of(ids, Known.today(permission.scope(), clock)).size() < ids.size()) {
      throw new Refusal.Invalid("from", "这位领导还挂钩外地企业，请由上一级培育办办理移交。");
    }
  }

  private Page page(Form form, Permission permission, FormErrors errors) {
    String region = permission.caller().regionCode();
    List<Choice> holders = leaders.holders(region);
    List<Assignment> held =
        holders.stream().map(Choice::value).anyMatch(value -> value.equals(form.from()))
            ? linking.held(
                AssignmentLists.number("from", String.valueOf(form.from())),
                AssignmentLists.kind(form.kind()),
                Field.of("day", errors.any() ? null : form.day()).day(LocalDate.now(clock)))
            : List.of();
    Map<Long, CompanyNames.Named> seen =
        names.of(
            held.stream().map(Assignment::companyId).distinct().toList(),
            Known.today(permission.scope(), clock));
    return new Page(
        form,
        holders,
        leaders.choices(region).stream()
            .filter(choice -> !choice.value().equals(form.from()))
            .toList(),
        AssignmentLists.KINDS,
        held.stream()
            .filter(link -> seen.containsKey(link.companyId()))
            .map(link -> line(link, seen))
            .toList(),
        Linking.seen(held),
        errors);
  }

  private static Line line(Assignment link, Map<Long, CompanyNames.Named> seen) {
    CompanyNames.Named company = seen.get(link.companyId());
    return company == null
        ? new Line("", false, "", link.kind().label(), link.heldFrom())
        : new Line(
            company.name(), company.demo(), company.region(), link.kind().label(), link.heldFrom());
  }
}
