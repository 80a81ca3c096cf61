package seedbed.figure;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.views.ModelAndView;
import io.micronaut.views.View;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import seedbed.access.Act;
import seedbed.access.Permission;
import seedbed.access.Permissions;
import seedbed.access.Scope;
import seedbed.audit.Deed;
import seedbed.company.Absence;
import seedbed.company.Company;
import seedbed.company.Known;
import seedbed.company.VisibleCompanies;
import seedbed.criteria.Indicators;
import seedbed.criteria.rule.Indicator;
import seedbed.web.Address;
import seedbed.web.ChosenDay;
import seedbed.web.Flash;
import seedbed.web.Refusal;

/// Sources that disagree about a company, and the decision between them.
@Hidden
@Controller("/companies/{id}/conflicts")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class ConflictPages {

  private final VisibleCompanies companies;
  private final VisibleFigures figures;
  private final Deciding deciding;
  private final Indicators indicators;
  private final Ownership ownership;
  private final Permissions permissions;
  private final Clock clock;

  ConflictPages(
      VisibleCompanies companies,
      VisibleFigures figures,
      Deciding deciding,
      Indicators indicators,
      Ownership ownership,
      Permissions permissions,
      Clock clock) {
    this.companies = companies;
    this.figures = figures;
    this.deciding = deciding;
    this.indicators = indicators;
    this.ownership = ownership;
    this.permissions = permissions;
    this.clock = clock;
  }

  @Serdeable
  record DecisionForm(@Nullable Long figure) {}

  @Get
  @View("figures/conflicts")
  ConflictPage index(long id, Permission permission, ChosenDay chosen) {
    FigureSheet sheet =
        figures
            .find(id, permission.scope(), Moment.on(chosen.day(), clock))
            .map(found -> found.only(ownership.of(permission)))
            .orElseThrow(() -> Absence.of(id, chosen));
    return ConflictPage.of(
        companies
            .find(id, new Known(permission.scope(), chosen.day()))
            .orElseThrow(() -> Absence.of(id, chosen)),
        sheet,
        indicators,
        new ConflictPage.Reader(seesCompanies(permission), !chosen.past()),
        null);
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> decide(long id, Permission permission, @Body DecisionForm form, Deed deed) {
    Company company = found(id, permission.scope());
    long figure = form.figure() == null ? 0 : form.figure();
    if (!latest(id, permission).stands(figure)) {
      return refusal(company, permission);
    }
    return switch (deciding.decide(
        id, figure, permission.scope(), permission.caller().username())) {
      case Deciding.Decided(var entry, var taken) -> {
        told(deed, entry, taken);
        yield Flash.seeOther(Address.of("/companies/" + id + "/conflicts"), sentence(entry, taken));
      }
      case Deciding.NotLive() -> refusal(company, permission);
    };
  }

  /// What the caller answers for, as it stands now.
  private FigureSheet latest(long id, Permission permission) {
    return figures
        .latest(id, permission.scope())
        .map(found -> found.only(ownership.of(permission)))
        .orElseThrow(() -> absent(id));
  }

  private HttpResponse<?> refusal(Company company, Permission permission) {
    return HttpResponse.unprocessableEntity()
        .body(new ModelAndView<>("figures/conflicts", refused(company, permission)));
  }

  /// What counted before, what counts now, and what was passed over.
  private void told(Deed deed, Entry entry, Figure taken) {
    String what =
        indicators.find(entry.indicator()).map(Indicator::label).orElse(entry.indicator())
            + "（"
            + entry.period().label()
            + "）";
    deed.changed(
        what, entry.decided().map(before -> shown(before.figure())).orElse(null), shown(taken));
    entry.live().stream()
        .map(Attested::figure)
        .filter(figure -> figure.id() != taken.id())
        .forEach(figure -> deed.noted("未采用：" + shown(figure)));
  }

  private String shown(Figure figure) {
    String value =
        indicators
            .find(figure.indicator())
            .map(indicator -> ShownValue.of(indicator, figure.value()))
            .orElseGet(() -> figure.value().text());
    return value + "，来源“" + figure.source().document() + "”";
  }

  private String sentence(Entry entry, Figure taken) {
    Indicator indicator = indicators.find(entry.indicator()).orElse(null);
    return indicator == null
        ? "已裁定。"
        : "%s（%s）采用 %s，来源“%s”。"
            .formatted(
                indicator.label(),
                entry.period().label(),
                ShownValue.of(indicator, taken.value()),
                taken.source().document());
  }

  private ConflictPage refused(Company company, Permission permission) {
    return ConflictPage.of(
        company,
        latest(company.id(), permission),
        indicators,
        new ConflictPage.Reader(seesCompanies(permission), true),
        "所选的值已被更正或不存在，没有裁定。请按下面的最新情况重新选择。");
  }

  private boolean seesCompanies(Permission permission) {
    return permissions.allow(permission.caller(), Act.SEE_COMPANIES);
  }

  private Company found(long id, Scope scope) {
    return companies.find(id, Known.today(scope, clock)).orElseThrow(() -> absent(id));
  }

  private static Refusal.Absent absent(long id) {
    return new Refusal.Absent("没有编号为 " + id + " 的企业。");
  }
}
