package seedbed.admission;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What somebody held against an admission during the public notice. Who it was is not kept.
///
/// @param upheld null until it was looked into
/// @param finding what was found
@MappedEntity("application_objection")
record Objection(
    @Id @GeneratedValue long id,
    long applicationId,
    LocalDate raisedOn,
    String content,
    @Nullable Boolean upheld,
    @Nullable String finding,
    @Nullable LocalDate answeredOn) {

  public boolean open() {
    return upheld == null;
  }

  /// As it stands, in a word.
  public String state() {
    if (upheld == null) {
      return "待核查";
    }
    return upheld ? "成立" : "不成立";
  }
}
