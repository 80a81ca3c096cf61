package seedbed.figure;

import io.micronaut.http.HttpRequest;
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
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import seedbed.access.Permission;
import seedbed.audit.Deed;
import seedbed.web.Address;
import seedbed.web.Flash;
import seedbed.web.FormErrors;
import seedbed.web.Formats;
import seedbed.web.PageRequest;
import seedbed.web.Place;
import seedbed.web.Refusal;

/// Figures that wait for the word of the unit that answers for them.
@Hidden
@Controller("/confirmations")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class ConfirmationPages {

  private static final Address LIST = Address.of("/confirmations");

  // As many as a page has at most.
  private static final int MOST_TICKED = 200;

  private final ConfirmationReading reading;
  private final WaitingFigures waiting;
  private final Ownership ownership;
  private final Answering answering;
  private final Clock clock;

  ConfirmationPages(
      ConfirmationReading reading,
      WaitingFigures waiting,
      Ownership ownership,
      Answering answering,
      Clock clock) {
    this.reading = reading;
    this.waiting = waiting;
    this.ownership = ownership;
    this.answering = answering;
    this.clock = clock;
  }

  /// An answer, with what of the list was in front of who gave it.
  @Serdeable
  record AnswerForm(
      @Nullable String answer,
      @Nullable List<Long> figure,
      @Nullable String show,
      @Nullable String company,
      @Nullable String indicator,
      @Nullable String year,
      @Nullable String page,
      @Nullable String size) {

    List<Long> figures() {
      return figure == null ? List.of() : figure.stream().distinct().toList();
    }

    WaitingQuery query() {
      return WaitingQuery.of(show, company, indicator, year);
    }

    PageRequest slice() {
      return PageRequest.of(page, size);
    }

    Address list() {
      return query().of(LIST).with("page", page).with("size", size);
    }
  }

  @Get
  @View("figures/confirmations")
  ConfirmationPage index(
      PageRequest page,
      Permission permission,
      @Nullable @QueryValue String show,
      @Nullable @QueryValue String company,
      @Nullable @QueryValue String indicator,
      @Nullable @QueryValue String year) {
    return reading.page(WaitingQuery.of(show, company, indicator, year), page, permission);
  }

  /// Several with one act. Each gets a word of its own, and a line of its own on the trail.
  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> answerMany(
      @Body AnswerForm form, Permission permission, Deed deed, HttpRequest<?> request) {
    try {
      List<Long> ticked = form.figures();
      if (ticked.isEmpty()) {
        throw new Refusal.Invalid("figures", "请先勾选要答复的数据。");
      }
      if (ticked.size() > MOST_TICKED) {
        throw new Refusal.Invalid("figures", "一次最多答复 " + MOST_TICKED + " 项，请分次办理。");
      }
      List<WaitingFigure> known = known(ticked, permission);
      return known.size() < ticked.size()
          ? overtaken(known, ticked.size() - known.size(), form, permission, request)
          : answer(known, form, permission, deed, request);
    } catch (Refusal.Invalid wrong) {
      Place.of(request, form.list());
      return HttpResponse.unprocessableEntity()
          .body(
              new ModelAndView<>(
                  "figures/confirmations",
                  reading.page(
                      form.query(),
                      form.slice(),
                      permission,
                      form.figures(),
                      FormErrors.of(wrong.errors()))));
    }
  }

  @Post("/{id}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> answer(
      long id, @Body AnswerForm form, Permission permission, Deed deed, HttpRequest<?> request) {
    return answer(known(List.of(id), permission), form, permission, deed, request);
  }

  /// What of these the caller answers for. Somebody else's are absent, all of them with one.
  private List<WaitingFigure> known(List<Long> ids, Permission permission) {
    List<WaitingFigure> known = waiting.standing(ids, permission.scope(), ownership.of(permission));
    if (known.isEmpty()) {
      throw new Refusal.Absent("没有编号为 " + ids.getFirst() + " 的待核实数据，可能已经更正。");
    }
    return known;
  }

  private HttpResponse<?> answer(
      List<WaitingFigure> known,
      AnswerForm form,
      Permission permission,
      Deed deed,
      HttpRequest<?> request) {
    boolean confirmed = confirmed(form);
    Instant now = clock.instant();
    List<Confirmation> words =
        known.stream()
            .map(WaitingFigure::figure)
            .map(figure ->
                new Confirmation(
                    figure.companyId(),
                    figure.id(),
                    confirmed,
                    permission.caller().username(),
                    now))
            .toList();
    return switch (answering.answer(words, permission.scope(), ownership.of(permission))) {
      case Answering.Outcome.Taken _ -> {
        tell(deed, words, request);
        yield Flash.seeOther(
            form.list(),
            known.size() == 1
                ? said(confirmed) + "：" + reading.line(known.getFirst()).named() + "。"
                : said(confirmed) + " " + Formats.count(known.size()) + " 项数据。");
      }
      case Answering.Outcome.Overtaken _ -> overtaken(known, 0, form, permission, request);
    };
  }

  private HttpResponse<?> overtaken(
      List<WaitingFigure> known,
      int corrected,
      AnswerForm form,
      Permission permission,
      HttpRequest<?> request) {
    Place.of(request, form.list());
    return HttpResponse.status(HttpStatus.CONFLICT)
        .body(
            new ModelAndView<>(
                "figures/overtaken",
                reading.overtaken(
                    known,
                    corrected,
                    Objects.requireNonNullElse(form.answer(), ""),
                    said(confirmed(form)),
                    form.query(),
                    form.slice(),
                    permission)));
  }

  private static void tell(Deed deed, List<Confirmation> words, HttpRequest<?> request) {
    String said = said(words.getFirst().confirmed());
    if (request.getPath().equals(LIST.path())) {
      deed.noted(said + " " + words.size() + " 项");
      words.forEach(word -> deed.alsoAbout("figure", word.figureId(), said));
    } else {
      deed.noted(said);
    }
  }

  private static boolean confirmed(AnswerForm form) {
    return switch (form.answer() == null ? "" : form.answer()) {
      case "confirmed" -> true;
      case "returned" -> false;
      default -> throw new Refusal.Invalid("answer", "请选择“核实”或“不予核实”。");
    };
  }

  private static String said(boolean confirmed) {
    return confirmed ? "已核实" : "不予核实，已退回";
  }
}
