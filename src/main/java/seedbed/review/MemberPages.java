package seedbed.review;

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
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import seedbed.access.Permission;
import seedbed.audit.Deed;
import seedbed.criteria.Titles;
import seedbed.web.Address;
import seedbed.web.Field;
import seedbed.web.Flash;
import seedbed.web.FormErrors;
import seedbed.web.Refusal;

/// One member of a round, and what is said of it.
@Hidden
@Controller("/review-members/{id}")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class MemberPages {

  private final MemberReading reading;
  private final Advising advising;
  private final Deciding deciding;
  private final Titles titles;
  private final Clock clock;

  MemberPages(
      MemberReading reading, Advising advising, Deciding deciding, Titles titles, Clock clock) {
    this.reading = reading;
    this.advising = advising;
    this.deciding = deciding;
    this.titles = titles;
    this.clock = clock;
  }

  @Serdeable
  record OpinionForm(
      @Nullable String version,
      @Nullable String opinion,
      @Nullable String note,
      @Nullable String confirmed) {

    MemberPage.Typed typed() {
      return new MemberPage.Typed(opinion, note, confirmed != null, null, null, null, null);
    }
  }

  @Serdeable
  record DecisionForm(
      @Nullable String version,
      @Nullable String decision,
      @Nullable String upward,
      @Nullable String rectifyUntil,
      @Nullable String reason) {

    MemberPage.Typed typed() {
      return new MemberPage.Typed(null, null, false, decision, upward, rectifyUntil, reason);
    }
  }

  @Get
  @View("reviews/member")
  MemberPage show(long id, Permission permission, @Nullable @QueryValue String only) {
    return reading.page(reading.member(id, permission), permission, "open".equals(only));
  }

  @Post("/opinion")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> advise(long id, @Body OpinionForm form, Permission permission, Deed deed) {
    Member member = reading.member(id, permission);
    return said(
        member,
        permission,
        form.typed(),
        () -> {
          Decision opinion = Words.decision(form.opinion(), "opinion", "请选择意见。");
          String note = Field.of("note", form.note()).text(Words.LONGEST_REASON);
          var said =
              advising.advise(
                  member,
                  new Advising.Opinion(opinion, note, form.confirmed() != null),
                  Field.of("version", form.version()).version(),
                  permission.caller(),
                  clock.instant());
          deed.noted("意见：" + opinion.label());
          return answer(member, said, "opinion", "已登记意见：" + opinion.label() + "。", mine(form));
        });
  }

  @Post("/decision")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> decide(long id, @Body DecisionForm form, Permission permission, Deed deed) {
    Member member = reading.member(id, permission);
    if (!VisibleRounds.own(reading.round(member), permission)) {
      throw new Refusal.NotAllowed("这一轮动态管理由别的单位组织，请由组织单位作出决定。");
    }
    return said(
        member,
        permission,
        form.typed(),
        () -> {
          Decision decision = Words.decision(form.decision(), "decision", "请选择决定。");
          var said =
              deciding.decide(
                  member,
                  Words.verdict(decision, form.upward(), form.rectifyUntil(), form.reason()),
                  Field.of("version", form.version()).version(),
                  permission.caller(),
                  clock.instant());
          deed.noted("决定：" + decision.label());
          return answer(member, said, "decision", "已登记决定：" + decision.label() + "。", mine(form));
        });
  }

  /// What was typed wrong comes back with all that was typed.
  private HttpResponse<?> said(
      Member member, Permission permission, MemberPage.Typed typed, Supplier<HttpResponse<?>> act) {
    try {
      return act.get();
    } catch (Refusal.Invalid wrong) {
      return HttpResponse.unprocessableEntity()
          .body(
              new ModelAndView<>(
                  "reviews/member",
                  reading.page(member, permission).wrong(FormErrors.of(wrong.errors()), typed)));
    }
  }

  private HttpResponse<?> answer(
      Member member,
      Sayings.Said said,
      String act,
      String sentence,
      List<RulingConflict.Line> mine) {
    return switch (said) {
      case Sayings.Kept() -> Flash.seeOther(address(member.id()), sentence);
      case Sayings.Overtaken(var now) ->
          HttpResponse.status(HttpStatus.CONFLICT)
              .body(
                  new ModelAndView<>("reviews/conflict", reading.conflict(member, now, act, mine)));
    };
  }

  private static List<RulingConflict.Line> mine(OpinionForm form) {
    List<RulingConflict.Line> lines = new ArrayList<>();
    add(lines, "opinion", "意见", form.opinion(), label(form.opinion()));
    add(lines, "note", "说明", form.note(), form.note());
    add(lines, "confirmed", "沿用内容", form.confirmed(), form.confirmed() == null ? null : "仍然属实");
    return lines;
  }

  private List<RulingConflict.Line> mine(DecisionForm form) {
    List<RulingConflict.Line> lines = new ArrayList<>();
    add(lines, "decision", "决定", form.decision(), label(form.decision()));
    add(lines, "upward", "推荐申报", form.upward(), titleLabel(form.upward()));
    add(lines, "rectifyUntil", "整改期限", form.rectifyUntil(), form.rectifyUntil());
    add(lines, "reason", "理由", form.reason(), form.reason());
    return lines;
  }

  private static void add(
      List<RulingConflict.Line> lines,
      String field,
      String label,
      @Nullable String value,
      @Nullable String shown) {
    if (value != null && !value.isBlank()) {
      lines.add(new RulingConflict.Line(field, label, value, shown == null ? value : shown));
    }
  }

  private static @Nullable String label(@Nullable String code) {
    return Decision.of(code == null ? "" : code).map(Decision::label).orElse(code);
  }

  private @Nullable String titleLabel(@Nullable String code) {
    return titles.find(code == null ? "" : code).map(Titles.Rung::label).orElse(code);
  }

  static Address address(long id) {
    return Address.of("/review-members/" + id);
  }
}
