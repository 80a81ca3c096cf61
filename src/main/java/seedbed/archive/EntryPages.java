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
import io.micronaut.serde.annotation.Serdeable;
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
import seedbed.criteria.ArchivePlan.Retention;
import seedbed.web.Address;
import seedbed.web.Choice;
import seedbed.web.Field;
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
  private static final int LONGEST_SUBJECT = 200;
  private static final int LONGEST_NAME = 120;
  private static final int LONGEST_PERSON = 60;
  private static final int LONGEST_REMARK = 300;

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

  @Serdeable
  record Form(
      @Nullable String series,
      @Nullable String subject,
      @Nullable String counterpart,
      @Nullable String reference,
      @Nullable String datedOn,
      @Nullable String copies,
      @Nullable String pages,
      @Nullable String keep,
      @Nullable String company,
      @Nullable String handledBy,
      @Nullable String remark) {

    static Form of(@Nullable String series) {
      return new Form(series, null, null, null, null, "1", null, null, null, null, null);
    }
  }

  @Introspected
  record Page(
      Form typed,
      List<Choice> serieses,
      List<Choice> keeping,
      LocalDate today,
      FormErrors errors) {}

  @Get("/new")
  @View(SHOW)
  Page form(@Nullable @QueryValue String series) {
    return page(Form.of(series), FormErrors.NONE);
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> enter(@Body Form form, Permission permission, Deed deed) {
    LocalDate today = LocalDate.now(clock);
    try {
      Archiving.Entered entered =
          registering.enter(
              entry(form, permission, today),
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

  private Page page(Form form, FormErrors errors) {
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

  private Registering.Entry entry(Form form, Permission permission, LocalDate today) {
    Series series =
        Series.of(form.series() == null ? "" : form.series())
            .filter(wanted -> plan.get(wanted.code()).byHand())
            .orElseThrow(() -> new Refusal.Invalid("series", "请选择类别。"));
    String subject = Field.of("subject", form.subject()).text(LONGEST_SUBJECT, "请填写题名，与文件标题一致。");
    String counterpart = Field.of("counterpart", form.counterpart()).text(LONGEST_NAME);
    if (counterpart == null && series == Series.INCOMING) {
      throw new Refusal.Invalid("counterpart", "收文请填写来文单位。");
    }
    LocalDate datedOn = Field.of("datedOn", form.datedOn()).day(today);
    if (datedOn.isAfter(today)) {
      throw new Refusal.Invalid("datedOn", "成文日期不能晚于今天（" + today + "）。");
    }
    Integer copies = count(Field.of("copies", form.copies()));
    return new Registering.Entry(
        series,
        subject,
        keep(form.keep()),
        company(form.company(), permission),
        new Letter(
            counterpart,
            Field.of("reference", form.reference()).text(LONGEST_NAME),
            datedOn,
            copies == null ? 1 : copies,
            count(Field.of("pages", form.pages())),
            Field.of("handledBy", form.handledBy()).text(LONGEST_PERSON),
            Field.of("remark", form.remark()).text(LONGEST_REMARK)));
  }

  private static @Nullable Integer count(Field field) {
    if (field.typed().isEmpty()) {
      return null;
    }
    if (!field.typed().matches("[1-9][0-9]{0,4}")) {
      throw new Refusal.Invalid(field.name(), "请填 1 到 99999 之间的整数。");
    }
    return Integer.valueOf(field.typed());
  }

  private static @Nullable Retention keep(@Nullable String typed) {
    return typed == null || typed.isBlank()
        ? null
        : Retention.of(typed).orElseThrow(() -> new Refusal.Invalid("keep", "请选择保管期限。"));
  }

  private @Nullable Long company(@Nullable String typed, Permission permission) {
    String text = Field.of("company", typed).text(LONGEST_NAME);
    if (text == null) {
      return null;
    }
    Known known = Known.today(permission.scope(), clock);
    Optional<Company> found =
        switch (CreditCode.read(text)) {
          case CreditCode.Accepted(var code, _) -> companies.coded(code, known);
          case CreditCode.Refused _ -> companies.named(text, known);
        };
    return found
        .map(Company::id)
        .orElseThrow(() ->
            new Refusal.Invalid("company", "没有找到“" + text + "”。请填写企业全称或统一社会信用代码；不专涉一家企业的留空。"));
  }
}
