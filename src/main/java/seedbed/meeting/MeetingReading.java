package seedbed.meeting;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.access.Act;
import seedbed.access.Caller;
import seedbed.access.Permission;
import seedbed.access.Permissions;
import seedbed.web.Chips;
import seedbed.web.Choice;
import seedbed.web.FormErrors;
import seedbed.web.PageRequest;
import seedbed.web.Pager;
import seedbed.web.Refusal;

/// Puts the pages of meetings and decisions together.
@Singleton
class MeetingReading {

  private static final int SPARE = 2;

  private final VisibleMeetings visible;
  private final VisibleDecisions visibleDecisions;
  private final Items items;
  private final DecisionDrafts drafts;
  private final DecisionSteps steps;
  private final Owners owners;
  private final Preparing preparing;
  private final Sources sources;
  private final Minutes minutes;
  private final Papers papers;
  private final Permissions permissions;
  private final Clock clock;

  MeetingReading(
      VisibleMeetings visible,
      VisibleDecisions visibleDecisions,
      Items items,
      DecisionDrafts drafts,
      DecisionSteps steps,
      Owners owners,
      Preparing preparing,
      Sources sources,
      Minutes minutes,
      Papers papers,
      Permissions permissions,
      Clock clock) {
    this.visible = visible;
    this.visibleDecisions = visibleDecisions;
    this.items = items;
    this.drafts = drafts;
    this.steps = steps;
    this.owners = owners;
    this.preparing = preparing;
    this.sources = sources;
    this.minutes = minutes;
    this.papers = papers;
    this.permissions = permissions;
    this.clock = clock;
  }

  Meeting meeting(long id, Permission permission) {
    return visible
        .find(id, permission.caller())
        .orElseThrow(() -> new Refusal.Absent("没有这次会议，或者不在您的范围内。"));
  }

  /// One that the caller's own office holds.
  Meeting own(long id, Permission permission) {
    Meeting meeting = meeting(id, permission);
    if (!meeting.regionCode().equals(permission.caller().regionCode())) {
      throw new Refusal.Stale("这次会议由其他地区组织，只能查看。");
    }
    return meeting;
  }

  /// As it is by now; empty where it was discarded.
  Optional<Meeting> now(Meeting meeting) {
    return visible.again(meeting);
  }

  List<Item> items(Meeting meeting) {
    return items.findByMeetingIdOrderByPlaceAscAndIdAsc(meeting.id());
  }

  MeetingPage.Index index(
      PageRequest page, Permission permission, @Nullable String typed, FormErrors errors) {
    Caller caller = permission.caller();
    boolean keeps = permissions.allow(caller, Act.KEEP_MEETINGS);
    YearMonth now = YearMonth.now(clock);
    return new MeetingPage.Index(
        visible.list(caller, page.size(), page.offset()),
        Pager.of(page, visible.count(caller)),
        keeps,
        Stream.of(now, now.plusMonths(1))
            .map(month ->
                new Choice(month.toString(), month.getYear() + "年" + month.getMonthValue() + "月"))
            .toList(),
        typed == null ? now.toString() : typed,
        errors);
  }

  MeetingPage page(
      Meeting meeting, Permission permission, MeetingPage.Own typed, FormErrors errors) {
    MeetingPage.Head head = head(meeting, permission);
    Paper.Frozen record = head.record();
    Paper.Frozen agenda = head.agenda();
    Paper paper =
        record != null
            ? record.paper()
            : agenda != null ? agenda.paper() : preparing.agenda(meeting);
    List<String> settled = head.keeps() ? settled(meeting) : List.of();
    return new MeetingPage(
        head,
        paper,
        paper.entries().stream()
            .map(entry ->
                new MeetingPage.Line(
                    entry, entry.place() <= settled.size() ? settled.get(entry.place() - 1) : ""))
            .toList(),
        settled.stream().filter(words -> !words.isEmpty()).count(),
        record != null,
        permissions.allow(permission.caller(), Act.SEE_COMPANIES),
        head.draft()
            ? items(meeting).stream()
                .filter(item -> !item.stands())
                .map(item ->
                    new MeetingPage.DroppedLine(
                        item.headline(), Objects.requireNonNull(item.dropped())))
                .toList()
            : List.of(),
        head.frozen() && head.keeps() ? minutes.gaps(meeting) : Gaps.NONE,
        typed,
        errors);
  }

  // In the order of the agenda, which has the items that stand; once it is frozen they do not move.
  private List<String> settled(Meeting meeting) {
    Map<Long, Settled> settled = sources.settled(meeting);
    return preparing.standing(meeting).stream().map(item -> words(settled, item)).toList();
  }

  private static String words(Map<Long, Settled> settled, Item item) {
    Settled how = settled.get(item.id());
    return how == null ? "" : how.words();
  }

  /// @throws Refusal.Invalid when its month is over
  MeetingPage.Refresh refresh(Meeting meeting, Permission permission, FormErrors errors) {
    return new MeetingPage.Refresh(
        head(meeting, permission),
        preparing.fresh(meeting).stream()
            .map(fresh ->
                new MeetingPage.Group(
                    fresh.source().label(),
                    fresh.found().stream()
                        .map(each ->
                            new MeetingPage.Choosable(
                                Typed.ADDED + fresh.key(each),
                                each.headline(),
                                each.reason(),
                                each.link()))
                        .toList()))
            .toList(),
        errors);
  }

  private MeetingPage.Head head(Meeting meeting, Permission permission) {
    Caller caller = permission.caller();
    return new MeetingPage.Head(
        meeting.id(),
        meeting.label(),
        meeting.stage().label(),
        meeting.stage().styleClass(),
        meeting.stage() == Stage.DRAFT,
        meeting.stage() == Stage.FROZEN,
        meeting.stage() == Stage.ISSUED,
        preparing.over(meeting.month()),
        meeting.stage() != Stage.ISSUED
            && permissions.allow(caller, Act.KEEP_MEETINGS)
            && meeting.regionCode().equals(caller.regionCode()),
        meeting.version(),
        meeting.keptBy(),
        papers.find(meeting.id(), Paper.Kind.AGENDA).orElse(null),
        papers.find(meeting.id(), Paper.Kind.MINUTES).orElse(null));
  }

  private static MeetingPage.Details details(Meeting meeting) {
    LocalDate on = meeting.heldOn();
    return new MeetingPage.Details(
        on == null ? "" : on.toString(),
        meeting.heldTime(),
        meeting.place(),
        meeting.chair(),
        meeting.participants());
  }

  MeetingPage.Edit edit(Meeting meeting, Permission permission) {
    return new MeetingPage.Edit(
        head(meeting, permission),
        details(meeting),
        forms(meeting).toList(),
        false,
        List.of(),
        FormErrors.NONE);
  }

  /// With what was typed; where somebody else wrote in the meantime, the next saving is done
  /// knowingly.
  MeetingPage.Edit edit(Meeting meeting, Permission permission, Typed typed, boolean others) {
    MeetingPage.Edit page =
        new MeetingPage.Edit(
            head(meeting, permission),
            typed.typedDetails(),
            forms(meeting)
                .map(form -> typed.has("headline-" + form.id()) ? typed(form, typed) : form)
                .toList(),
            false,
            List.of(),
            typed.errors());
    return others ? page.besides(edit(meeting, permission)) : page;
  }

  private Stream<MeetingPage.ItemForm> forms(Meeting meeting) {
    Map<Long, Settled> settled = sources.settled(meeting);
    return items(meeting).stream().map(item -> form(item, words(settled, item)));
  }

  private MeetingPage.ItemForm form(Item item, String settled) {
    return new MeetingPage.ItemForm(
        item.id(),
        sources.label(item.source()),
        "" + item.place(),
        item.headline(),
        item.reason(),
        item.link(),
        settled,
        Objects.requireNonNullElse(item.dropped(), ""));
  }

  private static MeetingPage.ItemForm typed(MeetingPage.ItemForm form, Typed typed) {
    return new MeetingPage.ItemForm(
        form.id(),
        form.source(),
        typed.text("place-" + form.id()),
        typed.text("headline-" + form.id()),
        typed.text("reason-" + form.id()),
        form.link(),
        form.settled(),
        typed.text("dropped-" + form.id()));
  }

  MeetingPage.Write write(Meeting meeting, Permission permission, FormErrors errors) {
    List<Owner> able = owners.of(meeting.regionCode());
    List<DecisionDraft> drafted = drafts.findByMeetingIdOrderByNumber(meeting.id());
    return write(
        meeting,
        permission,
        able,
        details(meeting),
        item ->
            new Written(
                item.conclusion(),
                numbered(
                    item,
                    drafted.stream().filter(each -> each.itemId() == item.id()).toList(),
                    able)),
        errors);
  }

  MeetingPage.Write write(Meeting meeting, Permission permission, Typed typed, boolean others) {
    List<Owner> able = owners.of(meeting.regionCode());
    MeetingPage.Write page =
        write(
            meeting,
            permission,
            able,
            typed.typedDetails(),
            item -> written(item, typed, able),
            typed.errors());
    return others ? page.besides(write(meeting, permission, FormErrors.NONE)) : page;
  }

  private static Written written(Item item, Typed typed, List<Owner> able) {
    return new Written(
        typed.text("conclusion-" + item.id()),
        IntStream.rangeClosed(1, Typed.MOST_DECISIONS)
            .filter(ordinal -> typed.decides(item.id() + "-" + ordinal))
            .mapToObj(ordinal -> {
              String key = item.id() + "-" + ordinal;
              return row(
                  item,
                  ordinal,
                  typed.text("words-" + key),
                  typed.text("due-" + key),
                  new Chosen(able, typed.text("owner-" + key)));
            })
            .toList());
  }

  /// What is written about an item.
  private record Written(String conclusion, List<MeetingPage.DecisionForm> decisions) {}

  private MeetingPage.Write write(
      Meeting meeting,
      Permission permission,
      List<Owner> able,
      MeetingPage.Details details,
      Function<Item, Written> written,
      FormErrors errors) {
    Map<Long, Settled> settled = sources.settled(meeting);
    List<MeetingPage.SaidForm> forms = new ArrayList<>();
    for (Item item : preparing.standing(meeting)) {
      Written about = written.apply(item);
      List<MeetingPage.DecisionForm> rows = new ArrayList<>(about.decisions);
      spare(rows, item, able);
      forms.add(
          new MeetingPage.SaidForm(
              item.id(),
              forms.size() + 1,
              item.headline(),
              item.reason(),
              item.link(),
              words(settled, item),
              about.conclusion,
              rows));
    }
    return new MeetingPage.Write(
        head(meeting, permission),
        details,
        able,
        forms,
        minutes.gaps(meeting),
        false,
        List.of(),
        errors);
  }

  private static List<MeetingPage.DecisionForm> numbered(
      Item item, List<DecisionDraft> drafted, List<Owner> able) {
    List<MeetingPage.DecisionForm> rows = new ArrayList<>();
    for (DecisionDraft each : drafted) {
      rows.add(
          row(item, rows.size() + 1, each.words(), each.due(), new Chosen(able, each.owner())));
    }
    return rows;
  }

  private record Chosen(List<Owner> owners, String value) {

    // Whoever cannot be chosen any more stays there to be seen.
    List<MeetingPage.OwnerChoice> choices() {
      List<MeetingPage.OwnerChoice> choices = new ArrayList<>();
      for (Owner owner : owners) {
        choices.add(
            new MeetingPage.OwnerChoice(
                owner.value(), owner.choice(), owner.value().equals(value)));
      }
      if (!value.isEmpty() && choices.stream().noneMatch(MeetingPage.OwnerChoice::chosen)) {
        choices.add(
            new MeetingPage.OwnerChoice(
                value, value.substring(value.indexOf(':') + 1) + "（已经不能选）", true));
      }
      return choices;
    }
  }

  private static void spare(List<MeetingPage.DecisionForm> rows, Item item, List<Owner> able) {
    int last = rows.stream().mapToInt(MeetingPage.DecisionForm::ordinal).max().orElse(0);
    for (int ordinal = last + 1;
        ordinal <= Math.min(last + SPARE, Typed.MOST_DECISIONS);
        ordinal++) {
      rows.add(row(item, ordinal, "", "", new Chosen(able, "")));
    }
  }

  private static MeetingPage.DecisionForm row(
      Item item, int ordinal, String words, String due, Chosen chosen) {
    return new MeetingPage.DecisionForm(
        item.id() + "-" + ordinal, ordinal, words, due, chosen.choices());
  }

  MeetingPage.DecisionList decisions(
      @Nullable String show, PageRequest page, Permission permission) {
    Caller caller = permission.caller();
    VisibleDecisions.Show shown =
        show == null || show.isBlank()
            ? null
            : VisibleDecisions.Show.of(show)
                .orElseThrow(() -> new Refusal.Invalid("show", "没有“" + show + "”这种情况。"));
    VisibleDecisions.Counts counts = visibleDecisions.counts(caller);
    return new MeetingPage.DecisionList(
        new Chips(
            "状态",
            "show",
            Stream.concat(
                    Stream.of(new Chips.Chip("全部", "", counts.all(), shown == null)),
                    Arrays.stream(VisibleDecisions.Show.values())
                        .map(each ->
                            new Chips.Chip(
                                each.label(), each.code(), counts.of(each), each == shown)))
                .toList()),
        shown == null ? "" : shown.code(),
        !permissions.allow(caller, Act.CLOSE_DECISION)
            && permissions.allow(caller, Act.REPORT_DECISION),
        visibleDecisions.list(shown, caller, page.size(), page.offset()).stream()
            .map(this::line)
            .toList(),
        Pager.of(page, shown == null ? counts.all() : counts.of(shown)));
  }

  private MeetingPage.DecisionLine line(VisibleDecisions.Row row) {
    long late = late(row.state(), row.dueOn());
    return new MeetingPage.DecisionLine(
        row.id(),
        row.number(),
        row.words(),
        row.owner(),
        row.dueOn(),
        late,
        row.state().label(),
        late > 0 ? "not" : row.state().styleClass(),
        row.meetingLabel(),
        row.told(),
        row.toldOn());
  }

  private long late(Decision.State state, LocalDate due) {
    return state == Decision.State.OPEN
        ? Math.max(0, ChronoUnit.DAYS.between(due, LocalDate.now(clock)))
        : 0;
  }

  Decision decision(long id, Permission permission) {
    return visibleDecisions
        .find(id, permission.caller())
        .orElseThrow(() -> new Refusal.Absent("没有这件议定事项，或者不在您的范围内。"));
  }

  /// Words that were typed into one of its forms and could not be taken.
  record Refused(String words, String in, FormErrors errors) {
    static final Refused NOTHING = new Refused("", "", FormErrors.NONE);
  }

  MeetingPage.DecisionView view(Decision decision, Permission permission, Refused refused) {
    Caller caller = permission.caller();
    Meeting meeting = visible.meeting(decision.meetingId());
    Item item =
        items(meeting).stream()
            .filter(each -> each.id() == decision.itemId())
            .findFirst()
            .orElseThrow();
    long late = late(decision.state(), decision.dueOn());
    boolean opens =
        permissions.allow(caller, Act.SEE_MEETINGS)
            && visible.find(decision.meetingId(), caller).isPresent();
    return new MeetingPage.DecisionView(
        decision.id(),
        decision.number(),
        decision.words(),
        decision.ownerLabel(),
        decision.dueOn(),
        late,
        decision.state().label(),
        late > 0 ? "not" : decision.state().styleClass(),
        decision.open(),
        meeting.label(),
        opens ? meeting.id() : null,
        item.headline(),
        item.conclusion(),
        decision.open() && permissions.allow(caller, Act.REPORT_DECISION),
        permissions.allow(caller, Act.CLOSE_DECISION)
            && decision.regionCode().equals(caller.regionCode()),
        decision.version(),
        steps.findByDecisionIdOrderByIdDesc(decision.id()).stream()
            .map(step ->
                new MeetingPage.StepLine(
                    step.move().label(),
                    step.words(),
                    step.doneOn(),
                    step.doneAt(),
                    step.doneBy(),
                    step.doneAs()))
            .toList(),
        refused.words,
        refused.in,
        refused.errors);
  }
}
