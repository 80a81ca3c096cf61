package seedbed.review;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.rule.Truth;

/// A decision about a round that is closed. Never changed.
///
/// @param effectiveOn from this day on it holds
/// @param digestVersion how its digest was taken: see [Digest]
@MappedEntity("review_supplement")
record Supplement(
    @Id @GeneratedValue long id,
    long roundId,
    Kind kind,
    String document,
    String archiveNumber,
    LocalDate effectiveOn,
    String reason,
    String digest,
    Instant issuedAt,
    String issuedBy,
    String issuedAs,
    int digestVersion) {

  Signature issuer() {
    return new Signature(issuedBy, issuedAs);
  }

  enum Kind {
    RECHECK("整改复查"),
    CORRECTION("更正");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Kind> of(String code) {
      return Stream.of(values()).filter(each -> each.code().equals(code)).findFirst();
    }

    /// Whether a decision may be followed by another.
    boolean leads(Decision was, Decision now) {
      return switch (this) {
        case RECHECK -> was == Decision.RECTIFY && now != Decision.RECOMMEND;
        case CORRECTION -> was != now;
      };
    }
  }

  /// What it says of one member.
  ///
  /// @param was what held before
  /// @param upwardLabel what the title that is recommended was called
  /// @param truth whether the company met the pool's checklist on the day of a re-check
  @Introspected
  record Line(
      long supplementId,
      long memberId,
      Decision was,
      Decision decision,
      @Nullable String upward,
      @Nullable String upwardLabel,
      @Nullable LocalDate rectifyUntil,
      String reason,
      @Nullable Truth truth,
      @Nullable String verdictNumber) {}
}
