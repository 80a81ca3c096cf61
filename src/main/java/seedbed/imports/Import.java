package seedbed.imports;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import seedbed.access.Caller;
import seedbed.access.Scope;

/// A spreadsheet on its way in: uploaded, checked, stored once its user says so.
///
/// @param sourceDocument what figures name as their source; the same content uploaded again under
///   another name keeps the first name, so that it adds nothing
/// @param correctsId the earlier import whose figures this one puts right
/// @param runner the start that works on it; what an earlier start still writes is refused
/// @param beatAt when that start last said so, by the database's clock
/// @param uploadedBy the name that its user signs in with
/// @param accountId who answers for it now
/// @param keptBy the name of who took it over; null while it is its user
/// @param regionCode where its user was at home then: who sees it, and whose companies it may touch
/// @param problemColumn where the annotated copy says what is wrong, counted from 0
@MappedEntity("data_import")
public record Import(
    @Id @GeneratedValue long id,
    @Nullable ImportKind kind,
    String fileName,
    String fileHash,
    long fileSize,
    String format,
    String sourceDocument,
    @Nullable Long correctsId,
    ImportState state,
    boolean cancelling,
    @Nullable String runner,
    @Nullable Instant beatAt,
    long doneRows,
    long totalRows,
    @Nullable String sentence,
    @Nullable String sheet,
    @Nullable Integer headRow,
    @Nullable Integer problemColumn,
    long goodRows,
    long wrongRows,
    long knownRows,
    long remarkedRows,
    long cautions,
    long storedRows,
    long storedValues,
    long corrected,
    String uploadedBy,
    long accountId,
    @Nullable String keptBy,
    String regionCode,
    Instant uploadedAt,
    @Nullable Instant endedAt) {

  /// Work that is silent for longer was killed; the queries of [Imports] say so too.
  static final Duration SILENCE = Duration.ofSeconds(15);

  /// How long an uploaded file is kept.
  static final Duration KEPT = Duration.ofDays(7);

  static Import uploaded(Upload upload, String sourceDocument, Caller by, Instant at) {
    return new Import(
        0,
        null,
        upload.fileName(),
        upload.hash(),
        upload.bytes().length,
        upload.format(),
        sourceDocument,
        null,
        ImportState.WAITING,
        false,
        null,
        at,
        0,
        0,
        null,
        null,
        null,
        null,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        by.username(),
        by.account(),
        null,
        by.regionCode(),
        at,
        null);
  }

  /// Whose companies it may touch, whoever lets it go on.
  Scope.Region within() {
    return new Scope.Region(regionCode);
  }

  /// The state as its user should see it now.
  ///
  /// @param now by the database's clock, which has set the beat
  public ImportState stateAt(Instant now) {
    boolean silent = beatAt == null || beatAt.plus(SILENCE).isBefore(now);
    return state.working() && silent ? ImportState.INTERRUPTED : state;
  }

  /// Whether its file is still there to be checked, stored or given back.
  public boolean fileKept(Instant now) {
    return uploadedAt.plus(KEPT).isAfter(now);
  }
}
