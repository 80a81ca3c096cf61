package seedbed.review;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpResponse;
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
import io.micronaut.views.ModelAndView;
import io.micronaut.views.View;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.access.Permission;
import seedbed.audit.Deed;
import seedbed.criteria.Titles;
import seedbed.criteria.rule.Truth;
import seedbed.web.Choice;
import seedbed.web.Field;
import seedbed.web.Flash;
import seedbed.web.FormErrors;
import seedbed.web.Refusal;

/// Decisions about a closed round: those who had to put something right are all on the form, others
/// by their number.
@Hidden
@Controller("/reviews/{id}/supplements")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class SupplementPages {

  private static final String DECISION = "decision-";
  private static final String UNTIL = "until-";
  private static final String UPWARD = "upward-";
  private static final String WHY = "reason-";
  private static final String MEMBER = "member";
  private static final String SEEN = "seen-";

  private final RoundReading reading;
  private final VisibleMembers members;
  private final Standing standing;
  private final Supplementing supplementing;
  private final Titles titles;
  private final Clock clock;

  SupplementPages(
      RoundReading reading,
      VisibleMembers members,
      Standing standing,
      Supplementing supplementing,
      Titles titles,
      Clock clock) {
    this.reading = reading;
    this.members = members;
    this.standing = standing;
    this.supplementing = supplementing;
    this.titles = titles;
    this.clock = clock;
  }

  @Introspected
  record NewPage(
      RoundPage.Head head,
      List<Choice> kinds,
      List<Choice> decisions,
      List<Choice> upwards,
      List<Line> lines,
      Map<String, String> typed,
      FormErrors errors) {}

  /// A member that can be decided anew.
  ///
  /// @param wrong what is wrong with what was typed of it
  @Introspected
  record Line(
      long id,
      String name,
      String region,
      @Nullable Truth stay,
      Decision now,
      String decision,
      String until,
      String upward,
      String reason,
      @Nullable String wrong) {}

  @Get("/new")
  @View("reviews/supplement")
  NewPage choose(long id, Permission permission, @Nullable @QueryValue Long member) {
    Round round = closed(id, permission);
    String today = LocalDate.now(clock).toString();
    Map<String, String> typed = new HashMap<>();
    typed.put("effectiveOn", today);
    typed.put("kind", member == null ? Supplement.Kind.RECHECK.code() : "");
    return page(
        round,
        permission,
        member == null ? rectifying(round, permission) : Set.of(member),
        typed,
        FormErrors.NONE);
  }

  private Round closed(long id, Permission permission) {
    Round round = reading.own(id, permission);
    if (!round.closed()) {
      throw new Refusal.Stale("本轮还没有结束，请直接修改决定；补充决定只用于已经结束的轮次。");
    }
    return round;
  }

  private Set<Long> rectifying(Round round, Permission permission) {
    Set<Long> ids = new LinkedHashSet<>();
    standing.rectifying(round.id(), permission.scope()).forEach(each -> ids.add(each.id()));
    return ids;
  }

  private NewPage page(
      Round round,
      Permission permission,
      Set<Long> ids,
      Map<String, String> typed,
      FormErrors errors) {
    return new NewPage(
        reading.head(round),
        Stream.of(Supplement.Kind.values())
            .map(kind -> new Choice(kind.code(), kind.label()))
            .toList(),
        Stream.of(Decision.values())
            .map(decision -> new Choice(decision.code(), decision.label()))
            .toList(),
        titles.ladder().stream()
            .filter(title -> !title.code().equals(round.title()))
            .map(title -> new Choice(title.code(), title.label()))
            .toList(),
        ids.stream().map(member -> line(member(round, member, permission), typed, errors)).toList(),
        typed,
        errors);
  }

  private Member member(Round round, long id, Permission permission) {
    return members
        .find(id, permission)
        .filter(member -> member.roundId() == round.id())
        .orElseThrow(() -> new Refusal.Absent("本轮名单中没有编号为 " + id + " 的企业。"));
  }

  private Line line(Member member, Map<String, String> typed, FormErrors errors) {
    Decision now = standing.now(member.id());
    return new Line(
        member.id(),
        member.name(),
        member.regionName(),
        member.stay(),
        now,
        typed.getOrDefault(DECISION + member.id(), ""),
        typed.getOrDefault(UNTIL + member.id(), ""),
        typed.getOrDefault(UPWARD + member.id(), ""),
        typed.getOrDefault(WHY + member.id(), ""),
        errors.on(DECISION + member.id()));
  }

  /// Lines without a decision are left out.
  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> issue(
      long id, @Body Map<String, @Nullable Object> form, Permission permission, Deed deed) {
    Round round = closed(id, permission);
    Map<String, String> typed = typed(form);
    Set<Long> ids = ids(form);
    try {
      Supplementing.Order order = order(round, typed, ids, permission);
      Supplement issued = supplementing.issue(round, order, clock.instant());
      deed.noted(
          "补充决定 %s：%d 家，摘要 %s"
              .formatted(issued.archiveNumber(), order.changes().size(), issued.digest()));
      return Flash.seeOther(
          RoundPages.address(id),
          "已登记补充决定（" + order.kind().label() + "），涉及 " + order.changes().size() + " 家；本轮原结果不变。");
    } catch (Refusal.Invalid wrong) {
      return HttpResponse.unprocessableEntity()
          .body(
              new ModelAndView<>(
                  "reviews/supplement",
                  page(round, permission, ids, typed, FormErrors.of(wrong.errors()))));
    }
  }

  private Supplementing.Order order(
      Round round, Map<String, String> typed, Set<Long> ids, Permission permission) {
    Supplement.Kind kind =
        Supplement.Kind.of(typed.getOrDefault("kind", ""))
            .orElseThrow(() -> new Refusal.Invalid("kind", "请选择补充决定的种类。"));
    return new Supplementing.Order(
        kind,
        required(typed, "document", Words.LONGEST_DOCUMENT, "请填写补充决定的文件名称和文号。"),
        Field.of("effectiveOn", typed.get("effectiveOn")).day("请填写生效日期。"),
        required(typed, "reason", Words.LONGEST_REASON, "请写明作出补充决定的理由。"),
        changes(round, typed, ids, permission),
        Signature.of(permission.caller()));
  }

  private List<Supplementing.Change> changes(
      Round round, Map<String, String> typed, Set<Long> ids, Permission permission) {
    List<Supplementing.Change> changes = new ArrayList<>();
    for (long id : ids) {
      String wanted = typed.getOrDefault(DECISION + id, "");
      if (!wanted.isEmpty()) {
        Member member = member(round, id, permission);
        Decision decision = Words.decision(wanted, DECISION + id, "请选择决定。");
        changes.add(
            new Supplementing.Change(
                member,
                verdict(member, decision, typed),
                Words.decision(typed.get(SEEN + id), DECISION + id, "页面不完整，请刷新后再填。")));
      }
    }
    return changes;
  }

  private Ruling.Decided verdict(Member member, Decision decision, Map<String, String> typed) {
    long id = member.id();
    String reason =
        required(typed, WHY + id, Words.LONGEST_REASON, "请写明" + member.name() + "的理由或复查情况。");
    LocalDate until =
        decision == Decision.RECTIFY
            ? Field.of(UNTIL + id, typed.get(UNTIL + id)).day("请填写" + member.name() + "的整改期限。")
            : null;
    String upward = typed.getOrDefault(UPWARD + id, "");
    if (decision == Decision.RECOMMEND && titles.find(upward).isEmpty()) {
      throw new Refusal.Invalid(UPWARD + id, "请选择推荐" + member.name() + "申报的称号。");
    }
    return new Ruling.Decided(
        decision, decision == Decision.RECOMMEND ? upward : null, until, reason);
  }

  private static String required(
      Map<String, String> typed, String field, int longest, String otherwise) {
    return Field.of(field, typed.get(field)).text(longest, otherwise);
  }

  private static Map<String, String> typed(Map<String, @Nullable Object> form) {
    Map<String, String> typed = new HashMap<>();
    form.forEach((field, value) -> {
      if (value instanceof CharSequence text) {
        typed.put(field, text.toString().strip());
      }
    });
    return typed;
  }

  // One is a text, several are a list.
  private static Set<Long> ids(Map<String, @Nullable Object> form) {
    Set<Long> ids = new LinkedHashSet<>();
    Object given = form.get(MEMBER);
    List<?> all = given instanceof List<?> list ? list : given == null ? List.of() : List.of(given);
    for (Object each : all) {
      String number = String.valueOf(each);
      if (!number.matches("[0-9]{1,18}")) {
        throw new Refusal.Invalid(MEMBER, "页面不完整，请刷新后再填。");
      }
      ids.add(Long.parseLong(number));
    }
    return ids;
  }
}
