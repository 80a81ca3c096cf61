package seedbed.meeting;

import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import seedbed.access.Caller;
import seedbed.company.Region;
import seedbed.company.Regions;
import seedbed.web.Formats;
import seedbed.web.PersonNames;
import seedbed.web.Refusal;

/// Prepares a meeting: gathers the agenda from data, lets the office edit it, and freezes it.
@Singleton
class Preparing {

  private final TransactionOperations<Connection> transactions;
  private final Meetings meetings;
  private final Items items;
  private final Sources sources;
  private final Papers papers;
  private final Regions regions;
  private final PersonNames people;
  private final Clock clock;

  Preparing(
      TransactionOperations<Connection> transactions,
      Meetings meetings,
      Items items,
      Sources sources,
      Papers papers,
      Regions regions,
      PersonNames people,
      Clock clock) {
    this.transactions = transactions;
    this.meetings = meetings;
    this.items = items;
    this.sources = sources;
    this.papers = papers;
    this.regions = regions;
    this.people = people;
    this.clock = clock;
  }

  /// What is said of a meeting beside its agenda.
  record Details(
      @Nullable LocalDate heldOn, String time, String place, String chair, String participants) {}

  /// @param dropped why it is not on the agenda; null where it is
  record Edit(int place, String headline, String reason, @Nullable String dropped) {}

  /// @throws Refusal.Invalid when the month is over: its agenda would be made of what is known
  ///   today
  /// @throws Refusal.Stale when there is one already
  Meeting draft(String region, YearMonth month, String by) {
    if (over(month)) {
      throw new Refusal.Invalid(
          "month", "%s已经过去：议题按现在的数据拟定，不能用来补开以前的会议。请选择本月或以后的月份。".formatted(named(month)));
    }
    return draft(region, month, by, clock.instant());
  }

  boolean over(YearMonth month) {
    return month.isBefore(YearMonth.now(clock));
  }

  private static String named(YearMonth month) {
    return month.getYear() + "年" + month.getMonthValue() + "月";
  }

  Meeting draft(String region, YearMonth month, String by, Instant at) {
    try {
      return transactions.executeWrite(_ -> {
        refuseSecond(region, month);
        LocalDate today = LocalDate.ofInstant(at, clock.getZone());
        Meeting begun = meetings.save(Meeting.begun(region, month, today, at, by));
        append(begun, sources.fresh(begun, today), _ -> true);
        return begun;
      });
    } catch (DataAccessException e) {
      // A second click finds nothing yet, and meets the key.
      refuseSecond(region, month);
      throw e;
    }
  }

  private void refuseSecond(String region, YearMonth month) {
    if (meetings
        .findByRegionCodeAndAboutYearAndAboutMonth(region, month.getYear(), month.getMonthValue())
        .isPresent()) {
      throw new Refusal.Stale(named(month) + "的会议已经建立，请在列表中打开。");
    }
  }

  /// What could be added since, kind by kind; what is there stays, dropped items too.
  ///
  /// @throws Refusal.Invalid when its month is over
  List<Sources.Fresh> fresh(Meeting meeting) {
    if (over(meeting.month())) {
      throw new Refusal.Invalid(
          "items", "%s已经过去，不能再按现在的数据补充议题；需要增加的议题请自拟，逐件写明情况。".formatted(named(meeting.month())));
    }
    return sources.fresh(meeting, LocalDate.now(clock));
  }

  /// Adds what of that was chosen.
  ///
  /// @param chosen by the key of something that was found
  /// @return how many items it added; what was settled meanwhile is not among them
  /// @throws Refusal.Invalid when its month is over
  int refresh(Meeting meeting, long version, Predicate<String> chosen, String by) {
    return transactions.executeWrite(_ -> {
      take(meeting, version, Stage.DRAFT, by, clock.instant());
      return append(meeting, fresh(meeting), chosen);
    });
  }

  private int append(Meeting meeting, List<Sources.Fresh> fresh, Predicate<String> chosen) {
    int last =
        items.findByMeetingIdOrderByPlaceAscAndIdAsc(meeting.id()).stream()
            .mapToInt(Item::place)
            .max()
            .orElse(0);
    int place = last;
    for (Sources.Fresh each : fresh) {
      for (AgendaSource.Found found : each.found()) {
        if (chosen.test(each.key(found))) {
          items.save(Item.found(meeting.id(), ++place, each.source().code(), found));
        }
      }
    }
    return place - last;
  }

  /// Takes everything off the agenda that is settled by now, each with that reason.
  ///
  /// @return how many items
  int dropSettled(Meeting meeting, long version, String by) {
    return transactions.executeWrite(_ -> {
      take(meeting, version, Stage.DRAFT, by, clock.instant());
      Map<Long, Settled> settled = sources.settled(meeting);
      for (Item item : standing(meeting)) {
        Settled how = settled.get(item.id());
        if (how != null) {
          items.update(item.edited(item.place(), item.headline(), item.reason(), how.words()));
        }
      }
      return settled.size();
    });
  }

  void edit(Meeting meeting, long version, Details details, Map<Long, Edit> edits, String by) {
    transactions.executeWrite(_ -> {
      take(meeting, version, Stage.DRAFT, by, clock.instant());
      describe(meeting, details);
      for (Item item : items.findByMeetingIdOrderByPlaceAscAndIdAsc(meeting.id())) {
        Edit edit = edits.get(item.id());
        if (edit != null) {
          items.update(item.edited(edit.place(), edit.headline(), edit.reason(), edit.dropped()));
        }
      }
      return true;
    });
  }

  void add(Meeting meeting, long version, String headline, String reason, String by) {
    transactions.executeWrite(_ -> {
      take(meeting, version, Stage.DRAFT, by, clock.instant());
      return items.save(
          Item.own(
              meeting.id(),
              items.findByMeetingIdOrderByPlaceAscAndIdAsc(meeting.id()),
              headline,
              reason));
    });
  }

  void describe(Meeting meeting, Details details) {
    meetings.describe(
        meeting.id(),
        details.heldOn(),
        details.time(),
        details.place(),
        details.chair(),
        details.participants());
  }

  String freeze(Meeting meeting, long version, Caller by) {
    return freeze(meeting, version, by, clock.instant());
  }

  /// From now on the agenda is what the paper says.
  ///
  /// @return its number
  String freeze(Meeting meeting, long version, Caller by, Instant at) {
    return transactions.executeWrite(_ -> {
      take(meeting, version, Stage.DRAFT, by.username(), at);
      Meeting now = meetings.findById(meeting.id()).orElseThrow();
      require(now);
      meetings.stage(now.id(), Stage.FROZEN);
      return papers.freeze(now, Paper.Kind.AGENDA, agenda(now), by, when(at));
    });
  }

  private void require(Meeting meeting) {
    if (meeting.heldOn() == null || meeting.place().isEmpty() || meeting.chair().isEmpty()) {
      throw new Refusal.Invalid("heldOn", "请先填写并保存会议日期、地点和主持人，再确定议程。");
    }
    if (!meeting.near(meeting.heldOn())) {
      throw new Refusal.Invalid("heldOn", meeting.tooFar(meeting.heldOn()));
    }
    if (items.findByMeetingIdOrderByPlaceAscAndIdAsc(meeting.id()).stream()
        .noneMatch(Item::stands)) {
      throw new Refusal.Invalid("items", "议程里还没有议题。");
    }
  }

  void discard(Meeting meeting, long version, String by) {
    transactions.executeWrite(_ -> {
      take(meeting, version, Stage.DRAFT, by, clock.instant());
      items.deleteByMeetingId(meeting.id());
      return meetings.discard(meeting.id());
    });
  }

  /// As it would be frozen now.
  Paper agenda(Meeting meeting) {
    List<Paper.Entry> entries = new ArrayList<>();
    for (Item item : standing(meeting)) {
      entries.add(
          new Paper.Entry(
              entries.size() + 1,
              sources.label(item.source()),
              item.headline(),
              item.reason(),
              item.companyId(),
              item.link(),
              "",
              List.of()));
    }
    String region = region(meeting);
    return new Paper(
        region + "专精特新企业培育工作联席会议议程", meeting.label(), facts(meeting), entries, region + "发展和改革委员会");
  }

  List<Item> standing(Meeting meeting) {
    return items.findByMeetingIdOrderByPlaceAscAndIdAsc(meeting.id()).stream()
        .filter(Item::stands)
        .toList();
  }

  static List<Paper.Fact> facts(Meeting meeting) {
    LocalDate on = meeting.heldOn();
    List<Paper.Fact> facts = new ArrayList<>();
    facts.add(
        new Paper.Fact(
            "时间",
            on == null
                ? "待定"
                : (Formats.longDay(on).replace(" ", "") + " " + meeting.heldTime()).strip()));
    facts.add(new Paper.Fact("地点", meeting.place().isEmpty() ? "待定" : meeting.place()));
    facts.add(new Paper.Fact("主持", meeting.chair().isEmpty() ? "待定" : meeting.chair()));
    if (!meeting.participants().isEmpty()) {
      facts.add(new Paper.Fact("参加", meeting.participants()));
    }
    return facts;
  }

  String region(Meeting meeting) {
    return regions.findByCode(meeting.regionCode()).map(Region::name).orElse("");
  }

  Papers.When when(Instant at) {
    return new Papers.When(LocalDate.ofInstant(at, clock.getZone()), at);
  }

  /// @throws Refusal.Stale when somebody was quicker
  void take(Meeting meeting, long version, Stage stage, String by, Instant at) {
    if (meetings.take(meeting.id(), version, stage, at, by) == 0) {
      Meeting now = meetings.findById(meeting.id()).orElse(null);
      throw new Refusal.Stale(
          now == null
              ? "这次会议刚刚已由他人删除。"
              : now.stage() != stage
                  ? "这次会议现在是“%s”，不能这样办理。".formatted(now.stage().label())
                  : "%s 于 %s 改动了这次会议，请打开最新的内容再办理。"
                      .formatted(
                          people.of(now.keptBy()),
                          Formats.time(Objects.requireNonNull(now.keptAt()))));
    }
  }
}
