package seedbed.archive;

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
import io.micronaut.views.ModelAndView;
import io.micronaut.views.View;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import seedbed.access.Permission;
import seedbed.audit.Deed;
import seedbed.company.Company;
import seedbed.company.CreditCode;
import seedbed.company.Known;
import seedbed.company.VisibleCompanies;
import seedbed.criteria.ArchivePlan;
import seedbed.web.Address;
import seedbed.web.Choice;
import seedbed.web.Flash;
import seedbed.web.FormErrors;
import seedbed.web.Refusal;

/// Entering a document by hand. It gets its number first, which is stamped on the paper; the scan
/// of the stamped paper follows.
@Hidden
@Controller("/archive")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class EntryPages {

  private static final String SHOW = "archive/new";

  private final Registering registering;
  private final VisibleCompanies companies;
  private final ArchivePlan plan;
  private final Clock clock;

  EntryPages(Registering registering, VisibleCompanies companies, ArchivePlan plan, Clock clock) {
    this.registering = registering;
    this.companies = companies;
    this.plan = plan;
    this.clock = clock;
  }

  @Introspected
  record Page(
      EntryForm typed,
      List<Choice> serieses,
      List<Choice> keeping,
      LocalDate today,
      FormErrors errors) {

    /// Whether it is asked if so old a day is meant.
    public boolean asksAboutTheDay() {
      return typed.meantOld() || EntryForm.OLD.equals(errors.on("datedOn"));
    }
  }

  @Get("/new")
  @View(SHOW)
  Page form(@Nullable @QueryValue String series) {
    return page(EntryForm.of(series), FormErrors.NONE);
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> enter(@Body EntryForm form, Permission permission, Deed deed) {
    LocalDate today = LocalDate.now(clock);
    try {
      Archiving.Entered entered =
          registering.enter(
              form.entry(plan, today, text -> company(text, permission)),
              permission.caller().regionCode(),
              today,
              permission.caller().username());
      deed.about("document", entered.id()).noted("归档：" + entered.number());
      return Flash.seeOther(
          Address.of("/archive/" + entered.id()),
          "已归档，编号" + entered.number() + "。请在纸质件上加盖归档章、写上编号，然后上传扫描件。");
    } catch (Refusal.Invalid refused) {
      return HttpResponse.unprocessableEntity()
          .body(new ModelAndView<>(SHOW, page(form, FormErrors.of(refused.errors()))));
    }
  }

  private Page page(EntryForm form, FormErrors errors) {
    return new Page(
        form,
        plan.series().entrySet().stream()
            .filter(series -> series.getValue().byHand())
            .map(series -> new Choice(series.getKey(), series.getValue().name()))
            .toList(),
        RegisterReading.keeping(),
        LocalDate.now(clock),
        errors);
  }

  private Optional<Long> company(String text, Permission permission) {
    Known known = Known.today(permission.scope(), clock);
    Optional<Company> found =
        switch (CreditCode.read(text)) {
          case CreditCode.Accepted(var code, _) -> companies.coded(code, known);
          case CreditCode.Refused _ -> companies.named(text, known);
        };
    return found.map(Company::id);
  }
}
