package seedbed.review;

import io.micronaut.http.HttpRequest;
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
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import seedbed.access.Permission;
import seedbed.audit.Deed;
import seedbed.audit.LastingAct;
import seedbed.web.Flash;
import seedbed.web.FormErrors;
import seedbed.web.PageRequest;
import seedbed.web.Place;
import seedbed.web.Refusal;

/// What is said of many members at once, and how a round ends.
@Hidden
@Controller("/reviews/{id}")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ExecuteOn(TaskExecutors.BLOCKING)
class RulingPages {

  private static final int MOST_TICKED = 200;
  private static final PageRequest FIRST = new PageRequest(1, PageRequest.DEFAULT_SIZE, null);

  private final RoundReading reading;
  private final Advising advising;
  private final Deciding deciding;
  private final Closing closing;
  private final Clock clock;

  RulingPages(
      RoundReading reading, Advising advising, Deciding deciding, Closing closing, Clock clock) {
    this.reading = reading;
    this.advising = advising;
    this.deciding = deciding;
    this.closing = closing;
    this.clock = clock;
  }

  /// @param whole `whole` takes every member of the list that is shown, not only those ticked
  @Serdeable
  record ManyForm(
      @Nullable List<Long> member,
      @Nullable String whole,
      @Nullable String show,
      @Nullable String town,
      @Nullable String q,
      @Nullable String page,
      @Nullable String size,
      @Nullable String opinion,
      @Nullable String note,
      @Nullable String confirmed,
      @Nullable String decision,
      @Nullable String rectifyUntil,
      @Nullable String reason) {

    /// What of the list was in front of the writer; the first of it where nobody says.
    PageRequest slice() {
      return page == null || size == null ? FIRST : PageRequest.of(page, size);
    }
  }

  @Serdeable
  record ClosingForm(@Nullable String document, @Nullable String effectiveOn) {}

  @Post("/opinions")
  HttpResponse<?> advise(
      long id, @Body ManyForm form, Permission permission, Deed deed, HttpRequest<?> request) {
    Round round = reading.round(id, permission);
    return many(
        round,
        form,
        permission,
        deed,
        request,
        "意见",
        query ->
            advising.adviseAll(
                round,
                query,
                new Advising.Opinion(
                    Words.decision(form.opinion(), "opinion", "请选择意见。"),
                    Words.text(form.note(), "note", Words.LONGEST_REASON),
                    form.confirmed() != null),
                permission,
                clock.instant()));
  }

  @Post("/decisions")
  HttpResponse<?> decide(
      long id, @Body ManyForm form, Permission permission, Deed deed, HttpRequest<?> request) {
    Round round = reading.own(id, permission);
    return many(
        round,
        form,
        permission,
        deed,
        request,
        "决定",
        query ->
            deciding.decideAll(
                round,
                query,
                Words.verdict(
                    Words.decision(form.decision(), "decision", "请选择决定。"),
                    null,
                    form.rectifyUntil(),
                    form.reason()),
                permission,
                clock.instant()));
  }

  private HttpResponse<?> many(
      Round round,
      ManyForm form,
      Permission permission,
      Deed deed,
      HttpRequest<?> request,
      String what,
      ToIntFunction<MemberQuery> act) {
    MemberQuery shown = reading.query(form.show(), form.town(), form.q());
    try {
      List<Long> ticked = form.member() == null ? List.of() : form.member();
      boolean whole = "whole".equals(form.whole());
      if (ticked.isEmpty() && !whole) {
        throw new Refusal.Invalid("whole", "请先勾选企业，或者选择“所列全部企业”。");
      }
      if (ticked.size() > MOST_TICKED) {
        throw new Refusal.Invalid("whole", "一次最多勾选 " + MOST_TICKED + " 家；更多的请筛选后选择“所列全部企业”。");
      }
      int done = act.applyAsInt(whole ? shown : shown.only(ticked));
      deed.noted("成批" + what + "：" + done + " 家");
      return Flash.seeOther(
          RoundPages.listed(round.id(), form.show(), form.town(), form.q()),
          done == 0 ? "所选企业已有" + what + "，或有沿用数据尚待核实确认，没有改动。" : "已登记 " + done + " 家的" + what + "。");
    } catch (Refusal.Invalid wrong) {
      Place.of(request, RoundPages.listed(round.id(), form.show(), form.town(), form.q()));
      return wrong(
          round,
          shown,
          form.slice(),
          permission,
          wrong,
          new RoundPage.Typed(
              form.opinion(),
              form.decision(),
              form.note(),
              form.reason(),
              form.rectifyUntil(),
              null,
              null,
              null),
          form.member() == null ? List.of() : form.member());
    }
  }

  @Post("/closing")
  HttpResponse<?> close(
      long id,
      @Body ClosingForm form,
      Permission permission,
      LastingAct act,
      HttpRequest<?> request) {
    Round round = reading.own(id, permission);
    try {
      String document = Words.text(form.document(), "document", Words.LONGEST_DOCUMENT);
      if (document == null) {
        throw new Refusal.Invalid("document", "请填写公布决定的文件名称和文号。");
      }
      closing.start(
          round,
          new Closing.Order(
              document,
              Words.day(form.effectiveOn(), "effectiveOn", "请填写生效日期。"),
              Signature.of(permission.caller())),
          act);
      return Flash.seeOther(RoundPages.address(id), "正在办结，完成后本轮不能再修改。");
    } catch (Refusal.Invalid wrong) {
      Place.of(request, RoundPages.address(id));
      return wrong(
          round,
          new MemberQuery(null, null, null),
          FIRST,
          permission,
          wrong,
          new RoundPage.Typed(
              null, null, null, null, null, form.document(), form.effectiveOn(), null),
          List.of());
    }
  }

  private HttpResponse<?> wrong(
      Round round,
      MemberQuery shown,
      PageRequest slice,
      Permission permission,
      Refusal.Invalid wrong,
      RoundPage.Typed typed,
      List<Long> ticked) {
    RoundPage page =
        reading
            .page(round, shown, slice, permission)
            .wrong(FormErrors.of(wrong.errors()), typed, ticked);
    return HttpResponse.unprocessableEntity().body(new ModelAndView<>("reviews/show", page));
  }
}
