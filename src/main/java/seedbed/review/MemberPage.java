package seedbed.review;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.rule.Truth;
import seedbed.verdict.VerdictPanel;
import seedbed.web.Choice;
import seedbed.web.FormErrors;

/// One member of a round: the frozen verdicts, last year's result beside this year's, what was said
/// of it and what can be said now.
///
/// @param left since when it is out of the pool, although the round goes on
/// @param carried what nobody has confirmed since the last round
/// @param confirmed whether the township has said that it still holds
/// @param lastYear what was said and decided the year before; null for who is here for the first
///   time
@Introspected
record MemberPage(
    Head head,
    @Nullable VerdictPanel stay,
    @Nullable VerdictPanel next,
    @Nullable String nextTitle,
    @Nullable LocalDate left,
    @Nullable String carried,
    boolean confirmed,
    @Nullable Last lastYear,
    @Nullable Said opinion,
    @Nullable Said decision,
    List<Change> changes,
    List<HistoryLine> history,
    Doors doors,
    Forms forms,
    long version,
    FormErrors errors,
    Typed typed) {

  @Introspected
  record Head(
      long id,
      long round,
      int year,
      String pool,
      long companyId,
      String name,
      @Nullable String creditCode,
      boolean demo,
      String region,
      LocalDate heldFrom,
      LocalDate asOf,
      Stage stage,
      @Nullable String document) {}

  @Introspected
  record Last(
      @Nullable Truth stay,
      @Nullable String opinion,
      @Nullable String note,
      @Nullable String ruling,
      @Nullable String rulingClass) {}

  @Introspected
  record Said(
      String label,
      String styleClass,
      @Nullable String detail,
      @Nullable String note,
      @Nullable Signature by,
      @Nullable LocalDate day) {}

  /// A decision after the closing.
  @Introspected
  record Change(
      String kind,
      String document,
      String was,
      String now,
      String styleClass,
      @Nullable String detail,
      String reason,
      @Nullable Truth truth,
      @Nullable String verdictNumber) {}

  @Introspected
  record HistoryLine(
      String kind,
      String says,
      @Nullable String detail,
      @Nullable String note,
      Instant doneAt,
      Signature by) {}

  @Introspected
  record Doors(boolean advise, boolean decide, boolean supplement, boolean company) {}

  @Introspected
  record Forms(
      List<Choice> opinions, List<Choice> decisions, List<Choice> upwards, String rectifyUntil) {}

  @Introspected
  record Typed(
      @Nullable String opinion,
      @Nullable String note,
      boolean confirmed,
      @Nullable String decision,
      @Nullable String upward,
      @Nullable String rectifyUntil,
      @Nullable String reason) {

    /// What was said already is what the forms begin with.
    static Typed of(Ruling ruling) {
      Decision opinion = ruling.opinion();
      Decision decision = ruling.decision();
      LocalDate until = ruling.rectifyUntil();
      return new Typed(
          opinion == null ? null : opinion.code(),
          ruling.opinionNote(),
          ruling.confirmed(),
          decision == null ? null : decision.code(),
          ruling.upward(),
          until == null ? null : until.toString(),
          ruling.reason());
    }
  }

  MemberPage wrong(FormErrors found, Typed form) {
    return new MemberPage(
        head, stay, next, nextTitle, left, carried, confirmed, lastYear, opinion, decision, changes,
        history, doors, forms, version, found, form);
  }
}
