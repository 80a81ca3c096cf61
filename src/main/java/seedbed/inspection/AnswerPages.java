package seedbed.inspection;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.access.Permission;
import seedbed.web.FieldError;
import seedbed.web.Flash;
import seedbed.web.Refusal;

/// What a company says of an inspection that was concluded.
@Hidden
@Controller("/inspections/{id}")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ExecuteOn(TaskExecutors.BLOCKING)
class AnswerPages {

  private static final int LONGEST_COMPLAINT = 1_000;
  private static final int LONGEST_OPINION = 500;

  private final InspectionReading reading;
  private final Answering answering;
  private final Clock clock;

  AnswerPages(InspectionReading reading, Answering answering, Clock clock) {
    this.reading = reading;
    this.answering = answering;
    this.clock = clock;
  }

  @Serdeable
  record WordsForm(@Nullable String words) {}

  @Serdeable
  record RatingForm(@Nullable String score, @Nullable String words) {}

  @Post("/receipt")
  HttpResponse<?> receive(long id, Permission permission) {
    Records.File file = concluded(id, permission);
    if (file.answers().stream().anyMatch(answer -> answer.kind() == Answer.Kind.RECEIPT)) {
      throw new Refusal.Stale("结论已经签收过，不需要再次签收。");
    }
    answering.receive(file.inspection(), permission.caller());
    return Flash.seeOther(InspectionPages.address(id), "已签收检查结论。");
  }

  @Post("/rating")
  HttpResponse<?> rate(long id, Permission permission, @Body RatingForm form) {
    Records.File file = concluded(id, permission);
    String score = form.score() == null ? "" : form.score();
    String words = text(form.words());
    List<FieldError> errors = new ArrayList<>();
    if (!score.matches("[1-5]")) {
      errors.add(new FieldError("rating-score", "请选择满意程度。"));
    }
    FieldError.tooLong("rating", "意见", words, LONGEST_OPINION).ifPresent(errors::add);
    if (!errors.isEmpty()) {
      return refused(
          file, new InspectionPage.Typed("rating", "", words, score), errors, permission);
    }
    answering.rate(
        file.inspection(),
        LocalDate.now(clock).getYear(),
        Integer.parseInt(score),
        words.isEmpty() ? null : words);
    return Flash.seeOther(InspectionPages.address(id), "评价已提交，不记名；提交后不能查看或修改。");
  }

  @Post("/complaint")
  HttpResponse<?> complain(long id, Permission permission, @Body WordsForm form) {
    Records.File file = concluded(id, permission);
    String words = text(form.words());
    List<FieldError> errors = new ArrayList<>();
    if (words.isEmpty()) {
      errors.add(new FieldError("complaint", "请写明投诉内容。"));
    }
    FieldError.tooLong("complaint", "投诉", words, LONGEST_COMPLAINT).ifPresent(errors::add);
    if (!errors.isEmpty()) {
      return refused(
          file, new InspectionPage.Typed("complaint", "", words, ""), errors, permission);
    }
    answering.complain(file, words, permission.caller());
    return Flash.seeOther(InspectionPages.address(id), "投诉已提交，由培育办受理；检查单位看不到内容。");
  }

  private Records.File concluded(long id, Permission permission) {
    Records.File file = reading.file(id, permission);
    if (file.conclusion() == null) {
      throw new Refusal.Stale("检查单位还没有报送结论，报送以后才能签收、评价和投诉。");
    }
    return file;
  }

  private HttpResponse<?> refused(
      Records.File file,
      InspectionPage.Typed typed,
      List<FieldError> errors,
      Permission permission) {
    return HttpResponse.unprocessableEntity()
        .body(
            new ModelAndView<>("inspections/show", reading.page(file, typed, errors, permission)));
  }

  private static String text(@Nullable String typed) {
    return typed == null ? "" : typed.strip().replace("\r\n", "\n");
  }
}
