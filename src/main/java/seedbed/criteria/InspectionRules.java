package seedbed.criteria;

import java.util.List;
import java.util.Set;

/// What is filed before an inspection and by when it is reported: `inspections.yml`.
///
/// @param titles whose holders are told of beforehand, from the lowest to the highest
/// @param exemptAreas areas in which a necessary inspection is not filed beforehand
/// @param jointDays within which a visit of another unit is pointed out
/// @param reportDays after the end of an inspection, until its conclusion is reported
/// @param lateEntryDays after the visit, for what was inspected first and is filed afterwards
/// @param officers the fewest who may inspect
/// @param ratingsFrom how many ratings there must be before they are shown
/// @param clause where all of this stands
public record InspectionRules(
    List<String> titles,
    Set<String> exemptAreas,
    int jointDays,
    int reportDays,
    int lateEntryDays,
    int officers,
    int ratingsFrom,
    String clause) {

  /// The areas of inspections; what is none of the others is `other`.
  public static final List<String> AREAS =
      List.of("safety", "environment", "fire", "quality", "labour", "tax", "other");

  public InspectionRules {
    titles = List.copyOf(titles);
    exemptAreas = Set.copyOf(exemptAreas);
  }
}
