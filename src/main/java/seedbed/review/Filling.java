package seedbed.review;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import seedbed.assessment.Candidate;
import seedbed.assessment.Rung;
import seedbed.assessment.Surveying;
import seedbed.company.Region;
import seedbed.company.Regions;
import seedbed.criteria.Editions;
import seedbed.criteria.Titles;
import seedbed.criteria.rule.Title;
import seedbed.criteria.rule.Truth;
import seedbed.criteria.rule.Verdict;
import seedbed.figure.Moment;
import seedbed.verdict.Missing;
import seedbed.verdict.Sources;
import seedbed.verdict.VerdictPanel;

/// Freezes a round that begins: its members, their figures and verdicts as of its day. A round that
/// a killed process left half written is written anew from the same moment.
@Singleton
class Filling {

  private static final int LONGEST_WORDS = 300;
  private static final int LONGEST_CARRIED = 1_000;

  private final TransactionOperations<Connection> transactions;
  private final WorkRunner runner;
  private final Rounds rounds;
  private final Enrolled enrolled;
  private final MemberRows rows;
  private final Surveying surveying;
  private final Editions editions;
  private final Titles titles;
  private final Regions regions;
  private final Frozen frozen;
  private final Labelling labelling;
  private final Clock clock;

  Filling(
      TransactionOperations<Connection> transactions,
      WorkRunner runner,
      Rounds rounds,
      Enrolled enrolled,
      MemberRows rows,
      Surveying surveying,
      Editions editions,
      Titles titles,
      Regions regions,
      Frozen frozen,
      Labelling labelling,
      Clock clock) {
    this.transactions = transactions;
    this.runner = runner;
    this.rounds = rounds;
    this.enrolled = enrolled;
    this.rows = rows;
    this.surveying = surveying;
    this.editions = editions;
    this.titles = titles;
    this.regions = regions;
    this.frozen = frozen;
    this.labelling = labelling;
    this.clock = clock;
  }

  /// Starts in the background, unless somebody is at it.
  void start(Round round) {
    runner.start(round.id(), Work.Kind.OPENING, ticker -> fill(round, ticker));
  }

  /// Does it at once.
  void run(Round round) {
    runner.run(round.id(), Work.Kind.OPENING, ticker -> fill(round, ticker));
  }

  private void fill(Round round, WorkRunner.Ticker ticker) {
    forget(round, ticker);
    Map<Long, Enrolled.Place> places = new LinkedHashMap<>();
    enrolled
        .places(round.regionCode(), round.title(), round.asOf())
        .forEach(place -> places.put(place.companyId(), place));
    var writing = new Writing(round, places, last(round), regionNames(round));
    var done = new AtomicInteger();
    ticker.reached(0, places.size());
    surveying.walk(
        List.copyOf(places.keySet()),
        new Moment(round.asOf(), round.knownAt()),
        slice -> {
          // Explaining takes most of the time; every processor takes a share, in the order of the
          // slice.
          var members = slice.parallelStream().map(writing::member).toList();
          transactions.executeWrite(status -> {
            ticker.require();
            rows.insert(status.getConnection(), round.id(), members);
            return true;
          });
          ticker.reached(done.addAndGet(slice.size()), places.size());
          return true;
        });
    transactions.executeWrite(status -> {
      ticker.require();
      labelling.write(status.getConnection(), round);
      if (rounds.opened(round.id(), done.get()) == 0) {
        throw new WorkRunner.Stopped();
      }
      return done.get();
    });
  }

  private void forget(Round round, WorkRunner.Ticker ticker) {
    int gone;
    do {
      gone =
          transactions.executeWrite(status -> {
            ticker.require();
            if (rounds
                .findById(round.id())
                .filter(each -> each.stage() == Stage.OPENING)
                .isEmpty()) {
              throw new WorkRunner.Stopped();
            }
            return rows.forgetSome(status.getConnection(), round.id());
          });
    } while (gone > 0);
  }

  private Map<Long, Enrolled.Last> last(Round round) {
    Map<Long, Enrolled.Last> last = new HashMap<>();
    if (round.lastRound() != null) {
      enrolled.last(round.lastRound()).forEach(each -> last.put(each.companyId(), each));
    }
    return last;
  }

  private Map<String, String> regionNames(Round round) {
    Map<String, String> names = new ConcurrentHashMap<>();
    regions.subtree(round.regionCode()).forEach(region -> names.put(region.code(), region.name()));
    return names;
  }

  /// Makes the rows of one round.
  private final class Writing {
    private final Map<Long, Enrolled.Place> places;
    private final Map<Long, Enrolled.Last> last;
    private final Map<String, String> regionNames;
    private final Title pool;
    private final Instant lastAsked;

    Writing(
        Round round,
        Map<Long, Enrolled.Place> places,
        Map<Long, Enrolled.Last> last,
        Map<String, String> regionNames) {
      this.places = places;
      this.last = last;
      this.regionNames = regionNames;
      pool = titles.get(round.title()).title();
      lastAsked = lastAsked(round);
    }

    // Without an earlier round, whoever has answered within a year has answered for this one.
    private Instant lastAsked(Round round) {
      return Optional.ofNullable(round.lastRound())
          .flatMap(rounds::findById)
          .map(Round::knownAt)
          .orElseGet(() -> round.asOf().minusYears(1).atStartOfDay(clock.getZone()).toInstant());
    }

    MemberRows.NewMember member(Candidate candidate) {
      var company = candidate.company();
      Rung stay = candidate.held(pool);
      @Nullable Rung next = candidate.above(pool).orElse(null);
      return new MemberRows.NewMember(
          company,
          regionName(company.regionCode()),
          Objects.requireNonNull(places.get(company.id())),
          judged(candidate, stay),
          next == null ? null : judged(candidate, next),
          carried(candidate, stay),
          last.get(company.id()));
    }

    // A region outside the tree of the round is asked for once.
    private String regionName(String code) {
      return regionNames.computeIfAbsent(
          code, _ -> regions.findByCode(code).map(Region::name).orElse(""));
    }

    private MemberRows.@Nullable Judged judged(Candidate candidate, Rung rung) {
      return rung.verdict().map(verdict -> judged(candidate, rung, verdict)).orElse(null);
    }

    private MemberRows.Judged judged(Candidate candidate, Rung rung, Verdict verdict) {
      var panel =
          VerdictPanel.of(
              candidate.company(),
              rung.title(),
              verdict,
              editions,
              Sources.alone(candidate.showing(List.of(rung))),
              false);
      return new MemberRows.Judged(
          rung.title().code(),
          verdict,
          verdict.truth() == Truth.MET ? null : cut(Missing.words(verdict), LONGEST_WORDS),
          frozen.pack(panel));
    }

    private @Nullable String carried(Candidate candidate, Rung stay) {
      var names =
          stay.verdict().stream()
              .flatMap(verdict ->
                  VerdictPanel.carried(verdict, candidate.showing(List.of()).figures(), lastAsked)
                      .stream())
              .toList();
      return names.isEmpty() ? null : cut(String.join("、", names), LONGEST_CARRIED);
    }
  }

  private static String cut(String words, int longest) {
    return words.length() <= longest ? words : words.substring(0, longest - 1) + "…";
  }
}
