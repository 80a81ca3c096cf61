package seedbed.criteria;

import java.util.List;
import seedbed.criteria.rule.Checklist;
import seedbed.criteria.rule.Checklist.Applicant;

/// What came of asking for the checklist of one edition or yearly notice.
public sealed interface Selection {

  record Found(Checklist checklist) implements Selection {}

  record NoSuchEdition(String id) implements Selection {}

  /// The edition is there, but has nothing for the track or the kind of applicant.
  record NoSuchChecklist(String id, List<String> tracks, List<Applicant> applicants)
      implements Selection {}

  /// The yearly notice names no edition, and none is in force on the day.
  record NothingInForce(String id) implements Selection {}
}
