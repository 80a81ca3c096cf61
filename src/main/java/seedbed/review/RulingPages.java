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
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.access.Permission;
import seedbed.audit.Deed;
import seedbed.audit.LastingAct;
import seedbed.web.Address;
import seedbed.web.Field;
import seedbed.web.Flash;
import seedbed.web.FormErrors;
import seedbed.web.Formats;
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
  private static final String WITHOUT = "without";
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
  /// @param taken the numbers of those who were said to be recommended, once somebody has seen them
  /// @param left of how many it was said that they are left out
  /// @param doubts what becomes of those against whom something speaks, once somebody has seen
  ///   what: `without` leaves them out, `all` does not
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
      @Nullable String reason,
      @Nullable String taken,
      @Nullable String left,
      @Nullable String doubts,
      @Nullable String open,
      @Nullable String clear) {

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
        query ->
            advising.adviseAll(
                round,
                query,
                new Advising.Opinion(
                    Words.decision(form.opinion(), "opinion", "请选择意见。"),
                    Field.of("note", form.note()).text(Words.LONGEST_REASON),
                    form.confirmed() != null),
                permission,
                clock.instant()));
  }

  /// Recommendations are made on the second press: the first shows who is left out and why. Other
  /// decisions are, too, where something speaks against one of them.
  @Post("/decisions")
  HttpResponse<?> decide(
      long id, @Body ManyForm form, Permission permission, Deed deed, HttpRequest<?> request) {
    Round round = reading.own(id, permission);
    if (!Decision.RECOMMEND.code().equals(form.decision())) {
      return decideAlike(round, form, permission, deed, request);
    }
    return form.taken() == null
        ? weigh(round, form, permission, deed, request)
        : recommend(round, form, form.taken(), permission, deed, request);
  }

  private HttpResponse<?> decideAlike(
      Round round, ManyForm form, Permission permission, Deed deed, HttpRequest<?> request) {
    return orAgain(
        round,
        form,
        permission,
        request,
        shown -> {
          Ruling.Decided decided = decided(form);
          MemberQuery chosen = chosen(form, shown);
          Instant now = clock.instant();
          var doubted = deciding.doubted(round, chosen, decided, permission, now);
          if (doubted.clear() < doubted.open() && !seen(form, doubted)) {
            deed.noted("列出成批决定需要核对的情况，尚未登记决定");
            Place.of(request, listed(round, form));
            return HttpResponse.ok(
                new ModelAndView<>(
                    "reviews/deciding",
                    reading.deciding(round, doubted, shown, ticked(form), decided)));
          }
          boolean clearOnly = WITHOUT.equals(form.doubts());
          int done =
              deciding.decideAll(
                  round,
                  clearOnly ? deciding.clear(round, chosen, decided, now) : chosen,
                  decided,
                  permission,
                  now);
          deed.noted("成批决定：%d 家".formatted(done));
          long left = doubted.open() - done;
          return Flash.seeOther(
              listed(round, form),
              clearOnly && left > 0
                  ? "已登记 %s 家的决定；其余 %s 家没有登记，可以核对后逐家办理。"
                      .formatted(Formats.count(done), Formats.count(left))
                  : told("决定", done, reading.count(round, chosen, permission) - done));
        });
  }

  // Whoever has spoken since is looked at once more.
  private static boolean seen(ManyForm form, VisibleMembers.Doubted doubted) {
    return form.doubts() != null
        && (form.open() == null || form.open().equals("" + doubted.open()))
        && (form.clear() == null || form.clear().equals("" + doubted.clear()));
  }

  private static Ruling.Decided decided(ManyForm form) {
    return Words.verdict(
        Words.decision(form.decision(), "decision", "请选择决定。"),
        null,
        form.rectifyUntil(),
        form.reason());
  }

  private HttpResponse<?> weigh(
      Round round, ManyForm form, Permission permission, Deed deed, HttpRequest<?> request) {
    return orAgain(
        round,
        form,
        permission,
        request,
        shown -> {
          Ruling.Decided decided = decided(form);
          var weighed =
              deciding.weigh(round, chosen(form, shown), decided, permission, clock.instant());
          deed.noted("列出成批推荐的名单，尚未登记决定");
          Place.of(request, listed(round, form));
          return HttpResponse.ok(
              new ModelAndView<>(
                  "reviews/recommending",
                  reading.recommending(round, weighed, shown, decided.reason())));
        });
  }

  private HttpResponse<?> recommend(
      Round round,
      ManyForm form,
      String taken,
      Permission permission,
      Deed deed,
      HttpRequest<?> request) {
    return orAgain(
        round,
        form,
        permission,
        request,
        shown -> {
          List<Long> ids = numbers(taken);
          int done =
              deciding.decideAll(
                  round, shown.only(ids), decided(form), permission, clock.instant());
          long left = count(form.left()) + ids.size() - done;
          deed.noted("成批推荐上一级：%d 家；没有登记 %d 家".formatted(done, left));
          return Flash.seeOther(
              listed(round, form),
              "已登记推荐 %s 家；没有登记 %s 家，可以逐家办理。".formatted(Formats.count(done), Formats.count(left)));
        });
  }

  private static List<Long> numbers(String text) {
    if (!text.matches("[0-9]{1,18}(,[0-9]{1,18})*")) {
      throw new Refusal.Invalid("whole", "页面不完整，请重新选择企业。");
    }
    return Stream.of(text.split(",", -1)).map(Long::valueOf).toList();
  }

  private static long count(@Nullable String text) {
    return text == null || !text.matches("[0-9]{1,9}") ? 0 : Long.parseLong(text);
  }

  private HttpResponse<?> many(
      Round round,
      ManyForm form,
      Permission permission,
      Deed deed,
      HttpRequest<?> request,
      ToIntFunction<MemberQuery> act) {
    return orAgain(
        round,
        form,
        permission,
        request,
        shown -> {
          MemberQuery chosen = chosen(form, shown);
          long all = reading.count(round, chosen, permission);
          int done = act.applyAsInt(chosen);
          deed.noted("成批意见：%d 家".formatted(done));
          return Flash.seeOther(listed(round, form), told("意见", done, all - done));
        });
  }

  private static String told(String what, long done, long left) {
    if (done == 0) {
      return "所选企业已有" + what + "，或有沿用数据尚待核实确认，没有改动。";
    }
    String said = "已登记 " + Formats.count(done) + " 家的" + what;
    return left == 0
        ? said + "。"
        : "%s；没有登记 %s 家（已有%s，或有沿用数据尚待核实确认）。".formatted(said, Formats.count(left), what);
  }

  private static MemberQuery chosen(ManyForm form, MemberQuery shown) {
    List<Long> ticked = ticked(form);
    boolean whole = "whole".equals(form.whole());
    if (ticked.isEmpty() && !whole) {
      throw new Refusal.Invalid("whole", "请先勾选企业，或者选择“所列全部企业”。");
    }
    if (ticked.size() > MOST_TICKED) {
      throw new Refusal.Invalid("whole", "一次最多勾选 " + MOST_TICKED + " 家；更多的请筛选后选择“所列全部企业”。");
    }
    return whole ? shown : shown.only(ticked);
  }

  private static List<Long> ticked(ManyForm form) {
    return form.member() == null ? List.of() : form.member();
  }

  private static Address listed(Round round, ManyForm form) {
    return RoundPages.listed(round.id(), form.show(), form.town(), form.q());
  }

  /// An act on the list that is shown; what it cannot take comes back on its page.
  private HttpResponse<?> orAgain(
      Round round,
      ManyForm form,
      Permission permission,
      HttpRequest<?> request,
      Function<MemberQuery, HttpResponse<?>> act) {
    MemberQuery shown = reading.query(form.show(), form.town(), form.q());
    try {
      return act.apply(shown);
    } catch (Refusal.Invalid wrong) {
      Place.of(request, listed(round, form));
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
          ticked(form));
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
      String document = Field.of("document", form.document()).text(Words.LONGEST_DOCUMENT);
      if (document == null) {
        throw new Refusal.Invalid("document", "请填写公布决定的文件名称和文号。");
      }
      closing.start(
          round,
          new Closing.Order(
              document,
              Field.of("effectiveOn", form.effectiveOn()).day("请填写生效日期。"),
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
