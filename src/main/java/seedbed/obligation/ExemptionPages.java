package seedbed.obligation;

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
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import seedbed.access.Permission;
import seedbed.access.Scope;
import seedbed.audit.Deed;
import seedbed.company.Company;
import seedbed.company.CompanyNames;
import seedbed.company.Known;
import seedbed.company.VisibleCompanies;
import seedbed.obligation.Exempting.Wanted;
import seedbed.obligation.Exemptions.Exemption;
import seedbed.web.Address;
import seedbed.web.FieldError;
import seedbed.web.Flash;
import seedbed.web.FormErrors;
import seedbed.web.PageRequest;
import seedbed.web.Pager;
import seedbed.web.Refusal;

/// Lets a company off something for a period, with a reason, and takes that back.
@Hidden
@Controller("/obligations/exemptions")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class ExemptionPages {

  private static final int LONGEST_REASON = 200;

  private final Exemptions exemptions;
  private final VisibleCompanies companies;
  private final CompanyNames companyNames;
  private final Kinds kinds;
  private final Exempting exempting;
  private final Clock clock;

  ExemptionPages(
      Exemptions exemptions,
      VisibleCompanies companies,
      CompanyNames companyNames,
      Kinds kinds,
      Exempting exempting,
      Clock clock) {
    this.exemptions = exemptions;
    this.companies = companies;
    this.companyNames = companyNames;
    this.kinds = kinds;
    this.exempting = exempting;
    this.clock = clock;
  }

  @Introspected
  record Index(List<Line> lines, Pager pager) {}

  @Introspected
  record Line(
      long id,
      String kind,
      String period,
      long companyId,
      String company,
      String reason,
      LocalDate decidedOn,
      String decidedBy,
      boolean standing,
      @Nullable LocalDate endedOn) {}

  @Introspected
  record NewPage(
      String item, String kind, String period, String company, String reason, FormErrors errors) {}

  @Serdeable
  record NewForm(@Nullable String item, @Nullable String reason) {}

  @Get
  @View("obligations/exemptions")
  Index index(PageRequest page, Permission permission) {
    String region = permission.caller().regionCode();
    List<Exemption> found = exemptions.below(region, page.size(), page.offset());
    Map<Long, CompanyNames.Named> names =
        companyNames.of(
            found.stream().map(Exemption::companyId).distinct().toList(),
            Known.today(permission.scope(), clock));
    return new Index(
        found.stream().map(each -> line(each, names.get(each.companyId()))).toList(),
        Pager.of(page, exemptions.countBelow(region)));
  }

  @Get("/new")
  @View("obligations/exempt")
  NewPage choose(Permission permission, @QueryValue String item) {
    Wanted wanted = wanted(item, permission);
    exempting.requireOpen(wanted);
    return page(item, wanted, "", FormErrors.NONE);
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> excuse(@Body NewForm form, Permission permission, Deed deed) {
    String item = form.item() == null ? "" : form.item();
    Wanted wanted = wanted(item, permission);
    String reason = form.reason() == null ? "" : form.reason().strip();
    if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
      return HttpResponse.unprocessableEntity()
          .body(
              new ModelAndView<>(
                  "obligations/exempt",
                  page(
                      item,
                      wanted,
                      reason,
                      FormErrors.of(
                          new FieldError(
                              "reason", "请写明免报的理由或依据，不超过 " + LONGEST_REASON + " 个字。")))));
    }
    Exemption saved = exempting.excuse(wanted, reason, permission.caller());
    deed.about("exemption", saved.id()).noted("免报：" + item);
    return Flash.seeOther(Address.of("/obligations/exemptions"), "已免报：" + wanted.words() + "。");
  }

  @Post("/{id}/end")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> end(long id, Permission permission) {
    boolean there =
        exemptions
            .findById(id)
            .filter(each -> find(each.companyId(), permission.scope()).isPresent())
            .isPresent();
    if (!there) {
      throw new Refusal.Absent("没有编号为 " + id + " 的免报。");
    }
    if (exemptions.end(id, LocalDate.now(clock), permission.caller().username()) == 0) {
      throw new Refusal.Stale("这件免报已经撤销，请刷新后再看。");
    }
    return Flash.seeOther(Address.of("/obligations/exemptions"), "已撤销免报，该报的照常报送。");
  }

  /// @param item such as `operating-sheet/2026-Q3/12`
  private Wanted wanted(String item, Permission permission) {
    String[] parts = item.split("/", -1);
    if (parts.length != 3 || !parts[1].matches(Period.CODE) || !parts[2].matches("[0-9]{1,18}")) {
      throw new Refusal.Invalid("item", "请从应报事项的列表中选择要免报的一项。");
    }
    Kind kind =
        kinds
            .find(parts[0])
            .filter(Periodic.class::isInstance)
            .orElseThrow(() -> new Refusal.Invalid("item", "只有按期填报的事项可以免报。"));
    Period period = Period.of(parts[1]);
    if (!exempting.asked(kind, period)) {
      throw new Refusal.Invalid(
          "item", kind.label() + "没有“" + period.label() + "”这一期，请从应报事项的列表中选择。");
    }
    return new Wanted(
        kind,
        period,
        find(Long.parseLong(parts[2]), permission.scope())
            .orElseThrow(() -> new Refusal.Absent("没有编号为 " + parts[2] + " 的企业。")));
  }

  private Line line(Exemption each, CompanyNames.@Nullable Named company) {
    return new Line(
        each.id(),
        kinds.label(each.kind()),
        Period.of(each.period()).label(),
        each.companyId(),
        company == null ? "—" : company.name(),
        each.reason(),
        each.decidedOn(),
        each.decidedBy(),
        each.standing() != null,
        each.endedOn());
  }

  private Optional<Company> find(long id, Scope scope) {
    return companies.find(id, Known.today(scope, clock));
  }

  private static NewPage page(String item, Wanted wanted, String reason, FormErrors errors) {
    return new NewPage(
        item,
        wanted.kind().label(),
        wanted.period().label(),
        wanted.company().name(),
        reason,
        errors);
  }
}
