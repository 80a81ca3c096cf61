package seedbed.meeting;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An agenda or minutes as they were frozen: all that their page and their Word file say.
///
/// @param facts when, where, who
/// @param unit who sends it
@Introspected
record Paper(String title, String period, List<Fact> facts, List<Entry> entries, String unit) {

  Paper {
    facts = List.copyOf(facts);
    entries = List.copyOf(entries);
  }

  enum Kind {
    AGENDA("会议议程"),
    MINUTES("会议纪要");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }

  @Introspected
  record Fact(String label, String text) {}

  /// One item.
  ///
  /// @param source what kind of data it came from
  @Introspected
  record Entry(
      int place,
      String source,
      String headline,
      String reason,
      @Nullable Long companyId,
      String link,
      String conclusion,
      List<Decided> decisions) {

    Entry {
      decisions = List.copyOf(decisions);
    }
  }

  @Introspected
  record Decided(int number, String words, String owner, String dueOn) {}

  /// A paper in the archive.
  @Introspected
  record Frozen(
      Paper paper, String digest, String archiveNumber, LocalDate on, String by, String role) {}
}
