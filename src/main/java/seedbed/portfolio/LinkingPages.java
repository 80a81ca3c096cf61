package seedbed.portfolio;

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
import io.micronaut.views.ModelAndView;
import io.micronaut.views.View;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.access.Caller;
import seedbed.access.Permission;
import seedbed.audit.Deed;
import seedbed.company.CompanyNames;
import seedbed.web.Address;
import seedbed.web.Choice;
import seedbed.web.Field;
import seedbed.web.FieldError;
import seedbed.web.Flash;
import seedbed.web.FormErrors;
import seedbed.web.Refusal;

/// Links companies to a leader: one or many, ticked in a list or pasted by name and code, looked
/// through before it is done.
@Hidden
@Controller("/assignments")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class LinkingPages {

  private static final String NEW = "assignments/new";
  private static final String COMPANY = "company";

  private final NamedCompanies named;
  private final Leaders leaders;
  private final Linking linking;
  private final Clock clock;

  LinkingPages(NamedCompanies named, Leaders leaders, Linking linking, Clock clock) {
    this.named = named;
    this.leaders = leaders;
    this.linking = linking;
    this.clock = clock;
  }

  /// @param company numbers that were ticked in the list
  @Get("/new")
  @View(NEW)
  LinkingPage fresh(
      @Nullable @QueryValue List<String> company,
      @Nullable @QueryValue String kind,
      Permission permission) {
    List<Long> ticked = numbers(company == null ? List.of() : company);
    var form =
        new LinkingPage.Form(
            "",
            Objects.requireNonNullElse(AssignmentLists.text(kind), AssignmentKind.LEADER.code()),
            LocalDate.now(clock).toString(),
            "",
            "");
    NamedCompanies.Found found = named.find(ticked, List.of(), permission.scope());
    return page(form, found, Map.of(), false, permission, FormErrors.NONE);
  }

  /// Looks the list through and says what would be done.
  @Post("/preview")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> preview(@Body Map<String, @Nullable Object> typed, Permission permission) {
    return answer(typed, permission, null);
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> link(
      @Body Map<String, @Nullable Object> typed, Permission permission, Deed deed) {
    return answer(typed, permission, deed);
  }

  // With a deed it is done, without one only looked through.
  private HttpResponse<?> answer(
      Map<String, @Nullable Object> typed, Permission permission, @Nullable Deed deed) {
    LinkingPage.Form form = form(typed);
    List<String> lines = NamedCompanies.lines(form.names());
    if (lines.size() > NamedCompanies.MOST) {
      return refused(
          form,
          new NamedCompanies.Found(List.of(), List.of()),
          Map.of(),
          permission,
          new FieldError(
              "names", "一次最多 " + NamedCompanies.MOST + " 家，现有 " + lines.size() + " 行，请分几次登记。"));
    }
    NamedCompanies.Found found =
        named.find(numbers(many(typed.get(COMPANY))), lines, permission.scope());
    try {
      Linking.Order order = order(form, permission.caller());
      if (found.found().isEmpty()) {
        throw new Refusal.Invalid("names", "请勾选企业，或者粘贴企业名称、信用代码，每行一家。");
      }
      List<Long> ids = found.found().stream().map(CompanyNames.Named::id).toList();
      if (deed == null) {
        return HttpResponse.ok(
            new ModelAndView<>(
                NEW,
                page(
                    form,
                    found,
                    linking.clashes(ids, order.kind(), order.from()),
                    true,
                    permission,
                    FormErrors.NONE)));
      }
      return switch (linking.link(order, ids)) {
        case Linking.Linked.Refused(var clashes) ->
            refused(
                form,
                found,
                clashes,
                permission,
                new FieldError("names", clashes.size() + " 家同一类别的挂钩与已有的重叠，一家也没有登记；请移出或先办理结束、移交。"));
        case Linking.Linked.Done(var count) -> {
          deed.about("account", order.account())
              .noted("挂钩 " + count + " 家，" + order.kind().label());
          yield Flash.seeOther(
              Address.of("/assignments").with("leader", order.account()),
              "已登记 " + count + " 家企业的挂钩，从 " + order.from() + " 起。");
        }
      };
    } catch (Refusal.Invalid refused) {
      return refused(
          form, found, Map.of(), permission, refused.errors().toArray(FieldError[]::new));
    }
  }

  private Linking.Order order(LinkingPage.Form form, Caller caller) {
    List<FieldError> errors = new ArrayList<>();
    boolean known =
        leaders.choices(caller.regionCode()).stream()
            .map(Choice::value)
            .anyMatch(form.leader()::equals);
    if (!known) {
      errors.add(new FieldError("leader", "请选择挂钩领导。"));
    }
    AssignmentKind kind = AssignmentLists.kind(form.kind());
    if (kind == null) {
      errors.add(new FieldError("kind", "请选择挂钩类别。"));
    }
    if (!errors.isEmpty() || kind == null) {
      throw new Refusal.Invalid(errors.getFirst().message(), errors);
    }
    return new Linking.Order(
        AssignmentLists.number("leader", form.leader()),
        kind,
        Field.of("from", form.from()).day(LocalDate.now(clock)),
        Field.of("document", form.document()).text(Linking.LONGEST_WORDS));
  }

  private HttpResponse<?> refused(
      LinkingPage.Form form,
      NamedCompanies.Found found,
      Map<Long, Assignment> clashes,
      Permission permission,
      FieldError... errors) {
    return HttpResponse.unprocessableEntity()
        .body(
            new ModelAndView<>(
                NEW,
                page(
                    form,
                    found,
                    clashes,
                    !clashes.isEmpty() || !found.unknown().isEmpty(),
                    permission,
                    FormErrors.of(errors))));
  }

  private LinkingPage page(
      LinkingPage.Form form,
      NamedCompanies.Found found,
      Map<Long, Assignment> clashes,
      boolean previewed,
      Permission permission,
      FormErrors errors) {
    Map<Long, String> names =
        leaders.names(clashes.values().stream().map(Assignment::accountId).toList());
    return new LinkingPage(
        form,
        leaders.choices(permission.caller().regionCode()),
        AssignmentLists.KINDS,
        previewed,
        found.found().stream().map(company -> line(company, clashes, names)).toList(),
        found.unknown().stream()
            .map(unknown -> new LinkingPage.Unknown(unknown.typed(), unknown.why()))
            .toList(),
        found.found().stream().filter(company -> !clashes.containsKey(company.id())).count(),
        errors);
  }

  private static LinkingPage.Line line(
      CompanyNames.Named company, Map<Long, Assignment> clashes, Map<Long, String> names) {
    Assignment clash = clashes.get(company.id());
    return new LinkingPage.Line(
        company.id(),
        company.name(),
        company.demo(),
        company.region(),
        clash == null
            ? null
            : Clashes.sentence(clash, names.getOrDefault(clash.accountId(), "另一位领导")));
  }

  private static LinkingPage.Form form(Map<String, @Nullable Object> typed) {
    return new LinkingPage.Form(
        word(typed.get("leader")),
        word(typed.get("kind")),
        word(typed.get("from")),
        word(typed.get("document")),
        word(typed.get("names")));
  }

  private static String word(@Nullable Object typed) {
    return typed == null ? "" : typed.toString().strip();
  }

  private static List<String> many(@Nullable Object typed) {
    return switch (typed) {
      case null -> List.of();
      case Collection<?> all -> all.stream().map(Objects::toString).toList();
      default -> List.of(typed.toString());
    };
  }

  private static List<Long> numbers(List<String> typed) {
    return typed.stream()
        .flatMap(each -> Stream.of(each.split(",")))
        .filter(each -> each.matches("[0-9]{1,18}"))
        .map(Long::valueOf)
        .distinct()
        .limit(NamedCompanies.MOST)
        .toList();
  }
}
