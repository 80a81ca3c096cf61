package seedbed.portfolio;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which companies are not free for a link that begins on a day and goes on: who has a link of the
/// same kind then, or is to have one.
final class Clashes {

  private Clashes() {}

  /// @param existing links of companies, in any order
  /// @return of each company that is not free, the link that stands in the way
  static Map<Long, Assignment> of(
      Collection<Assignment> existing, AssignmentKind kind, LocalDate from) {
    Map<Long, Assignment> clashes = new HashMap<>();
    for (Assignment link : existing) {
      if (link.kind() == kind && link.reaches(from)) {
        clashes.merge(link.companyId(), link, Clashes::earlier);
      }
    }
    return clashes;
  }

  /// What stands in the way of a link that is to go on until a day; null where nothing does.
  ///
  /// @param existing links of its company, of its kind, itself among them
  static @Nullable Assignment until(
      Collection<Assignment> existing, Assignment link, LocalDate day) {
    return existing.stream()
        .filter(other -> other.id() != link.id())
        .filter(other -> other.heldFrom().isBefore(day) && other.reaches(link.heldFrom()))
        .reduce(Clashes::earlier)
        .orElse(null);
  }

  private static Assignment earlier(Assignment one, Assignment other) {
    return other.heldFrom().isBefore(one.heldFrom()) ? other : one;
  }

  /// What to do about one.
  static String sentence(Assignment inTheWay, String leader) {
    LocalDate to = inTheWay.heldTo();
    return "%s已由%s挂钩（%s 起%s），同一类别不能重叠；请先结束或移交，或者选更晚的起始日。"
        .formatted(
            inTheWay.kind().label(),
            leader,
            inTheWay.heldFrom(),
            to == null ? "" : "，至 " + to.minusDays(1));
  }

  /// Those that are not free, of a list.
  static List<Long> companies(Map<Long, Assignment> clashes) {
    return clashes.keySet().stream().sorted().toList();
  }
}
