package seedbed.bulletin;

import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import seedbed.company.Region;
import seedbed.company.Regions;
import seedbed.web.Formats;
import seedbed.web.PersonNames;
import seedbed.web.Refusal;
import seedbed.word.OfficialDay;

/// Drafts a bulletin and counts it anew; what the office wrote stays.
@Singleton
class Drafting {

  private final TransactionOperations<Connection> transactions;
  private final Bulletins bulletins;
  private final Contents contents;
  private final Lines lines;
  private final List<Section> sections;
  private final Regions regions;
  private final PersonNames people;
  private final Clock clock;

  Drafting(
      TransactionOperations<Connection> transactions,
      Bulletins bulletins,
      Contents contents,
      Lines lines,
      List<Section> sections,
      Regions regions,
      PersonNames people,
      Clock clock) {
    this.transactions = transactions;
    this.bulletins = bulletins;
    this.contents = contents;
    this.lines = lines;
    this.sections = sections.stream().sorted(Comparator.comparingInt(Section::place)).toList();
    this.regions = regions;
    this.people = people;
    this.clock = clock;
  }

  /// @throws Refusal.Invalid when the period is not over
  /// @throws Refusal.Stale when there is one already
  Bulletin open(String region, Period period, String by) {
    return open(region, period, by, clock.instant());
  }

  Bulletin open(String region, Period period, String by, Instant at) {
    LocalDate today = LocalDate.ofInstant(at, clock.getZone());
    if (!today.isAfter(period.lastDay())) {
      throw new Refusal.Invalid(
          "period", "%s到 %s 才结束，结束以后才能编制。".formatted(period.label(), period.lastDay()));
    }
    try {
      return transactions.executeWrite(_ -> {
        refuseSecond(region, period);
        Bulletin begun = bulletins.save(Bulletin.begun(region, period, today, at, by));
        count(begun, at);
        return begun;
      });
    } catch (DataAccessException e) {
      // A second click finds nothing yet, and meets the key.
      refuseSecond(region, period);
      throw e;
    }
  }

  private void refuseSecond(String region, Period period) {
    if (bulletins
        .findByRegionCodeAndAboutYearAndQuarter(region, period.year(), period.quarter())
        .isPresent()) {
      throw new Refusal.Stale(period.label() + "的" + period.kind() + "已经建立，请在列表中打开。");
    }
  }

  /// Counts it anew by what is known now.
  ///
  /// @param version as the caller saw it
  void refresh(Bulletin bulletin, long version, String by) {
    Instant at = clock.instant();
    transactions.executeWrite(_ -> {
      take(bulletin, version, by, at);
      bulletins.knownAt(bulletin.id(), at);
      count(bulletin, at);
      return true;
    });
  }

  void write(Bulletin bulletin, long version, Contents.Written written, String by) {
    transactions.executeWrite(_ -> {
      take(bulletin, version, by, clock.instant());
      contents.write(bulletin.id(), written);
      return true;
    });
  }

  /// A draft that was begun by mistake leaves nothing behind.
  void discard(Bulletin bulletin, long version, String by) {
    transactions.executeWrite(_ -> {
      take(bulletin, version, by, clock.instant());
      contents.erase(bulletin.id());
      lines.clear(bulletin.id());
      return bulletins.discard(bulletin.id());
    });
  }

  private void take(Bulletin bulletin, long version, String by, Instant at) {
    if (bulletins.take(bulletin.id(), version, at, by) == 0) {
      throw stale(bulletin.id());
    }
  }

  Refusal.Stale stale(long id) {
    return bulletins
        .findById(id)
        .map(now ->
            new Refusal.Stale(
                now.issued()
                    ? "这一期已经印发，不能再改动。"
                    : "%s 于 %s 改动了这一期，请打开最新的内容再办理。"
                        .formatted(people.of(now.keptBy()), Formats.time(now.keptAt()))))
        .orElseGet(() -> new Refusal.Stale("这一期的草稿刚刚已由他人删除。"));
  }

  private void count(Bulletin bulletin, Instant at) {
    Period period = bulletin.period();
    Count count =
        Count.of(
            bulletin,
            at,
            bulletins
                .issuedBefore(bulletin.regionCode(), period.year(), period.quarter())
                .orElse(null),
            clock);
    lines.clear(bulletin.id());
    String region = regions.findByCode(bulletin.regionCode()).map(Region::name).orElse("");
    contents.keepDraft(
        bulletin.id(),
        new Content(
            region + "专精特新企业培育工作" + period.kind(),
            period.label(),
            region,
            OfficialDay.in("数据截至%s，按%s前登记的情况统计。".formatted(period.lastDay(), Formats.time(at))),
            region + "发展和改革委员会",
            sections.stream().map(section -> section.of(count).official()).toList(),
            List.of()));
  }
}
