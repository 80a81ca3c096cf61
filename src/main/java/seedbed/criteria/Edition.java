package seedbed.criteria;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.rule.Cells;
import seedbed.criteria.rule.Checklist;
import seedbed.criteria.rule.Checklist.Applicant;
import seedbed.criteria.rule.Criterion;
import seedbed.criteria.rule.Reason;

/// The criteria as one document published them.
///
/// @param title the main title it is about; see [#titles] for all
/// @param from the first day in force
/// @param to the last day in force; null while nothing has replaced it
/// @param provedUntil the last day for which a source proves that it applied
/// @param contentHash the hash of what it means: comments and layout do not count, nor do its last
///   day and the marks that say how well it is verified
public record Edition(
    String id,
    String name,
    String title,
    Level level,
    Document document,
    LocalDate from,
    @Nullable LocalDate to,
    @Nullable LocalDate provedUntil,
    List<String> notes,
    List<Checklist> checklists,
    String contentHash) {

  public Edition {
    notes = List.copyOf(notes);
    checklists = List.copyOf(checklists);
  }

  public List<String> titles() {
    return checklists.stream().map(Checklist::title).distinct().toList();
  }

  public List<String> tracks() {
    return checklists.stream().map(Checklist::track).distinct().toList();
  }

  public List<Applicant> applicants() {
    return checklists.stream().map(Checklist::applicant).distinct().toList();
  }

  /// 以年度通知为准: whether a clause of it waits for the year's notice.
  public boolean provisional() {
    return checklists.stream()
        .flatMap(checklist -> checklist.criteria().stream())
        .flatMap(Edition::withParts)
        .anyMatch(criterion ->
            criterion instanceof Criterion.Open(_, Reason reason)
                && reason == Reason.EDITION_PROVISIONAL);
  }

  private static Stream<Criterion> withParts(Criterion criterion) {
    return Stream.concat(Stream.of(criterion), Cells.parts(criterion).flatMap(Edition::withParts));
  }

  /// Whether it could be known on the day.
  public boolean publishedBy(LocalDate on) {
    return document.outBy(on, from);
  }

  public boolean inForce(LocalDate on) {
    return status(on) == Status.IN_FORCE;
  }

  public Status status(LocalDate on) {
    if (on.isBefore(from)) {
      return Status.NOT_YET_IN_FORCE;
    }
    return to != null && on.isAfter(to) ? Status.REPEALED : Status.IN_FORCE;
  }

  /// 沿用待核: in force on the day, but beyond what a source proves.
  public boolean carriedOn(LocalDate on) {
    return inForce(on) && provedUntil != null && on.isAfter(provedUntil);
  }

  /// The same with another last day: the one thing about a published edition that its successor
  /// brings.
  Edition until(LocalDate last) {
    return new Edition(
        id, name, title, level, document, from, last, provedUntil, notes, checklists, contentHash);
  }

  public enum Status {
    NOT_YET_IN_FORCE("not-yet-in-force", "未生效"),
    IN_FORCE("in-force", "现行"),
    REPEALED("repealed", "已废止");

    private final String code;
    private final String label;

    Status(String code, String label) {
      this.code = code;
      this.label = label;
    }

    public String code() {
      return code;
    }

    public String label() {
      return label;
    }
  }
}
