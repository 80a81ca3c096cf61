package seedbed.meeting;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One item of an agenda, as it stands now.
///
/// @param source the code of an [AgendaSource], or [#OWN]
/// @param subject what it is about, once a source
/// @param reason why it is on the agenda
/// @param link the page with its data; empty where there is none
/// @param dropped why it is not on the agenda; null where it is
@MappedEntity("meeting_item")
record Item(
    @Id @GeneratedValue long id,
    long meetingId,
    int place,
    String source,
    String subject,
    @Nullable Long companyId,
    @Nullable Long decisionId,
    String headline,
    String reason,
    String link,
    @Nullable String dropped,
    String conclusion) {

  /// What the office added by itself.
  static final String OWN = "own";

  private static final String OWN_SUBJECT = "own-";

  static final int LONGEST_HEADLINE = 200;
  static final int LONGEST_REASON = 1_000;

  static Item found(long meeting, int place, String source, AgendaSource.Found found) {
    return new Item(
        0,
        meeting,
        place,
        source,
        found.subject(),
        found.company(),
        found.decision(),
        cut(found.headline(), LONGEST_HEADLINE),
        cut(found.reason(), LONGEST_REASON),
        found.link(),
        null,
        "");
  }

  /// The next one at the end, beside what is there.
  static Item own(long meeting, List<Item> there, String headline, String reason) {
    int place = there.stream().mapToInt(Item::place).max().orElse(0) + 1;
    return new Item(
        0,
        meeting,
        place,
        OWN,
        OWN_SUBJECT + nextOwn(there),
        null,
        null,
        headline,
        reason,
        "",
        null,
        "");
  }

  // Not its place, which changes: numbers once given are not given again.
  private static int nextOwn(List<Item> there) {
    return there.stream()
            .filter(item -> item.source.equals(OWN))
            .mapToInt(item -> Integer.parseInt(item.subject.substring(OWN_SUBJECT.length())))
            .max()
            .orElse(0)
        + 1;
  }

  /// On another place, in other words, or dropped.
  Item edited(int at, String words, String why, @Nullable String dropReason) {
    return new Item(
        id,
        meetingId,
        at,
        source,
        subject,
        companyId,
        decisionId,
        words,
        why,
        link,
        dropReason,
        conclusion);
  }

  Item concluded(String words) {
    return new Item(
        id,
        meetingId,
        place,
        source,
        subject,
        companyId,
        decisionId,
        headline,
        reason,
        link,
        dropped,
        words);
  }

  /// Of what it is about, where the subject ends with one.
  long aboutNumber() {
    return Long.parseLong(subject.substring(subject.lastIndexOf('-') + 1));
  }

  boolean stands() {
    return dropped == null;
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
  }
}
