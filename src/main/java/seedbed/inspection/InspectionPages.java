package seedbed.inspection;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import seedbed.access.Permission;
import seedbed.audit.Deed;
import seedbed.web.Address;
import seedbed.web.Field;
import seedbed.web.FieldError;
import seedbed.web.Flash;
import seedbed.web.PageRequest;
import seedbed.web.Refusal;

/// Inspections as a list and one by one, and what is reported before them.
@Hidden
@Controller("/inspections")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class InspectionPages {

  private static final String LOCK = "lock";
  private static final int LONGEST = 1_000;

  private final InspectionLists lists;
  private final InspectionReading reading;
  private final FilingReading drafts;
  private final Reporting reporting;
  private final Inspections inspections;

  InspectionPages(
      InspectionLists lists,
      InspectionReading reading,
      FilingReading drafts,
      Reporting reporting,
      Inspections inspections) {
    this.lists = lists;
    this.reading = reading;
    this.drafts = drafts;
    this.reporting = reporting;
    this.inspections = inspections;
  }

  @Serdeable
  record NewForm(@Nullable String company) {}

  @Serdeable
  record AdditionForm(@Nullable String about, @Nullable String words, @Nullable String day) {}

  @Get
  @View("inspections/index")
  InspectionList index(
      PageRequest page,
      Permission permission,
      @Nullable @QueryValue String show,
      @Nullable @QueryValue String mark,
      @Nullable @QueryValue String year,
      @Nullable @QueryValue String unit,
      @Nullable @QueryValue String kind,
      @Nullable @QueryValue String company,
      @Nullable @QueryValue String q) {
    return lists.list(
        lists.query(
            new InspectionLists.Asked(show, mark, year, unit, kind, company, q),
            permission.caller().role()),
        page,
        permission);
  }

  /// What a unit should know of a company before it files.
  @Get("/companies/{id}")
  @View("inspections/company")
  CompanyScreen company(long id, Permission permission) {
    Firm firm = drafts.firm(id, permission.scope());
    return new CompanyScreen(firm, drafts.screen(firm, permission));
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> begin(@Body NewForm form, Permission permission, Deed deed) {
    String company = form.company();
    if (company == null || !company.matches("[0-9]{1,18}")) {
      throw new Refusal.Invalid("company", "请先查询企业，再开始报备。");
    }
    Firm firm = drafts.firm(Long.parseLong(company), permission.scope());
    Inspection begun = reporting.begin(firm, permission.caller());
    deed.about("inspection", begun.id());
    return HttpResponse.seeOther(address(begun.id()).uri());
  }

  /// A draft is a form, what was filed is a page.
  @Get("/{id}")
  ModelAndView<?> show(long id, Permission permission) {
    Records.File file = reading.file(id, permission);
    return file.filed() == null
        ? new ModelAndView<>("inspections/edit", drafts.page(file.inspection(), permission))
        : new ModelAndView<>("inspections/show", reading.page(file, permission));
  }

  /// Keeps what was typed, and shows what is missing.
  @Post("/{id}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> keep(long id, Permission permission, @Body Map<String, @Nullable Object> form) {
    Inspection draft = draft(id, permission);
    Filing typed = reporting.completed(draft, Filing.of(form));
    long lock = lock(form, draft, typed);
    try {
      if (!reporting.keep(draft, lock, typed)) {
        return conflict(id, typed, permission);
      }
    } catch (Refusal.Invalid refused) {
      return refused(draft, lock, typed, refused, permission);
    }
    Inspection kept = drafts.inspection(id, permission);
    return HttpResponse.ok(
        new ModelAndView<>(
            "inspections/edit",
            drafts.page(kept, kept.version(), typed, FilingPage.Sent.KEPT, permission)));
  }

  @Post("/{id}/submission")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> submit(
      long id, Permission permission, @Body Map<String, @Nullable Object> form, Deed deed) {
    Inspection draft = draft(id, permission);
    Filing typed = reporting.completed(draft, Filing.of(form));
    long lock = lock(form, draft, typed);
    if (lock != draft.version()) {
      return conflict(id, typed, permission);
    }
    try {
      reporting.legible(typed);
      Seen seen = Seen.in(form);
      if (drafts.surprises(draft, typed, seen)) {
        return unseen(draft, lock, typed, seen, permission);
      }
      Filed filed =
          reporting.submit(
              draft,
              lock,
              typed,
              drafts.firm(draft.companyId(), permission.scope()),
              permission.caller());
      deed.noted("报备编号 " + filed.archiveNumber());
      return Flash.seeOther(
          address(id),
          "报备已提交，编号 %s，已通知市政府（培育办）、本单位和挂钩领导；检查不需要等待答复。".formatted(filed.archiveNumber()));
    } catch (Refusal.Invalid refused) {
      return refused(draft, lock, typed, refused, permission);
    }
  }

  // Asked once, and not for leave: the same form sent again is handed in.
  private HttpResponse<?> unseen(
      Inspection draft, long lock, Filing typed, Seen seen, Permission permission) {
    if (!reporting.keep(draft, lock, typed)) {
      return conflict(draft.id(), typed, permission);
    }
    Inspection kept = drafts.inspection(draft.id(), permission);
    return again(kept, kept.version(), typed, FilingPage.Sent.unseen(seen), permission);
  }

  private HttpResponse<?> refused(
      Inspection draft, long lock, Filing typed, Refusal.Invalid refused, Permission permission) {
    return again(draft, lock, typed, FilingPage.Sent.refused(refused), permission);
  }

  private HttpResponse<?> again(
      Inspection draft, long lock, Filing typed, FilingPage.Sent sent, Permission permission) {
    return HttpResponse.unprocessableEntity()
        .body(
            new ModelAndView<>(
                "inspections/edit", drafts.page(draft, lock, typed, sent, permission)));
  }

  @Post("/{id}/additions")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> add(long id, Permission permission, @Body AdditionForm form, Deed deed) {
    Records.File file = reading.file(id, permission);
    reading.filed(file);
    String about = text(form.about());
    String words = text(form.words());
    List<FieldError> errors = new ArrayList<>();
    if (Filing.ENTRIES.stream().noneMatch(entry -> entry.label().equals(about))) {
      errors.add(new FieldError("about", "请选择补充哪一栏。"));
    }
    if (words.isEmpty()) {
      errors.add(new FieldError("words", "请写明补充的内容。"));
    }
    FieldError.tooLong("words", "内容", words, LONGEST).ifPresent(errors::add);
    if (!errors.isEmpty()) {
      return HttpResponse.unprocessableEntity()
          .body(
              new ModelAndView<>(
                  "inspections/show",
                  reading.page(
                      file,
                      new InspectionPage.Typed("additions", about, words, ""),
                      errors,
                      permission)));
    }
    if (!text(form.day()).isEmpty()) {
      return move(file, form, words, permission, deed);
    }
    reporting.add(file.inspection(), about, words, permission.caller());
    deed.noted("补充：" + about);
    return Flash.seeOther(address(id), "补充已登记，与原报备一并显示；原报备不变。");
  }

  private HttpResponse<?> move(
      Records.File file, AdditionForm form, String words, Permission permission, Deed deed) {
    Filed filed = reading.filed(file);
    if (file.conclusion() != null) {
      throw new Refusal.Stale("这次检查已经报送结论，检查日期不能再改。");
    }
    LocalDate to = ConclusionForm.day(text(form.day())).orElse(null);
    LocalDate first = FilingErrors.first(filed.filedOn());
    LocalDate last = FilingErrors.last(filed.filedOn());
    if (to == null || to.isBefore(first) || to.isAfter(last)) {
      return HttpResponse.unprocessableEntity()
          .body(
              new ModelAndView<>(
                  "inspections/show",
                  reading.page(
                      file,
                      new InspectionPage.Typed("additions", text(form.about()), words, ""),
                      List.of(
                          new FieldError(
                              "day", "新的检查日期应为“年-月-日”，在 %s 至 %s 之间。".formatted(first, last))),
                      permission)));
    }
    reporting.move(file, filed, to, words, permission.caller());
    deed.noted("检查改到 " + to);
    return Flash.seeOther(
        address(file.inspection().id()), "检查日期改为 " + to + "，结论期限随之改变；已通知培育办、本单位和挂钩领导。");
  }

  /// Throws away a draft; what was filed stays.
  @Post("/{id}/removal")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> remove(long id, Permission permission, Deed deed) {
    Inspection draft = draft(id, permission);
    if (inspections.discard(draft.id()) == 0) {
      throw new Refusal.Stale("这次检查已经提交报备，或者已经向其他单位提议联合检查，不能删除。");
    }
    deed.noted("删除报备草稿");
    return Flash.seeOther(Address.of("/inspections"), "草稿已删除。");
  }

  private Inspection draft(long id, Permission permission) {
    Records.File file = reading.file(id, permission);
    if (file.filed() != null) {
      throw new Refusal.Stale("这次检查已经提交报备，内容不能改动；需要更正的，请在报备页面登记补充。");
    }
    return file.inspection();
  }

  // What was just typed is shown with the newest lock, and beside it what the other one wrote.
  private HttpResponse<?> conflict(long id, Filing mine, Permission permission) {
    Inspection now = draft(id, permission);
    return HttpResponse.status(HttpStatus.CONFLICT)
        .body(new ModelAndView<>("inspections/conflict", drafts.conflict(mine, now)));
  }

  private long lock(Map<String, @Nullable Object> form, Inspection draft, Filing typed) {
    long lock = lock(form);
    return drafts.says(draft, typed) ? draft.version() : lock;
  }

  static long lock(Map<String, @Nullable Object> form) {
    return Field.in(form, LOCK).version();
  }

  private static String text(@Nullable String typed) {
    return typed == null ? "" : typed.strip().replace("\r\n", "\n");
  }

  static Address address(long id) {
    return Address.of("/inspections/" + id);
  }
}
