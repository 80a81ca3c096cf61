package seedbed.review;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.rule.Truth;
import seedbed.web.Chips;
import seedbed.web.Choice;
import seedbed.web.FormErrors;
import seedbed.web.Pager;
import seedbed.web.Progress;

/// One round as its page shows it: how far it is, what needs somebody, then every member.
///
/// @param progress of work that goes on or failed; null where there is none
/// @param bases the editions that were judged by
/// @param rectifying who still has to put something right, once it is closed
/// @param typed what somebody typed that could not be taken
@Introspected
record RoundPage(
    Head head,
    @Nullable Progress progress,
    Totals totals,
    List<BasisLine> bases,
    Chips chips,
    Filter filter,
    List<TownLine> towns,
    List<Line> lines,
    Pager pager,
    List<SupplementLine> supplements,
    List<Standing.Rectifying> rectifying,
    Doors doors,
    Forms forms,
    FormErrors errors,
    @Nullable Typed typed) {

  @Introspected
  record Head(
      long id,
      int year,
      String title,
      String region,
      Stage stage,
      LocalDate asOf,
      Instant knownAt,
      LocalDate opinionsDue,
      LocalDate decisionsDue,
      boolean opinionsLate,
      boolean decisionsLate,
      LocalDate openedOn,
      Signature openedBy,
      @Nullable LastRound last,
      @Nullable LocalDate effectiveOn,
      @Nullable String document,
      @Nullable String archiveNumber,
      @Nullable String digest,
      @Nullable Instant closedAt,
      @Nullable Signature closedBy,
      @Nullable String cancelReason) {

    public boolean open() {
      return stage == Stage.OPEN;
    }

    public boolean closed() {
      return stage == Stage.CLOSED;
    }

    public boolean cancelled() {
      return stage == Stage.CANCELLED;
    }
  }

  @Introspected
  record LastRound(long id, int year) {}

  @Introspected
  record Totals(
      long members,
      long advised,
      long decided,
      long undecided,
      long kept,
      long rectified,
      long removed,
      long recommended,
      long met,
      long failing) {}

  @Introspected
  record BasisLine(
      String purpose,
      String title,
      String edition,
      String name,
      String notice,
      String noticeName,
      long judged) {}

  @Introspected
  record Filter(String show, String town, String named, boolean any) {}

  @Introspected
  record TownLine(
      String code,
      String name,
      long members,
      long met,
      long failing,
      long advised,
      long decided,
      long kept,
      long rectified,
      long removed,
      long recommended) {}

  /// @param ticked whether it was ticked in a form that could not be taken
  @Introspected
  record Line(
      long id,
      boolean ticked,
      String name,
      boolean demo,
      String region,
      @Nullable Truth stay,
      @Nullable String stayWords,
      @Nullable String next,
      @Nullable Truth nextTruth,
      @Nullable String last,
      boolean worse,
      boolean carried,
      @Nullable String opinion,
      @Nullable String opinionClass,
      @Nullable String opinionNote,
      @Nullable String decision,
      @Nullable String decisionClass,
      @Nullable String detail,
      @Nullable String reason) {

    Line ticked(boolean wanted) {
      return new Line(
          id,
          wanted,
          name,
          demo,
          region,
          stay,
          stayWords,
          next,
          nextTruth,
          last,
          worse,
          carried,
          opinion,
          opinionClass,
          opinionNote,
          decision,
          decisionClass,
          detail,
          reason);
    }

    Line withoutOpinion() {
      return new Line(
          id,
          ticked,
          name,
          demo,
          region,
          stay,
          stayWords,
          next,
          nextTruth,
          last,
          worse,
          carried,
          null,
          null,
          null,
          decision,
          decisionClass,
          detail,
          reason);
    }
  }

  @Introspected
  record SupplementLine(
      long id,
      String kind,
      String document,
      String archiveNumber,
      LocalDate effectiveOn,
      String reason,
      Signature by,
      List<ChangeLine> changes) {}

  /// What a supplement changed of one member.
  ///
  /// @param detail until when things have to be put right, or which title is recommended
  @Introspected
  record ChangeLine(
      long member,
      String name,
      String was,
      String now,
      String styleClass,
      @Nullable String detail) {}

  /// What the reader may do now.
  @Introspected
  record Doors(
      boolean advise,
      boolean decide,
      boolean close,
      boolean cancel,
      boolean resume,
      boolean supplement,
      boolean export,
      boolean companies) {

    /// Whether members can be ticked.
    public boolean tick() {
      return advise || decide;
    }
  }

  /// What forms offer.
  @Introspected
  record Forms(List<Choice> opinions, List<Choice> decisions, String rectifyUntil, String today) {}

  /// What was typed and comes back.
  @Introspected
  record Typed(
      @Nullable String opinion,
      @Nullable String decision,
      @Nullable String note,
      @Nullable String reason,
      @Nullable String rectifyUntil,
      @Nullable String document,
      @Nullable String effectiveOn,
      @Nullable String cancelReason) {}

  /// @param ticked the members that were ticked
  RoundPage wrong(FormErrors found, Typed form, List<Long> ticked) {
    return new RoundPage(
        head,
        progress,
        totals,
        bases,
        chips,
        filter,
        towns,
        lines.stream().map(line -> line.ticked(ticked.contains(line.id()))).toList(),
        pager,
        supplements,
        rectifying,
        doors,
        forms,
        found,
        form);
  }
}
