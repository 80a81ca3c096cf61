package seedbed.recognition;

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
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import seedbed.access.Permission;
import seedbed.audit.Deed;
import seedbed.web.Address;
import seedbed.web.ChosenDay;
import seedbed.web.Field;
import seedbed.web.Flash;
import seedbed.web.FormErrors;
import seedbed.web.FormReading;
import seedbed.web.Refusal;

/// One title, and what the office records of it.
@Hidden
@Controller("/titles/{id}")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class KeepingPages {

  private static final int LONGEST_DOCUMENT = 200;
  private static final int LONGEST_NOTE = 1_000;
  private static final int LONGEST_BATCH = 60;
  private static final String NO_DAY = "请填写日期。";

  private final TitleSheets sheets;
  private final Keeping keeping;

  KeepingPages(TitleSheets sheets, Keeping keeping) {
    this.sheets = sheets;
    this.keeping = keeping;
  }

  /// What any of the forms of the page sends.
  @Serdeable
  record Form(
      @Nullable String version,
      @Nullable String happenedOn,
      @Nullable String document,
      @Nullable String note,
      @Nullable String ground,
      @Nullable String banUntil,
      @Nullable String from,
      @Nullable String lastDay,
      @Nullable String batch,
      @Nullable String sure,
      @Nullable String corrects) {}

  @Get
  @View("titles/show")
  TitleSheet show(long id, ChosenDay chosen, Permission permission) {
    return sheets.of(id, chosen, permission);
  }

  @Post("/renewal-start")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> startRenewal(
      long id, @Body Form form, Permission permission, ChosenDay chosen, Deed deed) {
    return act(
        id, form, permission, chosen, deed, () -> keeping.startRenewal(id, word(form), permission));
  }

  @Post("/renewal")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> renew(
      long id, @Body Form form, Permission permission, ChosenDay chosen, Deed deed) {
    return act(
        id,
        form,
        permission,
        chosen,
        deed,
        () ->
            keeping.renew(
                id,
                word(form),
                new Keeping.NextTerm(
                    Field.of("from", form.from()).day("请填写新一期的起始日期。"),
                    Field.of("lastDay", form.lastDay()).day(),
                    Field.of("batch", form.batch()).text(LONGEST_BATCH)),
                permission));
  }

  @Post("/revocation")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> revoke(
      long id, @Body Form form, Permission permission, ChosenDay chosen, Deed deed) {
    return act(
        id,
        form,
        permission,
        chosen,
        deed,
        () -> {
          requireWhole(form, true);
          return keeping.revoke(
              id,
              word(form),
              ground(form).orElseThrow(),
              Field.of("banUntil", form.banUntil()).day(),
              permission);
        });
  }

  // A title that has ended is done with, and a revocation keeps its company from applying for
  // years: what a form lacks is told at once, before anything is recorded.
  private static void requireWhole(Form form, boolean grounded) {
    FormReading fields = new FormReading();
    fields.read(() -> Field.of("happenedOn", form.happenedOn()).day(NO_DAY));
    fields.read(
        () -> Field.of("document", form.document()).text(LONGEST_DOCUMENT, Keeping.NO_DOCUMENT));
    fields.read(() -> Field.of("note", form.note()).text(LONGEST_NOTE));
    if (grounded) {
      if (ground(form).isEmpty()) {
        fields.wrong("ground", "请选择撤销事由。");
      }
      fields.read(() -> Field.of("banUntil", form.banUntil()).day());
    }
    if (!"yes".equals(form.sure())) {
      fields.wrong("sure", "撤销、放弃登记后称号即告失效，登记有误的只能另作更正；请核对文件后勾选“已核对”，再登记。");
    }
    fields.refuse();
  }

  private static Optional<Ground> ground(Form form) {
    return Ground.of(Field.of("ground", form.ground()).typed());
  }

  @Post("/surrender")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> giveUp(
      long id, @Body Form form, Permission permission, ChosenDay chosen, Deed deed) {
    return act(
        id,
        form,
        permission,
        chosen,
        deed,
        () -> {
          requireWhole(form, false);
          return keeping.giveUp(id, word(form), permission);
        });
  }

  @Post("/correction")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> correct(
      long id, @Body Form form, Permission permission, ChosenDay chosen, Deed deed) {
    return act(
        id,
        form,
        permission,
        chosen,
        deed,
        () ->
            keeping.correct(
                id, word(form), Field.of("corrects", form.corrects()).version(), permission));
  }

  @Post("/removal")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> remove(
      long id, @Body Form form, Permission permission, ChosenDay chosen, Deed deed) {
    return act(
        id, form, permission, chosen, deed, () -> keeping.remove(id, word(form), permission));
  }

  @Post("/update")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> update(
      long id, @Body Form form, Permission permission, ChosenDay chosen, Deed deed) {
    return act(
        id, form, permission, chosen, deed, () -> keeping.update(id, word(form), permission));
  }

  /// What was typed wrong comes back with all that was typed.
  private HttpResponse<?> act(
      long id,
      Form form,
      Permission permission,
      ChosenDay chosen,
      Deed deed,
      Supplier<Keeping.Kept> act) {
    try {
      Keeping.Kept kept = act.get();
      deed.changed("状态", kept.before().label(), kept.after().label())
          .noted(kept.event().kind().label() + " " + kept.event().happenedOn());
      return Flash.seeOther(address(id), said(kept));
    } catch (Refusal.Invalid wrong) {
      return HttpResponse.unprocessableEntity()
          .body(
              new ModelAndView<>(
                  "titles/show",
                  sheets.of(id, chosen, permission).wrong(FormErrors.of(wrong.errors()), form)));
    }
  }

  private static String said(Keeping.Kept kept) {
    TitleEvent event = kept.event();
    if (event.kind() == TitleEvent.Kind.CORRECTED) {
      return "已登记“更正”，现在的状态是“" + kept.after().label() + "”。";
    }
    LocalDate ban = event.banUntil();
    return "已登记“%s”。%s".formatted(event.kind().label(), ban == null ? "" : "禁报至 " + ban + "。");
  }

  private static Keeping.Word word(Form form) {
    return new Keeping.Word(
        Field.of("happenedOn", form.happenedOn()).day(NO_DAY),
        Field.of("document", form.document()).text(LONGEST_DOCUMENT),
        Field.of("note", form.note()).text(LONGEST_NOTE),
        Field.of("version", form.version()).version());
  }

  private static Address address(long id) {
    return Address.of("/titles/" + id);
  }
}
