package seedbed.review;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What was said of a member so far: the township's opinion, then the office's decision.
///
/// @param confirmed that what was carried over from earlier years still holds
/// @param upward the title that is recommended, with [Decision#RECOMMEND]
/// @param rectifyUntil the last day to put things right, with [Decision#RECTIFY]
/// @param version what somebody had in front of him when he said something
@Introspected
record Ruling(
    long memberId,
    @Nullable Decision opinion,
    @Nullable String opinionNote,
    boolean confirmed,
    @Nullable String opinionBy,
    @Nullable LocalDate opinionOn,
    @Nullable Decision decision,
    @Nullable String upward,
    @Nullable LocalDate rectifyUntil,
    @Nullable String reason,
    @Nullable String decidedBy,
    @Nullable LocalDate decidedOn,
    long version) {

  /// What is decided of a member.
  ///
  /// @param reason required for every decision
  record Decided(
      Decision decision,
      @Nullable String upward,
      @Nullable LocalDate rectifyUntil,
      String reason) {}
}
