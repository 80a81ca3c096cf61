package seedbed.drafting;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.web.FormErrors;

/// One draft: what it says, what is wrong, and what can be done with it.
///
/// @param doubts what has to be looked at before it is published
/// @param obstacles what keeps the reader from publishing it
/// @param readiness what keeps it from being handed to somebody else
@Introspected
record DraftPage(
    Head head,
    List<Fault> faults,
    List<String> doubts,
    Outline outline,
    Cases cases,
    List<String> readiness,
    List<String> obstacles,
    List<Saving> savings,
    FormErrors errors) {

  @Introspected
  record Head(
      long id,
      long version,
      String name,
      String edition,
      @Nullable String original,
      @Nullable String ends,
      String purpose,
      Stage stage,
      String document,
      String from,
      String draftedBy,
      String editedBy,
      @Nullable String publisher,
      boolean demo,
      boolean readable) {

    public boolean open() {
      return stage.open();
    }

    public boolean drafting() {
      return stage == Stage.DRAFTING;
    }

    public boolean proposed() {
      return stage == Stage.PROPOSED;
    }

    public boolean issued() {
      return stage == Stage.ISSUED;
    }
  }

  /// @param to the form in which it is put right
  @Introspected
  record Fault(String place, String message, String to) {}

  @Introspected
  record Cases(int count, long failed, boolean passed) {}

  @Introspected
  record Saving(int number, String deed, int problems, String savedBy, LocalDate savedOn) {}
}
