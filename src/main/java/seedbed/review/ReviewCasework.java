package seedbed.review;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.access.Act;
import seedbed.access.Caller;
import seedbed.access.Permission;
import seedbed.access.Reach;
import seedbed.access.Role;
import seedbed.access.Scope;
import seedbed.criteria.rule.Truth;

/// Rounds for those who make them by the dozen, such as demonstration data: the same acts as on the
/// pages, without asking who may, and as if it were another day.
@Singleton
public class ReviewCasework {

  private static final MemberQuery ALL = new MemberQuery(null, null, null);
  private static final int MOST = 100_000;
  private static final LocalTime MORNING = LocalTime.of(9, 30);
  private static final Caller NOBODY = new Caller(0, 0, "", Role.OFFICE, "", null, null);

  private final Rounds rounds;
  private final Opening opening;
  private final Filling filling;
  private final Advising advising;
  private final Deciding deciding;
  private final Closing closing;
  private final Supplementing supplementing;
  private final VisibleMembers members;
  private final Rulings rulings;
  private final Clock clock;

  ReviewCasework(
      Rounds rounds,
      Opening opening,
      Filling filling,
      Advising advising,
      Deciding deciding,
      Closing closing,
      Supplementing supplementing,
      VisibleMembers members,
      Rulings rulings,
      Clock clock) {
    this.rounds = rounds;
    this.opening = opening;
    this.filling = filling;
    this.advising = advising;
    this.deciding = deciding;
    this.closing = closing;
    this.supplementing = supplementing;
    this.members = members;
    this.rulings = rulings;
    this.clock = clock;
  }

  /// A member as far as somebody has to know it who decides about it.
  ///
  /// @param met whether it meets what the pool asks for; null while that is unknown
  /// @param rising whether it meets what the title above asks for
  public record Candidate(
      long member, long company, String town, @Nullable Boolean met, boolean rising) {}

  public boolean any() {
    return rounds.count() > 0;
  }

  /// Opens a round and waits until its members are written down.
  public long open(String pool, int year, LocalDate asOf, LocalDate openedOn, Caller by) {
    Round round =
        opening.open(
            new Opening.Wish(pool, year, asOf, openedOn.plusDays(14), openedOn.plusDays(28)),
            Signature.of(by),
            by.regionCode(),
            openedOn,
            at(openedOn));
    filling.run(round);
    return round.id();
  }

  public List<Candidate> candidates(long round) {
    return members.published(round, ALL, new Scope.Whole(), MOST, 0).stream()
        .map(row ->
            new Candidate(
                row.id(),
                row.companyId(),
                row.region(),
                met(row.stay()),
                row.nextTruth() == Truth.MET))
        .toList();
  }

  private static @Nullable Boolean met(@Nullable Truth truth) {
    return switch (truth) {
      case MET -> true;
      case NOT_MET -> false;
      case UNKNOWN -> null;
      case null -> null;
    };
  }

  /// @param opinion `keep`, `rectify`, `remove` or `recommend`
  public void advise(long member, String opinion, @Nullable String note, LocalDate on, Caller by) {
    advising.advise(
        find(member),
        new Advising.Opinion(Decision.of(opinion).orElseThrow(), note, true),
        version(member),
        by,
        at(on));
  }

  /// Recommends for the title that was judged.
  public void decide(
      long member,
      String decision,
      @Nullable LocalDate until,
      String reason,
      LocalDate on,
      Caller by) {
    Decision decided = Decision.of(decision).orElseThrow();
    Member about = find(member);
    deciding.decide(
        about,
        new Ruling.Decided(
            decided,
            decided == Decision.RECOMMEND ? about.nextTitle() : null,
            decided == Decision.RECTIFY ? until : null,
            reason),
        version(member),
        by,
        at(on));
  }

  /// The same of every member that nobody has decided yet.
  public int decideRest(long round, String decision, String reason, LocalDate on, Caller by) {
    return deciding.decideAll(
        rounds.findById(round).orElseThrow(),
        ALL,
        new Ruling.Decided(Decision.of(decision).orElseThrow(), null, null, reason),
        permission(by),
        at(on));
  }

  public void close(long round, String document, LocalDate on, Caller by) {
    closing.run(
        rounds.findById(round).orElseThrow(),
        new Closing.Order(document, on, Signature.of(by)),
        at(on));
  }

  /// A re-check of one member of a closed round.
  public void recheck(
      long round,
      long member,
      String decision,
      String document,
      LocalDate on,
      String reason,
      Caller by) {
    supplementing.issue(
        rounds.findById(round).orElseThrow(),
        new Supplementing.Order(
            Supplement.Kind.RECHECK,
            document,
            on,
            reason,
            List.of(
                new Supplementing.Change(
                    find(member),
                    new Ruling.Decided(Decision.of(decision).orElseThrow(), null, null, reason),
                    Decision.RECTIFY)),
            Signature.of(by)),
        at(on));
  }

  private Member find(long member) {
    return members
        .find(member, new Permission(NOBODY, Act.KEEP_REVIEWS, Reach.ALL, new Scope.Whole()))
        .orElseThrow();
  }

  private long version(long member) {
    return rulings.find(member).orElseThrow().version();
  }

  private static Permission permission(Caller by) {
    return new Permission(by, Act.KEEP_REVIEWS, Reach.ALL, new Scope.Whole());
  }

  private Instant at(LocalDate day) {
    return day.atTime(MORNING).atZone(clock.getZone()).toInstant();
  }
}
