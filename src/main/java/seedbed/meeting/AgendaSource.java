package seedbed.meeting;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import seedbed.access.Scope;
import seedbed.company.Known;

/// One kind of data that puts items on an agenda. A new kind is one more class; [#place()] says
/// where its items stand. It asks once for a whole region, however many companies there are.
interface AgendaSource {

  int place();

  /// As the database keeps it.
  String code();

  /// What its items are called on the page.
  String label();

  List<Found> find(Gathering gathering);

  /// What its reasons ask of the meeting, word for word as they end; minutes leave it out.
  default Set<String> demands() {
    return Set.of();
  }

  /// Which of its items are about something that is settled by now, by their subjects. A kind that
  /// only tells how things stand settles nothing.
  default Map<String, Settled> settled(List<Item> items, Gathering gathering) {
    return Map.of();
  }

  /// For whom and when.
  record Gathering(Scope scope, Known known, String regionCode, LocalDate today) {}

  /// Something that belongs on the agenda.
  ///
  /// @param subject in ASCII, once a source
  /// @param reason why, in a sentence; what it asks of the meeting stands last, see [#demands()]
  /// @param link the page with its data; empty where there is none
  /// @param decision that was not carried out yet
  record Found(
      String subject,
      @Nullable Long company,
      @Nullable Long decision,
      String headline,
      String reason,
      String link) {

    Found(String subject, String headline, String reason, String link) {
      this(subject, null, null, headline, reason, link);
    }

    Found(String subject, long company, String headline, String reason, String link) {
      this(subject, company, null, headline, reason, link);
    }
  }
}
