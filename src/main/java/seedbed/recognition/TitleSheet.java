package seedbed.recognition;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.web.Choice;
import seedbed.web.FormErrors;

/// One title of a company as its page shows it.
///
/// @param sentence what the state means for the reader
/// @param terms all terms of the title, newest first
/// @param events what became of it, newest first
/// @param update the yearly update that comes next; null where no document asks for one
/// @param updated when this year's was made; null where none is recorded
/// @param overdue what is said of this year's update once its day is over
/// @param updates whether the reader may record this year's update and nothing else
/// @param keeps whether the reader may record something
/// @param mistaken what can be corrected; null where nothing can, or not by the reader
/// @param starts whether its renewal can be begun
/// @param leaves whether the reader may take the company out of this pool
@Introspected
record TitleSheet(
    long id,
    Head head,
    String sentence,
    List<TermLine> terms,
    List<EventLine> events,
    Deadlines.@Nullable Due update,
    @Nullable LocalDate updated,
    @Nullable String overdue,
    boolean updates,
    boolean keeps,
    boolean leaves,
    @Nullable Mistaken mistaken,
    boolean opens,
    boolean starts,
    boolean renews,
    List<Choice> grounds,
    String today,
    long version,
    FormErrors errors,
    KeepingPages.@Nullable Form typed) {

  @Introspected
  record Head(
      long companyId,
      String company,
      boolean demo,
      String title,
      State state,
      @Nullable String batch,
      String document,
      String from,
      String to) {}

  @Introspected
  record TermLine(
      long id, String from, String to, @Nullable String batch, String document, boolean current) {}

  /// A revocation or surrender that may have been recorded wrongly.
  ///
  /// @param bans whether a ban came with it
  @Introspected
  record Mistaken(long event, String kind, LocalDate on, boolean bans) {}

  /// @param corrected since when it no longer counts; null where it does
  /// @param ban until when the title cannot be applied for, and by what
  @Introspected
  record EventLine(
      LocalDate happenedOn,
      LocalDate recordedOn,
      @Nullable LocalDate corrected,
      String kind,
      @Nullable String ground,
      @Nullable String document,
      @Nullable String note,
      @Nullable String ban,
      @Nullable String post,
      String by) {}

  TitleSheet wrong(FormErrors found, KeepingPages.Form form) {
    return new TitleSheet(
        id, head, sentence, terms, events, update, updated, overdue, updates, keeps, leaves,
        mistaken, opens, starts, renews, grounds, today, version, found, form);
  }
}
