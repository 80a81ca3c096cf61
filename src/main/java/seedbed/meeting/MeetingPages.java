package seedbed.meeting;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
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
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import seedbed.access.Permission;
import seedbed.archive.Archiving;
import seedbed.archive.Series;
import seedbed.audit.Deed;
import seedbed.web.Address;
import seedbed.web.Download;
import seedbed.web.FieldError;
import seedbed.web.Flash;
import seedbed.web.FormErrors;
import seedbed.web.PageRequest;
import seedbed.web.Refusal;

/// Meetings: prepared, minuted and read.
@Hidden
@Controller("/meetings")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class MeetingPages {

  private static final String WORD =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  private static final String SHOW = "meetings/show";
  private static final String AGENDA = "meetings/agenda";
  private static final String MINUTES = "meetings/minutes";
  private static final String REFRESH = "meetings/refreshment";

  private final MeetingReading reading;
  private final Preparing preparing;
  private final Minutes minutes;
  private final Archiving archiving;

  MeetingPages(MeetingReading reading, Preparing preparing, Minutes minutes, Archiving archiving) {
    this.reading = reading;
    this.preparing = preparing;
    this.minutes = minutes;
    this.archiving = archiving;
  }

  @Serdeable
  record NewForm(@Nullable String month) {}

  @Get
  @View("meetings/index")
  MeetingPage.Index index(PageRequest page, Permission permission) {
    return reading.index(page, permission, null, FormErrors.NONE);
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> draft(@Body NewForm form, PageRequest page, Permission permission, Deed deed) {
    String month = form.month();
    try {
      Meeting begun =
          preparing.draft(
              permission.caller().regionCode(), month(month), permission.caller().username());
      deed.about("meeting", begun.id()).noted("起草" + begun.label() + "会议议程");
      return Flash.seeOther(address(begun.id()), "已按现在的数据拟出议题，请增删调整后确定议程。");
    } catch (Refusal.Invalid wrong) {
      return HttpResponse.unprocessableEntity()
          .body(
              new ModelAndView<>(
                  "meetings/index",
                  reading.index(page, permission, month, FormErrors.of(wrong.errors()))));
    }
  }

  private static YearMonth month(@Nullable String typed) {
    if (typed == null || !typed.matches("20[0-9]{2}-(0[1-9]|1[0-2])")) {
      throw new Refusal.Invalid("month", "请选择哪个月的会议。");
    }
    return YearMonth.parse(typed);
  }

  @Get("/{id}")
  @View(SHOW)
  MeetingPage show(long id, Permission permission) {
    return reading.page(
        reading.meeting(id, permission), permission, MeetingPage.Own.NONE, FormErrors.NONE);
  }

  /// The agenda to be edited, or the minutes to be written once it stands.
  @Get("/{id}/edit")
  ModelAndView<?> edit(long id, Permission permission) {
    Meeting meeting = reading.own(id, permission);
    return switch (meeting.stage()) {
      case DRAFT -> new ModelAndView<>(AGENDA, reading.edit(meeting, permission));
      case FROZEN ->
          new ModelAndView<>(MINUTES, reading.write(meeting, permission, FormErrors.NONE));
      case ISSUED -> throw new Refusal.Stale("纪要已经印发，不能再改动。");
    };
  }

  @Post("/{id}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> keep(
      long id, @Body Map<String, @Nullable Object> form, Permission permission, Deed deed) {
    Meeting meeting = reading.own(id, permission);
    Typed typed = new Typed(form);
    long lock = typed.lock();
    Preparing.Details details = typed.details(meeting);
    Map<Long, Preparing.Edit> edits = typed.edits(reading.items(meeting));
    return keep(
        meeting,
        Stage.DRAFT,
        typed,
        (now, others) -> new ModelAndView<>(AGENDA, reading.edit(now, permission, typed, others)),
        () -> {
          preparing.edit(meeting, lock, details, edits, permission.caller().username());
          deed.noted("修改议程");
          return Flash.seeOther(address(id), "议程已保存。");
        });
  }

  @Post("/{id}/items")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> add(
      long id, @Body Map<String, @Nullable Object> form, Permission permission, Deed deed) {
    Meeting meeting = reading.own(id, permission);
    Typed typed = new Typed(form);
    long lock = typed.lock();
    String headline = typed.text("headline", "议题", Item.LONGEST_HEADLINE, "请写明议题。");
    String reason = typed.within("reason", "说明", Item.LONGEST_REASON);
    if (typed.wrong()) {
      return refused(
          meeting,
          permission,
          new MeetingPage.Own(typed.text("headline"), typed.text("reason")),
          typed.errors());
    }
    preparing.add(meeting, lock, headline, reason, permission.caller().username());
    deed.noted("增加议题：" + headline);
    return Flash.seeOther(address(id), "已增加议题。");
  }

  /// What could be added, before it is.
  @Get("/{id}/refreshment")
  HttpResponse<?> fresh(long id, Permission permission) {
    Meeting meeting = reading.own(id, permission);
    if (meeting.stage() != Stage.DRAFT) {
      throw new Refusal.Stale("议程已经确定，不能再补充议题。");
    }
    return orShown(
        meeting,
        permission,
        () ->
            HttpResponse.ok(
                new ModelAndView<>(
                    REFRESH, reading.refresh(meeting, permission, FormErrors.NONE))));
  }

  @Post("/{id}/refreshment")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> refresh(
      long id, @Body Map<String, @Nullable Object> form, Permission permission, Deed deed) {
    Meeting meeting = reading.own(id, permission);
    Typed typed = new Typed(form);
    return orShown(
        meeting,
        permission,
        () -> {
          if (!typed.adds()) {
            var nothing = new FieldError("", "请勾选要补充的议题；都不补充的，请返回会议。");
            return HttpResponse.unprocessableEntity()
                .body(
                    new ModelAndView<>(
                        REFRESH, reading.refresh(meeting, permission, FormErrors.of(nothing))));
          }
          int added =
              preparing.refresh(meeting, typed.lock(), typed::adds, permission.caller().username());
          deed.noted("补充新的议题 " + added + " 个");
          return Flash.seeOther(address(id), "已补充 " + added + " 个议题，排在最后；原有议题没有变。");
        });
  }

  /// Takes off the agenda what is settled by now.
  @Post("/{id}/settled-items")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> dropSettled(
      long id, @Body Map<String, @Nullable Object> form, Permission permission, Deed deed) {
    Meeting meeting = reading.own(id, permission);
    int dropped =
        preparing.dropSettled(meeting, new Typed(form).lock(), permission.caller().username());
    deed.noted("移出已解决的议题 " + dropped + " 个");
    return Flash.seeOther(address(id), "已移出 " + dropped + " 个已解决的议题，列在“没有列入的”中，可以恢复。");
  }

  @Post("/{id}/agenda")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> freeze(
      long id, @Body Map<String, @Nullable Object> form, Permission permission, Deed deed) {
    Meeting meeting = reading.own(id, permission);
    return orShown(
        meeting,
        permission,
        () -> {
          String number = preparing.freeze(meeting, new Typed(form).lock(), permission.caller());
          deed.changed("阶段", Stage.DRAFT.label(), Stage.FROZEN.label()).noted(number);
          return Flash.seeOther(address(id), "议程已确定，档案编号 " + number + "；会后请写纪要。");
        });
  }

  @Post("/{id}/conclusions")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> write(
      long id, @Body Map<String, @Nullable Object> form, Permission permission, Deed deed) {
    Meeting meeting = reading.own(id, permission);
    Typed typed = new Typed(form);
    long lock = typed.lock();
    Preparing.Details details = typed.details(meeting);
    Map<Long, Minutes.Said> said = typed.said(preparing.standing(meeting));
    return keep(
        meeting,
        Stage.FROZEN,
        typed,
        (now, others) -> new ModelAndView<>(MINUTES, reading.write(now, permission, typed, others)),
        () -> {
          minutes.write(meeting, lock, details, said, permission.caller().username());
          deed.noted("修改纪要");
          int gaps = minutes.gaps(reading.own(id, permission)).decisions().size();
          return Flash.seeOther(
              Address.of("/meetings/" + id + "/edit"),
              gaps == 0 ? "纪要草稿已保存。" : "纪要草稿已保存；议定事项还有 " + gaps + " 处没有填全。");
        });
  }

  @Post("/{id}/minutes")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> issue(
      long id, @Body Map<String, @Nullable Object> form, Permission permission, Deed deed) {
    Meeting meeting = reading.own(id, permission);
    try {
      String number = minutes.issue(meeting, new Typed(form).lock(), permission.caller());
      deed.changed("阶段", Stage.FROZEN.label(), Stage.ISSUED.label()).noted(number);
      return Flash.seeOther(address(id), "纪要已印发，档案编号 " + number + "；议定事项从此跟踪，销号以前每次会议都列入议程。");
    } catch (Refusal.Invalid wrong) {
      return HttpResponse.unprocessableEntity()
          .body(
              new ModelAndView<>(
                  MINUTES, reading.write(meeting, permission, FormErrors.of(wrong.errors()))));
    }
  }

  @Post("/{id}/removal")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> discard(
      long id, @Body Map<String, @Nullable Object> form, Permission permission, Deed deed) {
    Meeting meeting = reading.own(id, permission);
    preparing.discard(meeting, new Typed(form).lock(), permission.caller().username());
    deed.noted("删除草稿：" + meeting.label());
    return Flash.seeOther(Address.of("/meetings"), "草稿已删除，可以重新拟定。");
  }

  @Get("/{id}/agenda.docx")
  @Produces(WORD)
  HttpResponse<byte[]> agenda(long id, Permission permission) throws IOException {
    return word(reading.meeting(id, permission), Paper.Kind.AGENDA);
  }

  @Get("/{id}/minutes.docx")
  @Produces(WORD)
  HttpResponse<byte[]> minutes(long id, Permission permission) throws IOException {
    return word(reading.meeting(id, permission), Paper.Kind.MINUTES);
  }

  // As it was archived; before that as it would be.
  private HttpResponse<byte[]> word(Meeting meeting, Paper.Kind kind) throws IOException {
    if (kind == Paper.Kind.MINUTES && meeting.stage() == Stage.DRAFT) {
      throw new Refusal.Stale("议程确定以后才有纪要。");
    }
    Paper paper = kind == Paper.Kind.AGENDA ? preparing.agenda(meeting) : minutes.paper(meeting);
    Optional<Path> frozen = archiving.frozen(Series.MINUTES, Papers.about(kind), meeting.id());
    byte[] bytes;
    if (frozen.isPresent()) {
      bytes = Files.readAllBytes(frozen.get());
    } else {
      var out = new ByteArrayOutputStream();
      MeetingWord.write(paper, kind, null, preparing.when(meeting.keptAt()), out);
      bytes = out.toByteArray();
    }
    return HttpResponse.ok(bytes)
        .header(HttpHeaders.CONTENT_DISPOSITION, Download.named(MeetingWord.fileName(paper)));
  }

  /// A form that is shown again, with what was typed.
  private interface Again {
    ModelAndView<?> page(Meeting now, boolean others);
  }

  // What is wrong stays in its form; where somebody else was quicker, both are seen.
  private HttpResponse<?> keep(
      Meeting meeting, Stage stage, Typed typed, Again again, Supplier<HttpResponse<?>> change) {
    if (typed.wrong()) {
      return HttpResponse.unprocessableEntity().body(again.page(meeting, false));
    }
    try {
      return change.get();
    } catch (Refusal.Stale stale) {
      Optional<Meeting> now = reading.now(meeting).filter(each -> each.stage() == stage);
      return HttpResponse.status(HttpStatus.CONFLICT)
          .body(again.page(now.orElseThrow(() -> stale), true));
    }
  }

  // What is refused is said on the meeting's own page.
  private HttpResponse<?> orShown(
      Meeting meeting, Permission permission, Supplier<HttpResponse<?>> step) {
    try {
      return step.get();
    } catch (Refusal.Invalid wrong) {
      return refused(meeting, permission, MeetingPage.Own.NONE, FormErrors.of(wrong.errors()));
    }
  }

  private HttpResponse<?> refused(
      Meeting meeting, Permission permission, MeetingPage.Own typed, FormErrors errors) {
    return HttpResponse.unprocessableEntity()
        .body(new ModelAndView<>(SHOW, reading.page(meeting, permission, typed, errors)));
  }

  private static Address address(long id) {
    return Address.of("/meetings/" + id);
  }
}
