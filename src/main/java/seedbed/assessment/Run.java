package seedbed.assessment;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import java.time.LocalDateTime;

/// One pass over the pool: every company judged for every title, by the editions of one day.
///
/// @param basis a digest of the data and editions it rests on; the same basis is never judged twice
/// @param editions a digest of the editions alone
/// @param knownAt UTC, as the other times
/// @param attempt only the newest attempt may write; see [Runs#takeOver]
/// @param touchedAt when it last got on; a run that has not for long belongs to a killed process
@MappedEntity("assessment_run")
public record Run(
    @Id @GeneratedValue long id,
    LocalDate judgedOn,
    String basis,
    String editions,
    LocalDateTime knownAt,
    State state,
    int companies,
    int done,
    LocalDateTime startedAt,
    LocalDateTime touchedAt,
    int attempt) {

  public enum State {
    WAITING,
    RUNNING,
    DONE,
    /// Somebody stopped it, or it failed; it goes on only when asked to.
    STOPPED
  }
}
