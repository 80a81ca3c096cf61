package seedbed.admission;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import seedbed.assessment.Assessment;
import seedbed.assessment.Rung;
import seedbed.criteria.rule.Facts;
import seedbed.criteria.rule.Verdict;
import seedbed.verdict.FactFields;

/// An application with what is known of its company: on the day it was submitted, or today while it
/// is being written.
///
/// @param known what is on record
/// @param judged the same with what was typed and not handed in yet
/// @param claims what was typed beside what is on record
/// @param typed by field, as it was typed
record CaseFile(
    Application application,
    Assessment known,
    Assessment judged,
    FactFields.Chosen chosen,
    FactFields.Supposition entered,
    Claims claims,
    Map<String, String> typed) {

  Facts facts() {
    return known.facts();
  }

  Optional<Rung> rung() {
    return judged.rung(application.title());
  }

  /// Empty where no edition is in force.
  Optional<Verdict> verdict() {
    return rung().flatMap(Rung::verdict);
  }

  /// The clauses that somebody may find fault with, in the order of the checklist.
  List<String> clauses() {
    return verdict().stream()
        .flatMap(verdict -> verdict.findings().stream())
        .map(finding -> finding.clause().text())
        .toList();
  }
}
