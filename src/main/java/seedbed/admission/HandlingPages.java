package seedbed.admission;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import seedbed.access.Permission;
import seedbed.audit.Deed;
import seedbed.web.Field;
import seedbed.web.Flash;
import seedbed.web.FormReading;
import seedbed.web.Refusal;

/// What township, departments and office do with an application.
@Hidden
@Controller("/applications/{id}")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ExecuteOn(TaskExecutors.BLOCKING)
class HandlingPages {

  private static final String SEEN = "seen";
  private static final int LONGEST_NOTE = 1_000;
  private static final int LONGEST_REASON = 500;
  private static final int LONGEST_DOCUMENT = 200;
  private static final int LATEST_ENTRY = 90;
  private static final int LONGEST_NOTICE = 60;

  private final Reading reading;
  private final Handling handling;
  private final Clock clock;

  HandlingPages(Reading reading, Handling handling, Clock clock) {
    this.reading = reading;
    this.handling = handling;
    this.clock = clock;
  }

  /// `answer=pass` sends it on, `answer=return` back to the company.
  @Post("/review")
  HttpResponse<?> review(
      long id, Permission permission, @Body Map<String, @Nullable Object> form, Deed deed) {
    return act(
        id,
        permission,
        form,
        file -> {
          // Sending back is allowed later too, but by the office.
          if (file.application().stage() != Stage.TOWNSHIP) {
            throw Progress.stale(file.application());
          }
          return switch (Field.in(form, "answer").typed()) {
            case "pass" -> {
              StrayWords.refuse(form, Stage.TOWNSHIP, "初审通过", StrayWords.NOTE);
              yield done(handling.pass(file, permission.caller(), note(form)), file, deed);
            }
            case "return" -> sentBack(file, permission, form, deed);
            default -> throw new Refusal.Invalid("answer", "请选择“初审通过”或“退回修改”。");
          };
        });
  }

  @Post("/return")
  HttpResponse<?> sendBack(
      long id, Permission permission, @Body Map<String, @Nullable Object> form, Deed deed) {
    return act(id, permission, form, file -> sentBack(file, permission, form, deed));
  }

  private HttpResponse<?> sentBack(
      CaseFile file, Permission permission, Map<String, @Nullable Object> form, Deed deed) {
    StrayWords.refuse(form, file.application().stage(), "退回修改", StrayWords.NOTE, StrayWords.FAULT);
    var made =
        handling.sendBack(file.application(), permission.caller(), note(form), faults(file, form));
    return done(made, file, deed);
  }

  @Post("/check")
  HttpResponse<?> check(
      long id, Permission permission, @Body Map<String, @Nullable Object> form, Deed deed) {
    return act(
        id,
        permission,
        form,
        file -> {
          UnitCheck.Opinion opinion =
              switch (Field.in(form, "opinion").typed()) {
                case "true" -> UnitCheck.Opinion.TRUE;
                case "doubted" -> UnitCheck.Opinion.DOUBTED;
                default -> throw new Refusal.Invalid("opinion", "请选择“属实”或“有异议”。");
              };
          handling.check(file, opinion, note(form), permission.caller());
          deed.noted("核实意见：" + opinion.label());
          return Flash.seeOther(ApplicationPages.address(id), "已登记核实意见：" + opinion.label() + "。");
        });
  }

  @Post("/continuation")
  HttpResponse<?> proceed(
      long id, Permission permission, @Body Map<String, @Nullable Object> form, Deed deed) {
    return act(
        id,
        permission,
        form,
        file -> {
          StrayWords.refuse(form, file.application().stage(), "转入审定", StrayWords.NOTE);
          return done(
              handling.proceed(file.application(), permission.caller(), note(form)), file, deed);
        });
  }

  @Post("/notice")
  HttpResponse<?> announce(
      long id, Permission permission, @Body Map<String, @Nullable Object> form, Deed deed) {
    return act(
        id,
        permission,
        form,
        file -> {
          StrayWords.refuse(
              form,
              file.application().stage(),
              "开始公示",
              StrayWords.DOCUMENT,
              StrayWords.BACKDATED,
              StrayWords.DESPITE);
          return done(handling.announce(file, permission.caller(), announcing(form)), file, deed);
        });
  }

  @Post("/objections")
  HttpResponse<?> object(long id, Permission permission, @Body Map<String, @Nullable Object> form) {
    return act(
        id,
        permission,
        form,
        file -> {
          StrayWords.refuse(form, file.application().stage(), "登记异议", StrayWords.CONTENT);
          String content = Field.in(form, StrayWords.CONTENT).text(LONGEST_NOTE, "请写明异议内容。");
          LocalDate raised = Field.in(form, "raisedOn").day(LocalDate.now(clock));
          if (raised.isAfter(LocalDate.now(clock))) {
            throw new Refusal.Invalid("raisedOn", "提出日期不能晚于今天。");
          }
          handling.object(file.application(), raised, content);
          return Flash.seeOther(ApplicationPages.address(id), "异议已登记，核查后请登记结论。");
        });
  }

  @Post("/objections/{objection}")
  HttpResponse<?> answer(
      long id, long objection, Permission permission, @Body Map<String, @Nullable Object> form) {
    return act(
        id,
        permission,
        form,
        file -> {
          String name = StrayWords.FINDING + objection;
          StrayWords.refuse(form, file.application().stage(), "登记核查结论", name);
          String finding = Field.in(form, name).text(LONGEST_NOTE, "请写明核查情况。");
          boolean upheld =
              switch (Field.in(form, "upheld").typed()) {
                case "yes" -> true;
                case "no" -> false;
                default -> throw new Refusal.Invalid("upheld", "请选择异议“成立”或“不成立”。");
              };
          handling.answer(file.application(), objection, upheld, finding);
          return Flash.seeOther(ApplicationPages.address(id), "核查结论已登记。");
        });
  }

  @Post("/admission")
  HttpResponse<?> admit(
      long id, Permission permission, @Body Map<String, @Nullable Object> form, Deed deed) {
    return act(
        id,
        permission,
        form,
        file -> {
          StrayWords.refuse(form, file.application().stage(), "发文入库", StrayWords.DOCUMENT);
          String document =
              Field.in(form, StrayWords.DOCUMENT).text(LONGEST_DOCUMENT, "请填写入库文件的名称和文号。");
          LocalDate from = Field.in(form, "from").day(LocalDate.now(clock));
          LocalDate until = file.application().noticeUntil();
          if (until != null && !from.isAfter(until)) {
            throw new Refusal.Invalid("from", "入库日期应在公示期满（" + until + "）之后。");
          }
          if (from.isAfter(LocalDate.now(clock))) {
            throw new Refusal.Invalid("from", "入库日期不能晚于今天；自以后某日起入库的，到那一天再登记。");
          }
          return done(
              handling.admit(file.application(), permission.caller(), document, from), file, deed);
        });
  }

  private interface Act {
    HttpResponse<?> on(CaseFile file);
  }

  /// A form that is refused comes back on its page, with what was typed.
  private HttpResponse<?> act(
      long id, Permission permission, Map<String, @Nullable Object> form, Act act) {
    CaseFile file = reading.file(id, permission);
    // What is decided is decided about what was on the page.
    String seen = Field.in(form, SEEN).typed();
    if (!seen.isEmpty() && !seen.equals("" + file.application().version())) {
      throw Progress.stale(file.application());
    }
    try {
      return act.on(file);
    } catch (Refusal.Invalid wrong) {
      Map<String, String> typed = new LinkedHashMap<>();
      form.keySet().forEach(name -> typed.put(name, Field.in(form, name).typed()));
      return HttpResponse.unprocessableEntity()
          .body(
              new ModelAndView<>(
                  "applications/show", reading.refused(file, permission, typed, wrong)));
    }
  }

  private static HttpResponse<?> done(Progress.Made made, CaseFile file, Deed deed) {
    Application application = made.application();
    deed.changed("环节", file.application().stage().label(), application.stage().label());
    LocalDate due = application.dueOn();
    return Flash.seeOther(
        ApplicationPages.address(application.id()),
        made.step().move().label()
            + (due == null ? "。" : "，" + application.stage().owner() + "应在 " + due + " 前办理。"));
  }

  private static List<CaseRows.Fault> faults(CaseFile file, Map<String, @Nullable Object> form) {
    List<String> clauses = file.clauses();
    List<CaseRows.Fault> faults = new ArrayList<>();
    for (int place = 1; place <= clauses.size(); place++) {
      String reason = Field.in(form, StrayWords.FAULT + place).text(LONGEST_REASON);
      if (reason != null) {
        faults.add(new CaseRows.Fault(place, clauses.get(place - 1), reason));
      }
    }
    return faults;
  }

  private static @Nullable String note(Map<String, @Nullable Object> form) {
    return Field.in(form, StrayWords.NOTE).text(LONGEST_NOTE);
  }

  private Announcing announcing(Map<String, @Nullable Object> form) {
    LocalDate today = LocalDate.now(clock);
    FormReading fields = new FormReading();
    String document =
        fields.read(
            () -> Field.in(form, StrayWords.DOCUMENT).text(LONGEST_DOCUMENT, "请填写公示文件的名称和文号。"));
    LocalDate from = fields.read(() -> begins(Field.in(form, "from").day(today), today));
    Integer days = fields.read(() -> days(Field.in(form, "days").typed()));
    String backdated = fields.read(() -> Field.in(form, StrayWords.BACKDATED).text(LONGEST_REASON));
    String despite = fields.read(() -> Field.in(form, StrayWords.DESPITE).text(LONGEST_REASON));
    fields.refuse();
    return new Announcing(
        Objects.requireNonNull(document),
        Objects.requireNonNull(from),
        Objects.requireNonNull(days),
        backdated,
        despite);
  }

  // A course that was run on paper is entered some weeks late, not years.
  private static LocalDate begins(LocalDate from, LocalDate today) {
    if (from.isBefore(today.minusDays(LATEST_ENTRY))
        || from.isAfter(today.plusDays(LATEST_ENTRY))) {
      throw new Refusal.Invalid(
          "from",
          "公示开始日期应在 %s 至 %s 之间，请核对。"
              .formatted(today.minusDays(LATEST_ENTRY), today.plusDays(LATEST_ENTRY)));
    }
    return from;
  }

  private static int days(String text) {
    if (!text.matches("[0-9]{1,3}")
        || Integer.parseInt(text) < 1
        || Integer.parseInt(text) > LONGEST_NOTICE) {
      throw new Refusal.Invalid("days", "公示天数请填 1 到 " + LONGEST_NOTICE + " 之间的整数。");
    }
    return Integer.parseInt(text);
  }
}
