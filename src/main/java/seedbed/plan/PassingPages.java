package seedbed.plan;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import seedbed.access.Permission;
import seedbed.audit.Deed;
import seedbed.web.FieldError;
import seedbed.web.Flash;
import seedbed.web.Refusal;

/// What township and office do with a plan that was handed in.
@Hidden
@Controller("/plans/{id}")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ExecuteOn(TaskExecutors.BLOCKING)
class PassingPages {

  private static final String COMMENT = "comment-";

  // What of the page a sentence leads to.
  private static final String REVIEW = "review";
  private static final String VERSIONS = "versions";

  private static final int LONGEST_COMMENT = 500;

  private final PlanReading reading;
  private final Passing passing;

  PassingPages(PlanReading reading, Passing passing) {
    this.reading = reading;
    this.passing = passing;
  }

  private interface Word {
    PlanMoves.Made done(PlanReading.File file, @Nullable String note, Map<String, String> comments);
  }

  /// The township's word: `answer=forward` sends it to the office, `answer=return` back.
  @Post("/review")
  HttpResponse<?> review(
      long id, Permission permission, @Body Map<String, @Nullable Object> form, Deed deed) {
    return passed(
        id,
        Stage.TOWNSHIP,
        permission,
        form,
        deed,
        (file, note, comments) ->
            switch (answer(form)) {
              case "forward" -> passing.forward(file.newest(), permission.caller(), note, comments);
              case "return" -> passing.sendBack(file.newest(), permission.caller(), note, comments);
              default -> throw new Refusal.Invalid("answer", "请选择“审核通过”或“退回修改”。");
            });
  }

  /// The office's word: `answer=approve` or `answer=return`.
  @Post("/decision")
  HttpResponse<?> decide(
      long id, Permission permission, @Body Map<String, @Nullable Object> form, Deed deed) {
    return passed(
        id,
        Stage.OFFICE,
        permission,
        form,
        deed,
        (file, note, comments) ->
            switch (answer(form)) {
              case "approve" ->
                  passing.approve(
                      file.plan(),
                      file.newest(),
                      reading.course(file.plan(), permission).company(),
                      permission.caller(),
                      note,
                      comments);
              case "return" -> passing.sendBack(file.newest(), permission.caller(), note, comments);
              default -> throw new Refusal.Invalid("answer", "请选择“批准”或“退回修改”。");
            });
  }

  /// What cannot be taken stands in the page again, word by word, with what is wrong beside it.
  private HttpResponse<?> passed(
      long id,
      Stage stage,
      Permission permission,
      Map<String, @Nullable Object> form,
      Deed deed,
      Word word) {
    PlanReading.File file = reading.file(id, permission);
    require(file, stage);
    List<FieldError> changed = changed(file, form);
    if (!changed.isEmpty()) {
      return HttpResponse.status(HttpStatus.CONFLICT)
          .body(
              new ModelAndView<>(
                  PlanPages.SHOW,
                  reading.page(file, file.newest(), changed, typed(form), permission)));
    }
    try {
      String note = PlanPages.note(form.get("note"), "note");
      return done(file, word.done(file, note, fitting(comments(form))), deed);
    } catch (Refusal.Invalid refused) {
      return HttpResponse.unprocessableEntity()
          .body(
              new ModelAndView<>(
                  PlanPages.SHOW,
                  reading.page(file, file.newest(), refused.errors(), typed(form), permission)));
    }
  }

  private static Map<String, String> fitting(Map<String, String> comments) {
    List<FieldError> errors = new ArrayList<>();
    comments.forEach((place, words) -> {
      if (words.length() > LONGEST_COMMENT) {
        errors.add(
            new FieldError(
                COMMENT + place,
                "“%s”的意见有 %d 字，最多 %d 字。"
                    .formatted(Places.label(place), words.length(), LONGEST_COMMENT)));
      }
    });
    if (!errors.isEmpty()) {
      throw new Refusal.Invalid("有 " + errors.size() + " 处意见过长。", errors);
    }
    return comments;
  }

  private static PlanPage.Typed typed(Map<String, @Nullable Object> form) {
    return new PlanPage.Typed(text(form, "note"), "", comments(form), null);
  }

  private static void require(PlanReading.File file, Stage stage) {
    if (file.newest().stage() != stage) {
      throw new Refusal.Stale(
          "方案现在的环节是“%s”，不在“%s”。请打开方案，看过最新情况后再办。"
              .formatted(file.newest().stage().label(), stage.label()));
    }
  }

  // A word is about the text that was read: taken back, changed and handed in again the plan is at
  // the same stage.
  private static List<FieldError> changed(
      PlanReading.File file, Map<String, @Nullable Object> form) {
    Version now = file.newest();
    String seen = text(form, "version");
    if (seen.equals(String.valueOf(now.ordinal()))
        && text(form, PlanPages.LOCK).equals(String.valueOf(now.version()))) {
      return List.of();
    }
    String sentence = "您打开以后，方案又改动过，本次没有登记。下面是现在的第 %d 稿，请看过再办；已写的意见还在。".formatted(now.ordinal());
    return seen.matches("[1-9][0-9]{0,8}") && Integer.parseInt(seen) < now.ordinal()
        ? List.of(
            new FieldError(REVIEW, sentence),
            new FieldError(
                VERSIONS, "您看的是第 %s 稿，可以在“各稿”中与第 %d 稿比较。".formatted(seen, now.ordinal())))
        : List.of(new FieldError(REVIEW, sentence));
  }

  private static String answer(Map<String, @Nullable Object> form) {
    return text(form, "answer");
  }

  private static String text(Map<String, @Nullable Object> form, String field) {
    Object typed = form.get(field);
    return typed == null ? "" : typed.toString();
  }

  private static Map<String, String> comments(Map<String, @Nullable Object> form) {
    Map<String, String> comments = new LinkedHashMap<>();
    for (String place : Places.all().keySet()) {
      String words = text(form, COMMENT + place).strip();
      if (!words.isEmpty()) {
        comments.put(place, words);
      }
    }
    return comments;
  }

  private static HttpResponse<?> done(PlanReading.File file, PlanMoves.Made made, Deed deed) {
    Version version = made.version();
    deed.changed("环节", file.newest().stage().label(), version.stage().label());
    return Flash.seeOther(
        PlanPages.address(version.planId()),
        switch (version.stage()) {
          case OFFICE -> "已审核通过，由培育办在 " + version.dueOn() + " 前审定。";
          case RETURNED -> "已退回，企业修改后再次提交；本稿和意见留在记录中。";
          case APPROVED -> "方案已批准，编号 " + version.archiveNumber() + "，自今天起执行。";
          case DRAFT, TOWNSHIP, ABANDONED -> made.step().move().label() + "。";
        });
  }
}
