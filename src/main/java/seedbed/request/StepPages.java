package seedbed.request;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.access.Caller;
import seedbed.access.Permission;
import seedbed.audit.Deed;
import seedbed.criteria.RequestRules;
import seedbed.evidence.Receiving.Received;
import seedbed.web.FieldError;
import seedbed.web.Flash;
import seedbed.web.FormErrors;
import seedbed.web.Refusal;

/// The steps of a request, each with words and files.
@Hidden
@Controller("/requests/{id}")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class StepPages {

  private static final String CONFLICT = "requests/conflict";

  private final RequestReading reading;
  private final RequestMoves moves;
  private final Attachments attachments;
  private final Handling handling;
  private final Concluding concluding;
  private final RequestRules rules;

  StepPages(
      RequestReading reading,
      RequestMoves moves,
      Attachments attachments,
      Handling handling,
      Concluding concluding,
      RequestRules rules) {
    this.reading = reading;
    this.moves = moves;
    this.attachments = attachments;
    this.handling = handling;
    this.concluding = concluding;
    this.rules = rules;
  }

  private interface Step {
    Request make(StepForm form, Said said, Caller by);
  }

  @Post("/routing")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> route(long id, @Body StepForm form, Permission permission, Deed deed)
      throws IOException {
    Request request = reading.find(id, permission);
    return step(
        request,
        form.of("routing"),
        permission,
        deed,
        (sent, said, by) -> handling.route(request, sent.routing(), said, by));
  }

  @Post("/answer")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  HttpResponse<?> answer(
      long id,
      @Nullable @Part String version,
      @Nullable @Part String words,
      @Nullable @Part CompletedFileUpload file1,
      @Nullable @Part CompletedFileUpload file2,
      @Nullable @Part CompletedFileUpload file3,
      Permission permission,
      Deed deed)
      throws IOException {
    Request request = reading.find(id, permission);
    return step(
        request,
        StepForm.said("answer", version, words),
        permission,
        deed,
        (_, said, by) -> handling.answer(reading.inHand(request, permission), said, by),
        file1,
        file2,
        file3);
  }

  @Post("/transfer")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  HttpResponse<?> transfer(
      long id,
      @Nullable @Part String version,
      @Nullable @Part String words,
      @Nullable @Part String unit,
      @Nullable @Part String kind,
      @Nullable @Part CompletedFileUpload file1,
      @Nullable @Part CompletedFileUpload file2,
      @Nullable @Part CompletedFileUpload file3,
      Permission permission,
      Deed deed)
      throws IOException {
    Request request = reading.find(id, permission);
    return step(
        request,
        new StepForm("transfer", version, words, unit, kind, null, null),
        permission,
        deed,
        (sent, said, by) ->
            handling.transfer(reading.inHand(request, permission), sent.routing(), said, by),
        file1,
        file2,
        file3);
  }

  @Post("/extension")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> extend(long id, @Body StepForm form, Permission permission, Deed deed)
      throws IOException {
    Request request = reading.find(id, permission);
    return step(
        request,
        form.of("extension"),
        permission,
        deed,
        (sent, said, by) -> {
          LocalDate until = sent.date();
          if (until == null) {
            throw new Refusal.Invalid("day", "请填写新的承诺日期。");
          }
          return handling.extend(reading.inHand(request, permission), until, said, by);
        });
  }

  @Post("/agreement")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> agree(long id, @Body StepForm form, Permission permission, Deed deed)
      throws IOException {
    Request request = reading.find(id, permission);
    return step(
        request,
        form.of("agreement"),
        permission,
        deed,
        (sent, said, by) -> concluding.agree(request, sent.satisfied(), said, by));
  }

  @Post("/objection")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  HttpResponse<?> object(
      long id,
      @Nullable @Part String version,
      @Nullable @Part String words,
      @Nullable @Part CompletedFileUpload file1,
      @Nullable @Part CompletedFileUpload file2,
      @Nullable @Part CompletedFileUpload file3,
      Permission permission,
      Deed deed)
      throws IOException {
    Request request = reading.find(id, permission);
    return step(
        request,
        StepForm.said("objection", version, words),
        permission,
        deed,
        (_, said, by) -> concluding.object(request, said, by),
        file1,
        file2,
        file3);
  }

  @Post("/reopening")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  HttpResponse<?> reopen(
      long id,
      @Nullable @Part String version,
      @Nullable @Part String words,
      @Nullable @Part CompletedFileUpload file1,
      @Nullable @Part CompletedFileUpload file2,
      @Nullable @Part CompletedFileUpload file3,
      Permission permission,
      Deed deed)
      throws IOException {
    Request request = reading.find(id, permission);
    return step(
        request,
        StepForm.said("reopening", version, words),
        permission,
        deed,
        (_, said, by) -> concluding.reopen(request, said, by),
        file1,
        file2,
        file3);
  }

  @Post("/withdrawal")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> withdraw(long id, @Body StepForm form, Permission permission, Deed deed)
      throws IOException {
    Request request = reading.find(id, permission);
    return step(
        request,
        form.of("withdrawal"),
        permission,
        deed,
        (_, said, by) -> concluding.withdraw(request, said, by));
  }

  /// Says something without moving it on, also about a page that is no longer the newest.
  @Post("/supplements")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  HttpResponse<?> supplement(
      long id,
      @Nullable @Part String words,
      @Nullable @Part CompletedFileUpload file1,
      @Nullable @Part CompletedFileUpload file2,
      @Nullable @Part CompletedFileUpload file3,
      Permission permission,
      Deed deed)
      throws IOException {
    Request request = reading.find(id, permission);
    StepForm form = StepForm.said("supplements", null, words);
    try {
      Said said = said(form, file1, file2, file3);
      if (said.words() == null && said.files().isEmpty()) {
        throw new Refusal.Invalid("words", "请填写补充说明，或选择要上传的附件。");
      }
      moves.supplement(request, said, permission.caller());
      deed.noted(Move.SUPPLEMENT.label());
      return Flash.seeOther(RequestPages.address(id), "补充说明已登记，各方都能看到。");
    } catch (Refusal.Invalid refused) {
      return wrong(request, form, refused, permission);
    }
  }

  private HttpResponse<?> step(
      Request request,
      StepForm form,
      Permission permission,
      Deed deed,
      Step step,
      @Nullable CompletedFileUpload... files)
      throws IOException {
    try {
      if (form.seen() != request.version()) {
        throw new Refusal.Stale("在您填写期间，这件诉求已由他人办理，本次没有登记。");
      }
      Request moved = step.make(form, said(form, files), permission.caller());
      deed.changed("环节", request.stage().label(), moved.stage().label());
      if (!moved.kind().equals(request.kind())) {
        deed.changed("类别", rules.label(request.kind()), rules.label(moved.kind()));
      }
      return Flash.seeOther(RequestPages.address(request.id()), told(moved));
    } catch (Refusal.Invalid refused) {
      return wrong(request, form, refused, permission);
    } catch (Refusal.Stale overtaken) {
      return conflict(request.id(), form, overtaken, permission);
    }
  }

  private Said said(StepForm form, @Nullable CompletedFileUpload... files) throws IOException {
    String words = form.said();
    try (var sent = Sent.of(files)) {
      List<Received> received = attachments.receive(sent.uploads());
      return new Said(words, received);
    }
  }

  private static String told(Request moved) {
    return switch (moved.stage()) {
      case RAISED -> "已登记。";
      case HANDLING -> "已登记：由" + moved.unit() + "办理，" + moved.dueOn() + " 前答复。";
      case ANSWERED -> "答复已送企业，请企业在 " + moved.dueOn() + " 前确认。";
      case CLOSED -> "诉求已办结，谢谢您的评价。";
      case WITHDRAWN -> "诉求已撤回。";
    };
  }

  // Each form has fields of its own; their names carry its name.
  private HttpResponse<?> wrong(
      Request request, StepForm form, Refusal.Invalid refused, Permission permission) {
    List<FieldError> errors =
        refused.errors().stream()
            .map(error ->
                new FieldError(
                    error.field().isEmpty() ? "" : form.step() + "-" + error.field(),
                    error.message()))
            .toList();
    return HttpResponse.unprocessableEntity()
        .body(
            new ModelAndView<>(
                RequestPages.SHOW, reading.page(request, permission, form, FormErrors.of(errors))));
  }

  // What was typed is shown again, so that it can still be said.
  private HttpResponse<?> conflict(
      long id, StepForm form, Refusal.Stale overtaken, Permission permission) {
    RequestPage now = reading.page(reading.find(id, permission), permission, form, FormErrors.NONE);
    return HttpResponse.status(HttpStatus.CONFLICT)
        .body(new ModelAndView<>(CONFLICT, new Conflict(overtaken.sentence(), now)));
  }

  /// @param now what it has become meanwhile
  @Introspected
  record Conflict(String sentence, RequestPage now) {}
}
