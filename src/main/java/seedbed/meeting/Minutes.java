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
import seedbed.access.Caller;
import seedbed.web.Refusal;

/// The minutes of a meeting: written while its agenda stands, frozen when they are issued; then its
/// decisions are in force.
@Singleton
class Minutes {

  private final TransactionOperations<Connection> transactions;
  private final Meetings meetings;
  private final Items items;
  private final Decisions decisions;
  private final Preparing preparing;
  private final Papers papers;
  private final Clock clock;

  Minutes(
      TransactionOperations<Connection> transactions,
      Meetings meetings,
      Items items,
      Decisions decisions,
      Preparing preparing,
      Papers papers,
      Clock clock) {
    this.transactions = transactions;
    this.meetings = meetings;
    this.items = items;
    this.decisions = decisions;
    this.preparing = preparing;
    this.papers = papers;
    this.clock = clock;
  }

  /// A decision as it is written down.
  record Wanted(String words, Owner owner, LocalDate dueOn) {}

  /// What was said about one item.
  record Said(String conclusion, List<Wanted> decisions) {}

  /// In place of what was written before.
  ///
  /// @param said by the number of the item
  void write(
      Meeting meeting, long version, Preparing.Details details, Map<Long, Said> said, String by) {
    transactions.executeWrite(_ -> {
      preparing.take(meeting, version, Stage.FROZEN, by, clock.instant());
      preparing.describe(meeting, details);
      decisions.discardDrafts(meeting.id());
      int number = 0;
      for (Item item : preparing.standing(meeting)) {
        Said about = said.get(item.id());
        if (about != null) {
          items.update(item.concluded(about.conclusion));
          for (Wanted wanted : about.decisions) {
            decisions.save(Decision.drafted(meeting, item.id(), ++number, wanted));
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
      require(now, preparing.when(at).on());
      Paper paper = paper(now);
      if (paper.entries().stream().anyMatch(entry -> entry.conclusion().isEmpty())) {
        throw new Refusal.Invalid(
            "conclusions",
            "还有 %d 个议题没有写结论，写好并保存以后才能印发纪要。"
                .formatted(
                    paper.entries().stream()
                        .filter(entry -> entry.conclusion().isEmpty())
                        .count()));
      }
      decisions.putInForce(now.id());
      meetings.stage(now.id(), Stage.ISSUED);
      return papers.freeze(now, Paper.Kind.MINUTES, paper, by, preparing.when(at));
    });
  }

  private static void require(Meeting meeting, LocalDate today) {
    LocalDate heldOn = meeting.heldOn();
    if (heldOn == null || meeting.place().isEmpty() || meeting.chair().isEmpty()) {
      throw new Refusal.Invalid("heldOn", "请先填写并保存会议日期、地点和主持人，再印发纪要。");
    }
    if (heldOn.isAfter(today)) {
      throw new Refusal.Invalid("heldOn", "会议定在 " + heldOn + " 召开，还没有开，不能印发纪要；日期有误的，请先改正并保存。");
    }
  }

  /// As they would be issued now.
  Paper paper(Meeting meeting) {
    List<Decision> decided = decisions.findByMeetingIdOrderByNumber(meeting.id());
    List<Paper.Entry> entries = new ArrayList<>();
    for (Item item : preparing.standing(meeting)) {
      entries.add(
          new Paper.Entry(
              entries.size() + 1,
              preparing.label(item.source()),
              item.headline(),
              item.reason(),
              item.companyId(),
              item.link(),
              item.conclusion(),
              decided.stream()
                  .filter(each -> each.itemId() == item.id())
                  .map(each ->
                      new Paper.Decided(
                          each.number(), each.words(), each.ownerLabel(), each.dueOn().toString()))
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
}
