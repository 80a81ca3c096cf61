package seedbed.figure;

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
import io.micronaut.views.View;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import seedbed.access.Matters;
import seedbed.access.Permission;
import seedbed.access.Reach;
import seedbed.audit.Deed;
import seedbed.criteria.Indicators;
import seedbed.web.Address;
import seedbed.web.Flash;
import seedbed.web.Formats;
import seedbed.web.PageRequest;
import seedbed.web.Pager;
import seedbed.web.Refusal;

/// Figures that wait for the word of the unit that answers for them.
@Hidden
@Controller("/confirmations")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class ConfirmationPages {

  private static final Address LIST = Address.of("/confirmations");

  private final WaitingFigures waiting;
  private final Ownership ownership;
  private final Answering answering;
  private final Indicators indicators;
  private final List<Matters> matters;
  private final Clock clock;

  ConfirmationPages(
      WaitingFigures waiting,
      Ownership ownership,
      Answering answering,
      Indicators indicators,
      List<Matters> matters,
      Clock clock) {
    this.waiting = waiting;
    this.ownership = ownership;
    this.answering = answering;
    this.indicators = indicators;
    this.matters = matters;
    this.clock = clock;
  }

  @Serdeable
  record AnswerForm(@Nullable String answer) {}

  @Get
  @View("figures/confirmations")
  ConfirmationPage index(PageRequest page, Permission permission) {
    Set<String> owned = ownership.of(permission);
    List<WaitingFigure> found = waiting.find(permission.scope(), owned, page.size(), page.offset());
    Optional<Instant> oldest =
        (page.page() == 1 ? found : waiting.find(permission.scope(), owned, 1, 0))
            .stream().findFirst().map(first -> first.figure().reportedAt());
    long total = waiting.count(permission.scope(), owned);
    return new ConfirmationPage(
        permission.reach() == Reach.UNIT ? permission.caller().unit() : null,
        owned.size(),
        total,
        oldest.map(since -> ConfirmationPage.days(since, clock.instant())).orElse(0L),
        found.stream().map(each -> ConfirmationPage.Line.of(each, indicators)).toList(),
        Pager.of(page, total),
        matters.stream().flatMap(each -> each.of(permission.caller()).stream()).toList());
  }

  @Post("/{id}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> answer(long id, @Body AnswerForm form, Permission permission, Deed deed) {
    Set<String> owned = ownership.of(permission);
    WaitingFigure known =
        waiting
            .standing(id, permission.scope(), owned)
            .orElseThrow(() -> new Refusal.Absent("没有编号为 " + id + " 的待核实数据，可能已经更正。"));
    Confirmation word = word(known.figure(), form, permission.caller().username());
    return switch (answering.answer(word, permission.scope(), owned)) {
      case Answering.Outcome.Taken _ -> {
        deed.noted(said(word));
        yield Flash.seeOther(LIST, said(word) + "：" + label(known) + "。");
      }
      case Answering.Outcome.Gone _ ->
          throw new Refusal.Stale("“%s”已被更正，没有登记您的答复。请按最新的数据核实。".formatted(label(known)));
      case Answering.Outcome.Late(var first) ->
          throw new Refusal.Stale(
              "“%s”已由 %s 于 %s 答复（%s），没有重复登记。"
                  .formatted(label(known), first.by(), Formats.time(first.at()), said(first)));
    };
  }

  private Confirmation word(Figure figure, AnswerForm form, String speaker) {
    boolean confirmed =
        switch (form.answer() == null ? "" : form.answer()) {
          case "confirmed" -> true;
          case "returned" -> false;
          default -> throw new Refusal.Invalid("answer", "请选择“核实”或“不予核实”。");
        };
    return new Confirmation(figure.companyId(), figure.id(), confirmed, speaker, clock.instant());
  }

  private static String said(Confirmation word) {
    return word.confirmed() ? "已核实" : "不予核实，已退回";
  }

  private String label(WaitingFigure known) {
    ConfirmationPage.Line line = ConfirmationPage.Line.of(known, indicators);
    return "%s %s %s".formatted(line.company(), line.label(), line.period());
  }
}
