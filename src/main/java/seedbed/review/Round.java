package seedbed.review;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One yearly review of one pool.
///
/// @param title the pool, as a title of the ladder
/// @param regionCode the companies of this region and everything below it take part
/// @param standing 1, or null once it was cancelled: one round counts for a region, pool and year
/// @param asOf the day on which membership, figures and verdicts are those of the round
/// @param knownAt what was recorded later is not seen
/// @param lastRound the closed round before it; null where there is none
/// @param members how many companies take part; 0 while it is being opened
/// @param effectiveOn from this day on those removed are out of the pool
/// @param openedAs the role or unit of who opened it, as it was
/// @param digest SHA-256 over all that it says, taken when it was closed
/// @param digestVersion how that was taken: see [Digest]
@MappedEntity("review_round")
record Round(
    @Id @GeneratedValue long id,
    String title,
    String regionCode,
    int aboutYear,
    @Nullable Integer standing,
    Stage stage,
    LocalDate asOf,
    Instant knownAt,
    LocalDate opinionsDue,
    LocalDate decisionsDue,
    @Nullable Long lastRound,
    int members,
    LocalDate openedOn,
    String openedBy,
    String openedAs,
    @Nullable LocalDate effectiveOn,
    @Nullable String document,
    @Nullable String archiveNumber,
    @Nullable String digest,
    @Nullable Integer digestVersion,
    @Nullable Instant closedAt,
    @Nullable String closedBy,
    @Nullable String closedAs,
    @Nullable String cancelReason,
    @Version long version) {

  Signature opener() {
    return new Signature(openedBy, openedAs);
  }

  /// Who closed it or gave it up; null while it goes on.
  @Nullable Signature closer() {
    return closedBy == null || closedAs == null ? null : new Signature(closedBy, closedAs);
  }

  boolean open() {
    return stage == Stage.OPEN;
  }

  boolean closed() {
    return stage == Stage.CLOSED;
  }
}
