package seedbed.portfolio;

import io.micronaut.core.annotation.Introspected;
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
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.access.Caller;
import seedbed.access.Role;
import seedbed.account.Account;
import seedbed.account.Accounts;
import seedbed.audit.Deed;
import seedbed.web.Address;
import seedbed.web.Choice;
import seedbed.web.Flash;
import seedbed.web.FormErrors;
import seedbed.web.Refusal;

/// Who acts for which leader: the office appoints for everybody, a leader for himself.
@Hidden
@Controller("/aides")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class AidePages {

  private static final String INDEX = "aides/index";

  private final Aides aides;
  private final Deputising deputising;
  private final Leaders leaders;
  private final Accounts accounts;
  private final Clock clock;

  AidePages(Aides aides, Deputising deputising, Leaders leaders, Accounts accounts, Clock clock) {
    this.aides = aides;
    this.deputising = deputising;
    this.leaders = leaders;
    this.accounts = accounts;
    this.clock = clock;
  }

  @Serdeable
  record Form(@Nullable String leader, @Nullable String aide) {}

  /// @param own whether a leader looks at his own
  @Introspected
  record Page(
      boolean own,
      List<Line> lines,
      List<Choice> leaders,
      List<Choice> hands,
      Form form,
      FormErrors errors) {}

  @Introspected
  record Line(
      long id,
      String leader,
      String aide,
      LocalDate from,
      @Nullable LocalDate lastDay,
      String appointedBy,
      boolean open) {}

  @Get
  @View(INDEX)
  Page index(Caller caller) {
    return page(caller, new Form(null, null), FormErrors.NONE);
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> appoint(@Body Form form, Caller caller, Deed deed) {
    try {
      long leader =
          own(caller)
              ? caller.account()
              : chosen("leader", form.leader(), leaders.choices(caller.regionCode()), "请选择领导。");
      long aide = chosen("aide", form.aide(), leaders.hands(caller.regionCode()), "请选择联络员账号。");
      deputising.appoint(leader, aide, caller.username());
      deed.about("account", leader).noted("指定联络员账号 " + aide);
      return Flash.seeOther(Address.of("/aides"), "已指定联络员，从今天起可以查看这位领导的挂钩企业并代为记录走访。");
    } catch (Refusal.Invalid refused) {
      return HttpResponse.unprocessableEntity()
          .body(new ModelAndView<>(INDEX, page(caller, form, FormErrors.of(refused.errors()))));
    }
  }

  @Post("/{id}/ending")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> end(long id, Caller caller, Deed deed) {
    Aide aide =
        aides
            .findById(id)
            .filter(each -> reaches(caller, each))
            .orElseThrow(() -> new Refusal.Absent("没有编号为 " + id + " 的联络员。"));
    if (!deputising.end(aide, caller.username())) {
      throw new Refusal.Stale("这位联络员的任务已经结束，没有重复办理。");
    }
    deed.changed("联络员账号", aide.aideId(), null);
    return Flash.seeOther(Address.of("/aides"), "联络员的任务到昨天为止，今天起不再看到这位领导的挂钩企业。");
  }

  private static boolean own(Caller caller) {
    return caller.role() == Role.LEADER;
  }

  private boolean reaches(Caller caller, Aide aide) {
    return own(caller)
        ? aide.leaderId() == caller.account()
        : accounts
            .findById(aide.leaderId())
            .map(Account::regionCode)
            .filter(region -> region.startsWith(caller.regionCode()))
            .isPresent();
  }

  private static long chosen(
      String field, @Nullable String typed, List<Choice> choices, String sentence) {
    return choices.stream()
        .map(Choice::value)
        .filter(value -> value.equals(typed))
        .map(Long::valueOf)
        .findFirst()
        .orElseThrow(() -> new Refusal.Invalid(field, sentence));
  }

  private Page page(Caller caller, Form form, FormErrors errors) {
    List<Aide> shown =
        own(caller)
            ? aides.findByLeaderIdOrderByHeldFromDesc(caller.account())
            : aides.below(caller.regionCode());
    Map<Long, String> names =
        leaders.names(
            shown.stream().flatMap(aide -> Stream.of(aide.leaderId(), aide.aideId())).toList());
    String own = "" + caller.account();
    return new Page(
        own(caller),
        shown.stream().map(aide -> line(aide, names)).toList(),
        own(caller) ? List.of() : leaders.choices(caller.regionCode()),
        leaders.hands(caller.regionCode()).stream()
            .filter(choice -> !choice.value().equals(own))
            .toList(),
        form,
        errors);
  }

  private Line line(Aide aide, Map<Long, String> names) {
    LocalDate to = aide.heldTo();
    return new Line(
        aide.id(),
        names.getOrDefault(aide.leaderId(), ""),
        names.getOrDefault(aide.aideId(), ""),
        aide.heldFrom(),
        to == null ? null : to.minusDays(1),
        aide.appointedBy(),
        to == null || to.isAfter(LocalDate.now(clock)));
  }
}
