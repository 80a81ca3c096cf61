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
import seedbed.company.Companies;
import seedbed.company.Company;
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

  /// Who acts, until accounts exist.
  private static final String LOCAL_USER = "本机用户";

  private final Companies companies;
  private final Figures figures;
  private final Deciding deciding;
  private final Indicators indicators;
  private final Clock clock;

  ConflictPages(
      Companies companies, Figures figures, Deciding deciding, Indicators indicators, Clock clock) {
    this.companies = companies;
    this.figures = figures;
    this.deciding = deciding;
    this.indicators = indicators;
    this.clock = clock;
  }

  @Serdeable
  record DecisionForm(@Nullable Long figure) {}

  @Get
  @View("figures/conflicts")
  ConflictPage index(long id, ChosenDay chosen) {
    FigureSheet sheet = figures.ofCompany(id, Moment.on(chosen.day(), clock).known());
    return ConflictPage.of(found(id), sheet, indicators, !chosen.past(), null);
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> decide(long id, @Body DecisionForm form) {
    Company company = found(id);
    long figure = form.figure() == null ? 0 : form.figure();
    return switch (deciding.decide(id, figure, LOCAL_USER)) {
      case Deciding.Decided(var entry, var taken) ->
          Flash.seeOther(Address.of("/companies/" + id + "/conflicts"), sentence(entry, taken));
      case Deciding.NotLive() ->
          HttpResponse.unprocessableEntity()
              .body(new ModelAndView<>("figures/conflicts", refused(company)));
    };
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

  private ConflictPage refused(Company company) {
    return ConflictPage.of(
        company,
        figures.ofCompany(company.id(), Figures.LATEST),
        indicators,
        true,
        "所选的值已被更正或不存在，没有裁定。请按下面的最新情况重新选择。");
  }

  private Company found(long id) {
    return companies.findById(id).orElseThrow(() -> new Refusal.Absent("没有编号为 " + id + " 的企业。"));
  }
}
