package seedbed.review;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.access.Act;
import seedbed.access.Permission;
import seedbed.access.Permissions;
import seedbed.access.Role;
import seedbed.criteria.rule.Truth;
import seedbed.web.Chips;
import seedbed.web.Choice;
import seedbed.web.FormErrors;
import seedbed.web.PageRequest;
import seedbed.web.Pager;
import seedbed.web.Progress;
import seedbed.web.Refusal;

/// Makes the page of one round.
@Singleton
class RoundReading {

  private final VisibleRounds visible;
  private final VisibleMembers members;
  private final Verdicts verdicts;
  private final Supplements supplements;
  private final Standing standing;
  private final Rounds rounds;
  private final RoundProgress progresses;
  private final Labelling labelling;
  private final Permissions permissions;
  private final ReviewSettings settings;
  private final Clock clock;

  RoundReading(
      VisibleRounds visible,
      VisibleMembers members,
      Verdicts verdicts,
      Supplements supplements,
      Standing standing,
      Rounds rounds,
      RoundProgress progresses,
      Labelling labelling,
      Permissions permissions,
      ReviewSettings settings,
      Clock clock) {
    this.visible = visible;
    this.members = members;
    this.verdicts = verdicts;
    this.supplements = supplements;
    this.standing = standing;
    this.rounds = rounds;
    this.progresses = progresses;
    this.labelling = labelling;
    this.permissions = permissions;
    this.settings = settings;
    this.clock = clock;
  }

  /// @throws Refusal.Absent when there is none, or none in reach
  Round round(long id, Permission permission) {
    return visible
        .find(id, permission)
        .orElseThrow(() -> new Refusal.Absent("没有第 " + id + " 号动态管理。"));
  }

  /// For acts on the round as a whole.
  Round own(long id, Permission permission) {
    Round round = round(id, permission);
    if (!VisibleRounds.own(round, permission)) {
      throw new Refusal.NotAllowed("这一轮动态管理由别的单位组织，请由组织单位办理。");
    }
    return round;
  }

  MemberQuery query(@Nullable String show, @Nullable String town, @Nullable String named) {
    String wanted = text(show);
    MemberQuery.Standing standing =
        wanted == null
            ? null
            : MemberQuery.Standing.of(wanted)
                .orElseThrow(() -> new Refusal.Invalid("show", "没有“" + wanted + "”这种情况，请从页面上选择。"));
    return new MemberQuery(standing, text(town), text(named));
  }

  private static @Nullable String text(@Nullable String typed) {
    return typed == null || typed.isBlank() ? null : typed.strip();
  }

  RoundPage page(Round round, MemberQuery query, PageRequest page, Permission permission) {
    @Nullable Progress progress = progresses.of(round);
    Round now = rounds.findById(round.id()).orElse(round);
    Labels labels = labelling.of(now);
    var scope = permission.scope();
    List<VisibleMembers.Town> towns = members.towns(now.id(), scope);
    VisibleMembers.Counts counts = members.counts(now.id(), query, scope);
    return new RoundPage(
        head(now, labels),
        progress,
        totals(towns),
        bases(now, labels),
        chips(query, counts),
        filter(query),
        towns.stream().map(RoundReading::town).toList(),
        members.list(now.id(), query, scope, page.size(), page.offset()).stream()
            .map(member -> line(member, labels))
            .map(line -> told(permission) ? line.withoutOpinion() : line)
            .toList(),
        Pager.of(page, shown(query, counts, now, permission)),
        visibleSupplements(now, permission),
        now.closed() ? standing.rectifying(now.id(), scope) : List.of(),
        doors(now, permission, progress),
        forms(),
        FormErrors.NONE,
        null);
  }

  /// A company is told what was decided, not what the township advised.
  private static boolean told(Permission permission) {
    return permission.caller().role() == Role.COMPANY;
  }

  /// Those that say anything of members in reach, with what they say of these.
  List<RoundPage.SupplementLine> visibleSupplements(Round round, Permission permission) {
    Map<Long, List<Standing.Changed>> changes =
        standing.changes(round.id(), permission.scope()).stream()
            .collect(Collectors.groupingBy(Standing.Changed::supplement));
    return supplements.of(round.id()).stream()
        .filter(supplement -> changes.containsKey(supplement.id()))
        .map(supplement -> supplement(supplement, changes.getOrDefault(supplement.id(), List.of())))
        .toList();
  }

  private long shown(
      MemberQuery query, VisibleMembers.Counts counts, Round round, Permission permission) {
    return query.show() == null
        ? counts.all()
        : members.count(round.id(), query, permission.scope());
  }

  /// How many members a list has.
  long count(Round round, MemberQuery query, Permission permission) {
    return members.count(round.id(), query, permission.scope());
  }

  RecommendingPage recommending(
      Round round, Recommending.Weighed weighed, MemberQuery shown, String reason) {
    Labels labels = labelling.of(round);
    return RecommendingPage.of(head(round, labels), weighed, labels, filter(shown), reason);
  }

  DecidingPage deciding(
      Round round,
      VisibleMembers.Doubted doubted,
      MemberQuery shown,
      List<Long> ticked,
      Ruling.Decided decided) {
    LocalDate until = decided.rectifyUntil();
    return DecidingPage.of(
        head(round),
        decided.decision(),
        doubted,
        ticked,
        filter(shown),
        decided.reason(),
        until == null ? null : until.toString());
  }

  Labels labels(Round round) {
    return labelling.of(round);
  }

  RoundPage.Head head(Round round) {
    return head(round, labelling.of(round));
  }

  RoundPage.Head head(Round round, Labels labels) {
    LocalDate today = LocalDate.now(clock);
    return new RoundPage.Head(
        round.id(),
        round.aboutYear(),
        labels.pool(),
        labels.region(),
        round.stage(),
        round.asOf(),
        round.knownAt(),
        round.opinionsDue(),
        round.decisionsDue(),
        round.open() && today.isAfter(round.opinionsDue()),
        round.open() && today.isAfter(round.decisionsDue()),
        round.openedOn(),
        round.opener(),
        last(round),
        round.effectiveOn(),
        round.document(),
        round.archiveNumber(),
        round.digest(),
        round.closedAt(),
        round.closer(),
        round.cancelReason());
  }

  private RoundPage.@Nullable LastRound last(Round round) {
    Long last = round.lastRound();
    return last == null
        ? null
        : rounds
            .findById(last)
            .map(each -> new RoundPage.LastRound(each.id(), each.aboutYear()))
            .orElse(null);
  }

  List<RoundPage.BasisLine> bases(Round round, Labels labels) {
    return verdicts.bases(round.id()).stream().map(basis -> basis(basis, labels)).toList();
  }

  private static RoundPage.BasisLine basis(Verdicts.Basis basis, Labels labels) {
    String notice = basis.overlay();
    return new RoundPage.BasisLine(
        switch (basis.purpose()) {
          case STAY -> "留库";
          case NEXT -> "上一级";
        },
        labels.shortTitle(basis.title()),
        basis.edition(),
        labels.edition(basis.edition()),
        notice == null ? "" : notice,
        notice == null ? "" : labels.notice(notice),
        basis.judged());
  }

  private static Chips chips(MemberQuery query, VisibleMembers.Counts counts) {
    var all = new Chips.Chip("全部", "", counts.all(), query.show() == null);
    return new Chips(
        "情况",
        "show",
        Stream.concat(
                Stream.of(all),
                Stream.of(MemberQuery.Standing.values())
                    .map(standing ->
                        new Chips.Chip(
                            standing.label(),
                            standing.code(),
                            counts.of().get(standing),
                            standing == query.show()))
                    .filter(chip -> chip.current() || (chip.count() != null && chip.count() > 0)))
            .toList());
  }

  private static RoundPage.Filter filter(MemberQuery query) {
    return new RoundPage.Filter(
        query.show() == null ? "" : query.show().code(),
        query.town() == null ? "" : query.town(),
        query.named() == null ? "" : query.named(),
        query.show() != null || query.town() != null || query.named() != null);
  }

  static RoundPage.Totals totals(List<VisibleMembers.Town> towns) {
    long all = sum(towns, VisibleMembers.Town::members);
    long decided = sum(towns, VisibleMembers.Town::decided);
    return new RoundPage.Totals(
        all,
        sum(towns, VisibleMembers.Town::advised),
        decided,
        all - decided,
        sum(towns, VisibleMembers.Town::kept),
        sum(towns, VisibleMembers.Town::rectified),
        sum(towns, VisibleMembers.Town::removed),
        sum(towns, VisibleMembers.Town::recommended),
        sum(towns, VisibleMembers.Town::met),
        sum(towns, VisibleMembers.Town::failing));
  }

  private static long sum(
      List<VisibleMembers.Town> towns, ToLongFunction<VisibleMembers.Town> count) {
    return towns.stream().mapToLong(count).sum();
  }

  private static RoundPage.TownLine town(VisibleMembers.Town town) {
    return new RoundPage.TownLine(
        town.code(),
        town.name(),
        town.members(),
        town.met(),
        town.failing(),
        town.advised(),
        town.decided(),
        town.kept(),
        town.rectified(),
        town.removed(),
        town.recommended());
  }

  static RoundPage.Line line(VisibleMembers.Ruled member, Labels labels) {
    Decision opinion = member.opinion();
    Decision decision = member.decision();
    return new RoundPage.Line(
        member.id(),
        false,
        member.name(),
        member.demo(),
        member.region(),
        member.stay(),
        member.stayWords(),
        member.nextTitle() == null ? null : labels.shortTitle(member.nextTitle()),
        member.nextTruth(),
        member.lastRuling() == null ? null : member.lastRuling().label(),
        member.lastStay() == Truth.MET && member.stay() != Truth.MET,
        member.carried() != null,
        opinion == null ? null : opinion.label(),
        opinion == null ? null : opinion.styleClass(),
        member.opinionNote(),
        decision == null ? null : decision.label(),
        decision == null ? null : decision.styleClass(),
        detail(member.upward(), member.rectifyUntil(), labels),
        member.reason());
  }

  private static @Nullable String detail(
      @Nullable String upward, @Nullable LocalDate until, Labels labels) {
    return until != null ? "至 " + until : upward == null ? null : labels.shortTitle(upward);
  }

  private static RoundPage.SupplementLine supplement(
      Supplement supplement, List<Standing.Changed> changes) {
    return new RoundPage.SupplementLine(
        supplement.id(),
        supplement.kind().label(),
        supplement.document(),
        supplement.archiveNumber(),
        supplement.effectiveOn(),
        supplement.reason(),
        supplement.issuer(),
        changes.stream().map(RoundReading::change).toList());
  }

  private static RoundPage.ChangeLine change(Standing.Changed changed) {
    LocalDate until = changed.until();
    return new RoundPage.ChangeLine(
        changed.member(),
        changed.name(),
        changed.was().label(),
        changed.now().label(),
        changed.now().styleClass(),
        until != null ? "至 " + until : changed.upward());
  }

  private RoundPage.Doors doors(Round round, Permission permission, @Nullable Progress progress) {
    var caller = permission.caller();
    boolean keeps =
        permissions.allow(caller, Act.KEEP_REVIEWS) && VisibleRounds.own(round, permission);
    boolean busy = progress != null && progress.running();
    return new RoundPage.Doors(
        round.open() && permissions.allow(caller, Act.ADVISE_REVIEW),
        round.open() && keeps,
        round.open() && keeps && !busy,
        round.stage().cancellable() && keeps,
        round.stage() == Stage.OPENING && keeps && progress != null && !progress.running(),
        round.closed() && keeps,
        permissions.allow(caller, Act.EXPORT_REVIEWS),
        permissions.allow(caller, Act.SEE_COMPANIES));
  }

  private RoundPage.Forms forms() {
    LocalDate today = LocalDate.now(clock);
    List<Choice> decisions = new ArrayList<>();
    for (Decision decision : Decision.values()) {
      decisions.add(new Choice(decision.code(), decision.label()));
    }
    return new RoundPage.Forms(
        decisions, decisions, today.plusDays(settings.rectifyDays()).toString(), today.toString());
  }
}
