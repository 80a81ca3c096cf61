package seedbed.drafting;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.ModelAndView;
import io.micronaut.views.View;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import seedbed.access.Caller;
import seedbed.audit.Deed;
import seedbed.web.FieldError;
import seedbed.web.Flash;
import seedbed.web.FormErrors;
import seedbed.web.PageRequest;
import seedbed.web.Refusal;

/// Drafts as a list and one by one: how they begin, change hands, and become editions.
@Hidden
@Controller("/drafts")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class DraftPages {
  private static final String DRAFT = "draft";
  private static final String SHOW = "drafts/show";
  private static final String STAGE = "状态";
  private static final long LARGEST_FILE = 1_000_000;

  private final Views views;
  private final Desk desk;
  private final Beginning beginning;
  private final Drafting drafting;
  private final Issuing issuing;
  private final Doubts doubts;

  DraftPages(
      Views views,
      Desk desk,
      Beginning beginning,
      Drafting drafting,
      Issuing issuing,
      Doubts doubts) {
    this.views = views;
    this.desk = desk;
    this.beginning = beginning;
    this.drafting = drafting;
    this.issuing = issuing;
    this.doubts = doubts;
  }

  @Get
  @View("drafts/index")
  DraftList index(@QueryValue @Nullable String original, PageRequest page) {
    return views.list(original, page, FormErrors.NONE);
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> copy(@Body Map<String, @Nullable Object> form, Caller caller, Deed deed) {
    var draft = beginning.copy(new Typed(form).text("edition"), caller);
    deed.about(DRAFT, draft.id()).noted("复制自 " + draft.original());
    return Flash.seeOther(Places.draft(draft.id()), "已复制为草案，原版本不受影响。");
  }

  @Post("/uploads")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  HttpResponse<?> upload(@Part CompletedFileUpload file, Caller caller, Deed deed)
      throws IOException {
    if (file.getSize() > LARGEST_FILE) {
      throw new Refusal.Invalid("file", "文件超过 1 MB，标准文件没有这么大，请核对后再传。");
    }
    var draft = beginning.upload(text(file.getBytes()), caller);
    deed.about(DRAFT, draft.id()).noted("从文件导入 " + draft.edition());
    return Flash.seeOther(Places.draft(draft.id()), "文件已导入为草案，请核对后再提交发布。");
  }

  /// The year's notice has come for an edition that waited for it.
  @Post("/confirmations")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> confirm(@Body Map<String, @Nullable Object> form, Caller caller, Deed deed) {
    var typed = new Typed(form);
    var draft = beginning.confirm(typed.text("edition"), notice(typed), caller);
    deed.about(DRAFT, draft.id()).noted("按年度通知确认 " + draft.original());
    return Flash.seeOther(Places.draft(draft.id()), "已建立确认草案，请把“以年度通知为准”的条件按通知改定，再由另一位同事发布。");
  }

  private static Beginning.Notice notice(Typed typed) {
    for (var field : List.of("number", "name", "text")) {
      if (typed.text(field).isEmpty()) {
        throw new Refusal.Invalid(field, "请填写年度通知的文号、名称和有关原文。");
      }
    }
    try {
      return new Beginning.Notice(
          typed.text("number"),
          typed.text("name"),
          LocalDate.parse(typed.text("from")),
          typed.text("text"));
    } catch (DateTimeParseException _) {
      throw new Refusal.Invalid("from", "请填写通知施行的日期。");
    }
  }

  private static String text(byte[] bytes) {
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException _) {
      throw new Refusal.Invalid("file", "文件不是 UTF-8 编码的文本，请另存为 UTF-8 后再传。");
    }
  }

  @Get("/{id}")
  @View(SHOW)
  DraftPage show(long id, Caller caller) {
    return views.page(desk.open(id), caller, FormErrors.NONE);
  }

  @Get("/{id}/file")
  @Produces("application/yaml")
  HttpResponse<String> file(long id) {
    var manuscript = desk.open(id);
    return HttpResponse.ok(TreeWriter.write(manuscript.document()).text())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"" + manuscript.draft().edition() + ".yml\"");
  }

  @Post("/{id}/proposal")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> propose(
      long id, @Body Map<String, @Nullable Object> form, Caller caller, Deed deed) {
    var manuscript = desk.open(id);
    var readiness = issuing.readiness(manuscript);
    if (!readiness.isEmpty()) {
      return refused(id, caller, new FieldError("turn", String.join("", readiness)));
    }
    var version = new Typed(form).version();
    return moved(drafting.move(id, version, Stage.DRAFTING, Stage.PROPOSED), manuscript, deed);
  }

  @Post("/{id}/return")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> sendBack(long id, @Body Map<String, @Nullable Object> form, Deed deed) {
    var manuscript = desk.open(id);
    var version = new Typed(form).version();
    return moved(drafting.move(id, version, Stage.PROPOSED, Stage.DRAFTING), manuscript, deed);
  }

  @Post("/{id}/removal")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> discard(long id, @Body Map<String, @Nullable Object> form, Deed deed) {
    var manuscript = desk.open(id);
    return moved(drafting.discard(id, new Typed(form).version()), manuscript, deed);
  }

  private static HttpResponse<?> moved(Draft draft, Manuscript before, Deed deed) {
    deed.changed(STAGE, before.draft().stage().label(), draft.stage().label());
    return Flash.seeOther(
        Places.draft(draft.id()),
        switch (draft.stage()) {
          case PROPOSED -> "已提交，请另一位同事复核后发布。";
          case DRAFTING -> "已退回起草。";
          case ISSUED, DISCARDED -> "草案" + draft.stage().label() + "。";
        });
  }

  /// By a second person alone; everything is checked once more under lock.
  @Post("/{id}/publication")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> publish(
      long id, @Body Map<String, @Nullable Object> form, Caller caller, Deed deed) {
    var manuscript = desk.open(id);
    var before = manuscript.draft();
    if (before.writtenBy(caller.username())) {
      throw new Refusal.NotAllowed("起草人和最近修改人不能发布自己写的版本，请由另一位同事复核后发布。");
    }
    var typed = new Typed(form);
    var doubtful = doubts.of(manuscript);
    if (!doubtful.isEmpty() && !typed.text("checked").equals("yes")) {
      return refused(
          id,
          caller,
          new FieldError(
              before.stage() == Stage.PROPOSED ? "checked" : "turn",
              "有 " + doubtful.size() + " 处要求与条文、来源须核对，请逐处核对并勾选后再发布。"));
    }
    return switch (issuing.issue(id, typed.version(), caller)) {
      case Issuing.Issued(var draft) -> {
        if (!doubtful.isEmpty()) {
          deed.noted("发布前已核对 " + doubtful.size() + " 处要求与条文、来源");
        }
        deed.about("edition", draft.edition())
            .changed(STAGE, before.stage().label(), draft.stage().label());
        if (draft.ends() != null) {
          deed.noted("接替 " + draft.ends());
        }
        yield Flash.seeOther(Places.draft(id), "标准已发布，不能再改；按生效日起用于判定。");
      }
      case Issuing.Refused(var reasons) ->
          refused(id, caller, new FieldError("turn", String.join("", reasons)));
    };
  }

  /// The draft as it is now, with the reason why it does not go on.
  private HttpResponse<?> refused(long id, Caller caller, FieldError error) {
    return HttpResponse.unprocessableEntity()
        .body(new ModelAndView<>(SHOW, views.page(desk.open(id), caller, FormErrors.of(error))));
  }

  static HttpResponse<?> conflict(Object body) {
    return HttpResponse.status(HttpStatus.CONFLICT).body(body);
  }
}
