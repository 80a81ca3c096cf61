package seedbed.portfolio;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What becomes of links when another leader takes them over from a day on: those that began before
/// end on that day and go on with the successor, those that were still to begin begin with the
/// successor. What was before stays as it was.
///
/// @param ended links that end on the day
/// @param forgotten links that would begin on the day or later: they never were
/// @param begun links of the successor
record Succession(
    LocalDate day, List<Assignment> ended, List<Assignment> forgotten, List<Assignment> begun) {

  /// @param held what the former leader has
  /// @param own what the successor has anyway; it is not taken twice
  /// @param document what the hand-over rests on; each link keeps its own where nobody says
  static Succession of(
      Collection<Assignment> held,
      Collection<Assignment> own,
      long successor,
      LocalDate day,
      @Nullable String document) {
    List<Assignment> ended = new ArrayList<>();
    List<Assignment> forgotten = new ArrayList<>();
    List<Assignment> begun = new ArrayList<>();
    for (Assignment link : held) {
      if (!link.reaches(day)) {
        continue;
      }
      boolean before = link.heldFrom().isBefore(day);
      (before ? ended : forgotten).add(link);
      LocalDate from = free(own, link, before ? day : link.heldFrom());
      if (from != null) {
        begun.add(
            new Assignment(
                0,
                link.companyId(),
                successor,
                link.kind(),
                from,
                link.heldTo(),
                document == null ? link.document() : document,
                null,
                0));
      }
    }
    return new Succession(day, ended, forgotten, begun);
  }

  // From when the successor has nothing of its own; null where there is no such day.
  private static @Nullable LocalDate free(
      Collection<Assignment> own, Assignment link, LocalDate wanted) {
    LocalDate from = wanted;
    for (Assignment each : own) {
      if (each.companyId() == link.companyId() && each.kind() == link.kind() && each.holds(from)) {
        LocalDate to = each.heldTo();
        if (to == null || !link.reaches(to)) {
          return null;
        }
        from = to;
      }
    }
    return from;
  }

  int size() {
    return ended.size() + forgotten.size();
  }
}
