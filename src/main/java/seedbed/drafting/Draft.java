package seedbed.drafting;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An edition being written, as it stands now; what it says is in its newest [Revision].
///
/// @param edition the code it will be published under
/// @param original the edition it was made from; null for an uploaded one
/// @param ends the edition whose last day is the one before this one's first; null for none
/// @param revision the number of the newest revision
/// @param editedBy who saved that revision
@MappedEntity("edition_draft")
record Draft(
    @Id @GeneratedValue long id,
    String edition,
    @Nullable String original,
    Purpose purpose,
    Stage stage,
    @Nullable String ends,
    int revision,
    String draftedBy,
    String editedBy,
    Instant changedAt,
    boolean demo,
    @Version long version) {

  static Draft begun(
      String edition,
      @Nullable String original,
      @Nullable String ends,
      Purpose purpose,
      String by,
      Instant at) {
    return new Draft(0, edition, original, purpose, Stage.DRAFTING, ends, 1, by, by, at, false, 0);
  }

  Draft asDemonstration() {
    return new Draft(
        id, edition, original, purpose, stage, ends, revision, draftedBy, editedBy, changedAt, true,
        version);
  }

  /// Written anew by somebody, who therefore cannot be the one who publishes it.
  ///
  /// @param replaces the edition that it puts an end to
  Draft edited(String code, @Nullable String replaces, String by, Instant at) {
    return new Draft(
        id,
        code,
        original,
        purpose,
        Stage.DRAFTING,
        replaces,
        revision + 1,
        draftedBy,
        by,
        at,
        demo,
        version);
  }

  Draft in(Stage next, Instant at) {
    return new Draft(
        id, edition, original, purpose, next, ends, revision, draftedBy, editedBy, at, demo,
        version);
  }

  /// Whether somebody has written in it, so that a second person has to publish it.
  boolean writtenBy(String username) {
    return username.equals(draftedBy) || username.equals(editedBy);
  }
}
