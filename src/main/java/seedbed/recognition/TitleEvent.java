package seedbed.recognition;

import io.micronaut.core.annotation.Creator;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.company.TitleHolding.EarlyEnd;

/// Something that became of a title. Events are only added.
///
/// @param recordedOn the day from which it is known
/// @param ground why it was revoked; null for everything else
/// @param banUntil the first day on which the title can be applied for again; null without a ban
/// @param banBasis what the ban rests on
/// @param recordedAs the role or unit of whoever recorded it; null for what is older than that
/// @param successor the row of the next term, where it was renewed
/// @param corrects the event that was recorded wrongly, where this is its correction
/// @param formerTo the early end that was on record before this one
/// @param formerKnownOn the day from which that was known; null where there was none
@MappedEntity("title_event")
record TitleEvent(
    @Id @GeneratedValue long id,
    long holdingId,
    Kind kind,
    LocalDate happenedOn,
    LocalDate recordedOn,
    @Nullable String document,
    @Nullable Ground ground,
    @Nullable String note,
    @Nullable LocalDate banUntil,
    @Nullable String banBasis,
    @Nullable Long successor,
    @Nullable Long corrects,
    @Nullable LocalDate formerTo,
    @Nullable LocalDate formerKnownOn,
    @Nullable String formerDocument,
    String recordedBy,
    @Nullable String recordedAs) {

  @Creator
  TitleEvent {}

  /// One that corrects nothing and replaces no early end.
  TitleEvent(
      long id,
      long holdingId,
      Kind kind,
      LocalDate happenedOn,
      LocalDate recordedOn,
      @Nullable String document,
      @Nullable Ground ground,
      @Nullable String note,
      @Nullable LocalDate banUntil,
      @Nullable String banBasis,
      @Nullable Long successor,
      String recordedBy,
      @Nullable String recordedAs) {
    this(
        id,
        holdingId,
        kind,
        happenedOn,
        recordedOn,
        document,
        ground,
        note,
        banUntil,
        banBasis,
        successor,
        null,
        null,
        null,
        null,
        recordedBy,
        recordedAs);
  }

  enum Kind {
    RENEWAL_STARTED("转入复核"),
    RENEWED("通过复核"),
    REVOKED("撤销"),
    GIVEN_UP("放弃"),
    /// The company left a pool by decision.
    REMOVED("调出培育库"),
    /// The holder updated what is known of it, as it has to every year.
    UPDATED("完成年度更新"),
    /// A revocation or surrender was recorded wrongly and no longer counts.
    CORRECTED("更正");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }

    /// Whether it says anything about the state of the title.
    boolean moves() {
      return this != UPDATED && this != CORRECTED;
    }

    /// Whether it can have been recorded wrongly in a way that is put right here. Leaving a pool
    /// has its own decisions.
    boolean correctable() {
      return this == REVOKED || this == GIVEN_UP;
    }
  }

  /// This event, which ends a title that another end was on record of.
  TitleEvent replacing(@Nullable EarlyEnd former) {
    return with(
        corrects,
        former == null ? null : former.to(),
        former == null ? null : former.recordedOn(),
        former == null ? null : former.document());
  }

  /// This event as the correction of another.
  TitleEvent correcting(TitleEvent wrong) {
    return with(wrong.id(), null, null, null);
  }

  /// The early end that was on record before this one; null where there was none.
  @Nullable EarlyEnd former() {
    return formerKnownOn == null ? null : new EarlyEnd(formerTo, formerKnownOn, formerDocument);
  }

  private TitleEvent with(
      @Nullable Long wrong,
      @Nullable LocalDate to,
      @Nullable LocalDate known,
      @Nullable String paper) {
    return new TitleEvent(
        id,
        holdingId,
        kind,
        happenedOn,
        recordedOn,
        document,
        ground,
        note,
        banUntil,
        banBasis,
        successor,
        wrong,
        to,
        known,
        paper,
        recordedBy,
        recordedAs);
  }

  /// Those of all events of a title that count: neither what was corrected nor the corrections.
  static List<TitleEvent> standing(List<TitleEvent> all) {
    Set<Long> corrected =
        all.stream()
            .flatMap(each -> Stream.ofNullable(each.corrects()))
            .collect(Collectors.toSet());
    return all.stream()
        .filter(each -> each.corrects() == null && !corrected.contains(each.id()))
        .toList();
  }

  boolean knownOn(LocalDate day) {
    return !recordedOn.isAfter(day) && !happenedOn.isAfter(day);
  }
}
