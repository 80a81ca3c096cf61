package seedbed.recognition;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Something that became of a title. Events are only added.
///
/// @param recordedOn the day from which it is known
/// @param ground why it was revoked; null for everything else
/// @param banUntil the first day on which the title can be applied for again; null without a ban
/// @param banBasis what the ban rests on
/// @param recordedAs the role or unit of whoever recorded it; null for what is older than that
/// @param successor the row of the next term, where it was renewed
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
    String recordedBy,
    @Nullable String recordedAs) {

  enum Kind {
    RENEWAL_STARTED("转入复核"),
    RENEWED("通过复核"),
    REVOKED("撤销"),
    GIVEN_UP("放弃"),
    /// The company left a pool by decision.
    REMOVED("调出培育库"),
    /// The holder updated what is known of it, as it has to every year.
    UPDATED("完成年度更新");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }

    /// Whether it says anything about the state of the title.
    boolean moves() {
      return this != UPDATED;
    }
  }

  boolean knownOn(LocalDate day) {
    return !recordedOn.isAfter(day) && !happenedOn.isAfter(day);
  }
}
