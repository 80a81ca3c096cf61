package seedbed.meeting;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import seedbed.access.Caller;
import seedbed.web.FieldError;
import seedbed.web.Refusal;

/// The minutes of a meeting: written while its agenda stands, frozen when they are issued; then its
/// decisions are in force.
@Singleton
class Minutes {

  private final TransactionOperations<Connection> transactions;
  private final Meetings meetings;
  private final Items items;
  private final Decisions decisions;
  private final DecisionDrafts drafts;
  private final Owners owners;
  private final Preparing preparing;
  private final Sources sources;
  private final Papers papers;
  private final Clock clock;

  Minutes(
      TransactionOperations<Connection> transactions,
      Meetings meetings,
      Items items,
      Decisions decisions,
      DecisionDrafts drafts,
      Owners owners,
      Preparing preparing,
      Sources sources,
      Papers papers,
      Clock clock) {
    this.transactions = transactions;
    this.meetings = meetings;
    this.items = items;
    this.decisions = decisions;
    this.drafts = drafts;
    this.owners = owners;
    this.preparing = preparing;
    this.sources = sources;
    this.papers = papers;
    this.clock = clock;
  }

  /// A decision as it was typed so far; anything may be missing.
  ///
  /// @param owner as a form sends it
  record Wanted(String words, String owner, String due) {}

  /// What was said about one item.
  record Said(String conclusion, List<Wanted> decisions) {}

  /// In place of what was written before. It may be incomplete until it is issued.
  ///
  /// @param said by the number of the item
  void write(
      Meeting meeting, long version, Preparing.Details details, Map<Long, Said> said, String by) {
    transactions.executeWrite(_ -> {
      preparing.take(meeting, version, Stage.FROZEN, by, clock.instant());
      preparing.describe(meeting, details);
      drafts.deleteByMeetingId(meeting.id());
      int number = 0;
      for (Item item : preparing.standing(meeting)) {
        Said about = said.get(item.id());
        if (about != null) {
          items.update(item.concluded(about.conclusion));
          for (Wanted wanted : about.decisions) {
            drafts.save(DecisionDraft.of(item, ++number, wanted));
          }
        }
      }
      return number;
    });
  }

  String issue(Meeting meeting, long version, Caller by) {
    return issue(meeting, version, by, clock.instant());
  }

  /// @return the number of the minutes
  String issue(Meeting meeting, long version, Caller by, Instant at) {
    return transactions.executeWrite(_ -> {
      preparing.take(meeting, version, Stage.FROZEN, by.username(), at);
      Meeting now = meetings.findById(meeting.id()).orElseThrow();
      List<FieldError> gaps = gaps(now, preparing.when(at).on()).all();
      if (!gaps.isEmpty()) {
        throw new Refusal.Invalid("还有 %d 处没有写全，补齐并保存以后才能印发纪要。".formatted(gaps.size()), gaps);
      }
      putInForce(now);
      Paper paper = paper(now);
      meetings.stage(now.id(), Stage.ISSUED);
      return papers.freeze(now, Paper.Kind.MINUTES, paper, by, preparing.when(at));
    });
  }

  // The drafts stay as they are; what counts from now on are the decisions.
  private void putInForce(Meeting meeting) {
    for (DecisionDraft draft : drafts.findByMeetingIdOrderByNumber(meeting.id())) {
      decisions.save(
          Decision.taken(
              meeting,
              draft.itemId(),
              draft.number(),
              draft.words(),
              owners.find(meeting.regionCode(), draft.owner()).orElseThrow(),
              Objects.requireNonNull(draft.dueOn())));
    }
  }

  /// What they lack as they were saved.
  Gaps gaps(Meeting meeting) {
    return gaps(meeting, LocalDate.now(clock));
  }

  private Gaps gaps(Meeting meeting, LocalDate today) {
    Map<String, Owner> able =
        owners.of(meeting.regionCode()).stream()
            .collect(Collectors.toMap(Owner::value, owner -> owner));
    return Gaps.of(
        meeting,
        preparing.standing(meeting),
        drafts.findByMeetingIdOrderByNumber(meeting.id()),
        value -> Optional.ofNullable(able.get(value)),
        today);
  }

  /// As they would be issued now.
  Paper paper(Meeting meeting) {
    List<Decided> decided = decided(meeting);
    List<Paper.Entry> entries = new ArrayList<>();
    for (Item item : preparing.standing(meeting)) {
      entries.add(
          new Paper.Entry(
              entries.size() + 1,
              sources.label(item.source()),
              item.headline(),
              Demand.dropped(item.reason(), sources.demands(item.source())),
              item.companyId(),
              item.link(),
              item.conclusion(),
              decided.stream()
                  .filter(each -> each.item == item.id())
                  .map(Decided::printed)
                  .toList()));
    }
    String region = preparing.region(meeting);
    return new Paper(
        region + "专精特新企业培育工作联席会议纪要",
        meeting.label(),
        Preparing.facts(meeting),
        entries,
        region + "发展和改革委员会");
  }

  private record Decided(long item, Paper.Decided printed) {}

  // Once they are issued the decisions, before that what was typed so far.
  private List<Decided> decided(Meeting meeting) {
    List<Decision> taken = decisions.findByMeetingIdOrderByNumber(meeting.id());
    if (!taken.isEmpty()) {
      return taken.stream()
          .map(each ->
              new Decided(
                  each.itemId(),
                  new Paper.Decided(
                      each.number(), each.words(), each.ownerLabel(), each.dueOn().toString())))
          .toList();
    }
    return drafts.findByMeetingIdOrderByNumber(meeting.id()).stream()
        .map(each ->
            new Decided(
                each.itemId(),
                new Paper.Decided(
                    each.number(),
                    open(each.words()),
                    open(
                        owners
                            .find(meeting.regionCode(), each.owner())
                            .map(Owner::label)
                            .orElse("")),
                    open(each.due()))))
        .toList();
  }

  private static String open(String text) {
    return text.isEmpty() ? "待定" : text;
  }
}
