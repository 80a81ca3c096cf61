package seedbed.review;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.access.Act;
import seedbed.access.Permission;
import seedbed.access.Permissions;
import seedbed.access.Role;
import seedbed.company.TitleHolding;
import seedbed.company.TitleHoldings;
import seedbed.criteria.Titles;
import seedbed.review.MemberRows.Purpose;
import seedbed.verdict.VerdictPanel;
import seedbed.web.Choice;
import seedbed.web.FormErrors;
import seedbed.web.Refusal;

/// Makes the page of one member of a round.
@Singleton
class MemberReading {

  private final VisibleMembers members;
  private final Rounds rounds;
  private final Verdicts verdicts;
  private final Rulings rulings;
  private final Entries entries;
  private final Supplements supplements;
  private final TitleHoldings holdings;
  private final Titles titles;
  private final Labelling labelling;
  private final Permissions permissions;
  private final ReviewSettings settings;
  private final Clock clock;

  MemberReading(
      VisibleMembers members,
      Rounds rounds,
      Verdicts verdicts,
      Rulings rulings,
      Entries entries,
      Supplements supplements,
      TitleHoldings holdings,
      Titles titles,
      Labelling labelling,
      Permissions permissions,
      ReviewSettings settings,
      Clock clock) {
    this.members = members;
    this.rounds = rounds;
    this.verdicts = verdicts;
    this.rulings = rulings;
    this.entries = entries;
    this.supplements = supplements;
    this.holdings = holdings;
    this.titles = titles;
    this.labelling = labelling;
    this.permissions = permissions;
    this.settings = settings;
    this.clock = clock;
  }

  /// @throws Refusal.Absent when there is none, or none in reach
  Member member(long id, Permission permission) {
    return members
        .find(id, permission)
        .orElseThrow(() -> new Refusal.Absent("动态管理名单中没有编号为 " + id + " 的企业。"));
  }

  Round round(Member member) {
    return rounds.findById(member.roundId()).orElseThrow();
  }

  MemberPage page(Member member, Permission permission) {
    return page(member, permission, false);
  }

  /// @param onlyOpen hides the clauses that are met
  MemberPage page(Member member, Permission permission, boolean onlyOpen) {
    Round round = round(member);
    Ruling ruling = rulings.find(member.id()).orElseThrow();
    Labels labels = labelling.of(round);
    List<Entry> said = entries.of(member.id());
    boolean company = permission.caller().role() == Role.COMPANY;
    return new MemberPage(
        head(member, round, labels),
        panel(member, Purpose.STAY, onlyOpen),
        panel(member, Purpose.NEXT, onlyOpen),
        member.nextTitle() == null ? null : labels.title(member.nextTitle()),
        round.open() ? left(member, round) : null,
        member.carried(),
        ruling.confirmed(),
        last(member, company),
        company ? null : opinion(ruling, said),
        decision(ruling, said, labels),
        changes(member, labels),
        company ? List.of() : history(said),
        doors(round, ruling, permission),
        forms(member),
        ruling.version(),
        FormErrors.NONE,
        MemberPage.Typed.of(ruling));
  }

  /// The day from which a member is out of the pool by now; null while it is in.
  private @Nullable LocalDate left(Member member, Round round) {
    LocalDate today = LocalDate.now(clock);
    List<TitleHolding> places =
        holdings.findByCompanyIdOrderByHeldFrom(member.companyId()).stream()
            .filter(holding -> holding.title().equals(round.title()))
            .toList();
    return places.isEmpty() || places.stream().anyMatch(holding -> holding.covers(today))
        ? null
        : places.getLast().heldTo();
  }

  private @Nullable VerdictPanel panel(Member member, Purpose purpose, boolean onlyOpen) {
    return verdicts
        .of(member.id(), purpose)
        .map(panel -> onlyOpen ? panel.onlyOpen() : panel)
        .orElse(null);
  }

  private static MemberPage.Head head(Member member, Round round, Labels labels) {
    return new MemberPage.Head(
        member.id(),
        round.id(),
        round.aboutYear(),
        labels.pool(),
        member.companyId(),
        member.name(),
        member.creditCode(),
        member.demo(),
        member.regionName(),
        member.heldFrom(),
        round.asOf(),
        round.stage(),
        round.document());
  }

  private static MemberPage.@Nullable Last last(Member member, boolean company) {
    Decision ruling = member.lastRuling();
    Decision opinion = company ? null : member.lastOpinion();
    return ruling == null && opinion == null && member.lastStay() == null
        ? null
        : new MemberPage.Last(
            member.lastStay(),
            opinion == null ? null : opinion.label(),
            company ? null : member.lastNote(),
            ruling == null ? null : ruling.label(),
            ruling == null ? null : ruling.styleClass());
  }

  private static MemberPage.@Nullable Said opinion(Ruling ruling, List<Entry> said) {
    Decision opinion = ruling.opinion();
    return opinion == null
        ? null
        : new MemberPage.Said(
            opinion.label(),
            opinion.styleClass(),
            null,
            ruling.opinionNote(),
            whoSaid(said, Entry.Kind.OPINION),
            ruling.opinionOn());
  }

  // What holds is what was said last.
  private static @Nullable Signature whoSaid(List<Entry> newestFirst, Entry.Kind kind) {
    return newestFirst.stream()
        .filter(entry -> entry.kind() == kind)
        .findFirst()
        .map(Entry::signature)
        .orElse(null);
  }

  private static MemberPage.@Nullable Said decision(
      Ruling ruling, List<Entry> said, Labels labels) {
    Decision decision = ruling.decision();
    return decision == null
        ? null
        : new MemberPage.Said(
            decision.label(),
            decision.styleClass(),
            detail(upwardLabel(ruling.upward(), labels), ruling.rectifyUntil()),
            ruling.reason(),
            whoSaid(said, Entry.Kind.DECISION),
            ruling.decidedOn());
  }

  private static @Nullable String upwardLabel(@Nullable String upward, Labels labels) {
    return upward == null ? null : labels.title(upward);
  }

  private static @Nullable String detail(@Nullable String upward, @Nullable LocalDate until) {
    return until != null ? "整改期限 " + until : upward == null ? null : "推荐申报" + upward;
  }

  private List<MemberPage.Change> changes(Member member, Labels labels) {
    Map<Long, Supplement> issued =
        supplements.of(member.roundId()).stream()
            .collect(Collectors.toMap(Supplement::id, Function.identity()));
    return supplements.linesAbout(member.id()).stream()
        .sorted(Comparator.comparingLong(Supplement.Line::supplementId).reversed())
        .flatMap(line ->
            Stream.ofNullable(issued.get(line.supplementId()))
                .map(supplement -> change(supplement, line, labels)))
        .toList();
  }

  private static MemberPage.Change change(
      Supplement supplement, Supplement.Line line, Labels labels) {
    String upward = line.upwardLabel();
    return new MemberPage.Change(
        supplement.kind().label(),
        supplement.document() + "（" + supplement.archiveNumber() + "）",
        line.was().label(),
        line.decision().label(),
        line.decision().styleClass(),
        detail(upward == null ? upwardLabel(line.upward(), labels) : upward, line.rectifyUntil()),
        line.reason(),
        line.truth(),
        line.verdictNumber());
  }

  private static List<MemberPage.HistoryLine> history(List<Entry> said) {
    return said.stream()
        .map(entry ->
            new MemberPage.HistoryLine(
                entry.kind().label(),
                entry.says().label(),
                entry.detail(),
                entry.note(),
                entry.doneAt(),
                entry.signature()))
        .toList();
  }

  private MemberPage.Doors doors(Round round, Ruling ruling, Permission permission) {
    var caller = permission.caller();
    boolean own = VisibleRounds.own(round, permission);
    boolean keeps = own && permissions.allow(caller, Act.KEEP_REVIEWS);
    return new MemberPage.Doors(
        round.open() && ruling.decision() == null && permissions.allow(caller, Act.ADVISE_REVIEW),
        round.open() && keeps,
        round.closed() && keeps,
        permissions.allow(caller, Act.SEE_COMPANIES));
  }

  private MemberPage.Forms forms(Member member) {
    String next = member.nextTitle();
    List<Choice> all =
        Stream.of(Decision.values())
            .map(decision -> new Choice(decision.code(), decision.label()))
            .toList();
    return new MemberPage.Forms(
        all,
        all,
        titles.ladder().stream()
            .filter(title -> next != null && title.ladder() >= titles.get(next).ladder())
            .map(title -> new Choice(title.code(), title.label()))
            .toList(),
        LocalDate.now(clock).plusDays(settings.rectifyDays()).toString());
  }

  /// What somebody else said while this was being written, beside what was written.
  RulingConflict conflict(Member member, Ruling now, String field, List<RulingConflict.Line> mine) {
    return new RulingConflict(
        member.id(),
        member.name(),
        field,
        now.version(),
        now.decision() == null ? "" : now.decision().label(),
        now.opinion() == null ? "" : now.opinion().label(),
        whoSaid(
            entries.of(member.id()),
            now.decision() == null ? Entry.Kind.OPINION : Entry.Kind.DECISION),
        now.decision() == null ? now.opinionNote() : now.reason(),
        now.decision() != null && field.equals("opinion"),
        mine);
  }
}
