package seedbed.report.company;

import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.company.Track;
import seedbed.criteria.rule.Truth;

/// A company as the list reads it from the database.
///
/// @param held the codes of the titles it provably held on the day
/// @param focus the outcome for the title the list is about; null while the pool is being judged,
///   and at the top of the ladder
record RosterRow(
    long id,
    String name,
    boolean demo,
    @Nullable String creditCode,
    String region,
    @Nullable String industry,
    Track track,
    List<String> held,
    @Nullable Standing focus,
    List<Standing> ladder) {

  /// How a company stands towards one title.
  ///
  /// @param shortfall what is missing most, in words; null where nothing is
  record Standing(
      String title,
      boolean held,
      Truth truth,
      int notMet,
      int unknown,
      int missing,
      @Nullable String shortfall) {}

  RosterRow with(List<Standing> standings) {
    return new RosterRow(
        id, name, demo, creditCode, region, industry, track, held, focus, standings);
  }
}
