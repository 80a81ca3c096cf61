package seedbed.archive;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.ArchivePlan.Retention;

/// A document as the register shows it.
///
/// @param unit the name of the region whose office answers for it
/// @param ownReference the name and number of what Seedbed wrote itself
/// @param ending what ended it; null while it holds
/// @param spot where the paper lies
/// @param files how many files are kept of it
@Introspected
record Listed(
    long id,
    String number,
    Series series,
    int year,
    int place,
    String subject,
    LocalDate enteredOn,
    String enteredBy,
    String regionCode,
    String unit,
    Retention retention,
    @Nullable String aboutKind,
    @Nullable Long aboutId,
    String digest,
    @Nullable String token,
    @Nullable String ownReference,
    @Nullable Long companyId,
    @Nullable String company,
    boolean demo,
    @Nullable Letter letter,
    Amendments.@Nullable Kind ending,
    @Nullable String endReason,
    @Nullable Long replacement,
    @Nullable String replacedBy,
    Locations.@Nullable Spot spot,
    int files) {

  /// What it is called by its own; null where it has no number but that of the archive.
  @Nullable String reference() {
    return letter == null ? ownReference : letter.reference();
  }

  /// As its letter says, or the day it was entered.
  LocalDate datedOn() {
    return letter == null ? enteredOn : letter.datedOn();
  }

  /// The unit as it signs.
  String office() {
    return unit + "发展和改革委员会";
  }
}
