package seedbed.recognition;

import io.micronaut.core.annotation.Introspected;
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
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.access.Act;
import seedbed.access.Permission;
import seedbed.access.Permissions;
import seedbed.audit.Deed;
import seedbed.company.Absence;
import seedbed.company.Company;
import seedbed.company.Known;
import seedbed.company.TitleHolding;
import seedbed.criteria.Titles;
import seedbed.web.Address;
import seedbed.web.Choice;
import seedbed.web.ChosenDay;
import seedbed.web.Field;
import seedbed.web.Flash;
import seedbed.web.FormErrors;
import seedbed.web.Refusal;

/// The major changes of one company with the days by which they are reported, and what is due for
/// its titles.
@Hidden
@Controller("/companies/{id}/changes")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class ChangePages {

  private static final int LONGEST_DETAIL = 800;
  private static final int LONGEST_NAME = 200;
  private static final String NO_DAY = "请填写日期。";

  private final Changing changing;
  private final Deadlines deadlines;
  private final Titles titles;
  private final Permissions permissions;
  private final Clock clock;

  ChangePages(
      Changing changing, Deadlines deadlines, Titles titles, Permissions permissions, Clock clock) {
    this.changing = changing;
    this.deadlines = deadlines;
    this.titles = titles;
    this.permissions = permissions;
    this.clock = clock;
  }

  @Introspected
  record Page(
      long companyId,
      String company,
      boolean demo,
      List<Line> lines,
      List<Duty> duties,
      boolean reports,
      List<Choice> kinds,
      String today,
      FormErrors errors,
      Form typed) {}

  /// @param rule what the day rests on, in words
  @Introspected
  record Line(
      long id,
      String kind,
      LocalDate happenedOn,
      @Nullable String detail,
      @Nullable LocalDate due,
      String rule,
      boolean late,
      @Nullable LocalDate reportedOn,
      @Nullable String reportDocument) {}

  /// A yearly update that comes next.
  @Introspected
  record Duty(long holding, String title, Deadlines.Due due) {}

  @Serdeable
  record Form(
      @Nullable String kind,
      @Nullable String happenedOn,
      @Nullable String detail,
      @Nullable String formerName) {
    static final Form NOTHING = new Form(null, null, null, null);
  }

  @Serdeable
  record ReportForm(@Nullable String reportedOn, @Nullable String document) {}

  @Get
  @View("titles/changes")
  Page show(long id, ChosenDay chosen, Permission permission) {
    return page(id, chosen, permission, FormErrors.NONE, Form.NOTHING);
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> record(
      long id, @Body Form form, ChosenDay chosen, Permission permission, Deed deed) {
    Company company = company(id, chosen, permission);
    try {
      CompanyChange kept =
          changing.record(
              company,
              CompanyChange.Kind.of(form.kind() == null ? "" : form.kind())
                  .orElseThrow(() -> new Refusal.Invalid("kind", "请选择是哪一种变化。")),
              Field.of("happenedOn", form.happenedOn()).day(NO_DAY),
              Field.of("detail", form.detail()).text(LONGEST_DETAIL),
              Field.of("formerName", form.formerName()).text(LONGEST_NAME),
              permission);
      deed.noted("重大变化：" + kept.kind().label() + " " + kept.happenedOn());
      return Flash.seeOther(address(id), "已登记“" + kept.kind().label() + "”。");
    } catch (Refusal.Invalid wrong) {
      return HttpResponse.unprocessableEntity()
          .body(
              new ModelAndView<>(
                  "titles/changes",
                  page(id, chosen, permission, FormErrors.of(wrong.errors()), form)));
    }
  }

  @Post("/{change}/report")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> report(
      long id,
      long change,
      @Body ReportForm form,
      ChosenDay chosen,
      Permission permission,
      Deed deed) {
    Company company = company(id, chosen, permission);
    LocalDate on = Field.of("reportedOn", form.reportedOn()).day(NO_DAY);
    changing.report(company, change, on, Field.of("document", form.document()).text(LONGEST_NAME));
    deed.noted("第 " + change + " 项重大变化已报告：" + on);
    return Flash.seeOther(address(id), "已登记报告。");
  }

  private Page page(
      long id, ChosenDay chosen, Permission permission, FormErrors errors, Form typed) {
    Company company = company(id, chosen, permission);
    Known known = new Known(permission.scope(), chosen.day());
    List<TitleHolding> held = changing.held(id, known);
    return new Page(
        id,
        company.name(),
        company.demo(),
        changing.known(id, chosen.day()).stream()
            .map(change -> line(change, held, chosen.day()))
            .toList(),
        held.stream()
            .flatMap(holding ->
                deadlines.nextUpdate(holding.title(), chosen.day()).stream()
                    .map(due ->
                        new Duty(holding.id(), titles.get(holding.title()).shortLabel(), due)))
            .toList(),
        !chosen.past() && permissions.allow(permission.caller(), Act.REPORT_CHANGE),
        Arrays.stream(CompanyChange.Kind.values())
            .map(kind -> new Choice(kind.code(), kind.label()))
            .toList(),
        LocalDate.now(clock).toString(),
        errors,
        typed);
  }

  private Line line(CompanyChange change, List<TitleHolding> held, LocalDate on) {
    var due = changing.due(change, held);
    boolean reported = change.reported(on);
    return new Line(
        change.id(),
        change.kind().label(),
        change.happenedOn(),
        change.detail(),
        due.map(each -> each.due().on()).orElse(null),
        due.map(each -> rule(each)).orElse("没有称号须报告，或文件期限待核"),
        !reported && due.filter(each -> on.isAfter(each.due().on())).isPresent(),
        reported ? change.reportedOn() : null,
        reported ? change.reportDocument() : null);
  }

  private static String rule(Changing.DueFor due) {
    String missed = due.due().missed();
    return "%s：%s%s%s"
        .formatted(
            due.title(),
            due.due().document(),
            missed == null ? "" : "，" + missed,
            due.due().unverified() == null ? "" : "（待核：" + due.due().unverified() + "）");
  }

  private Company company(long id, ChosenDay chosen, Permission permission) {
    return changing
        .company(id, new Known(permission.scope(), chosen.day()))
        .orElseThrow(() -> Absence.of(id, chosen));
  }

  private static Address address(long id) {
    return Address.of("/companies/" + id + "/changes");
  }
}
