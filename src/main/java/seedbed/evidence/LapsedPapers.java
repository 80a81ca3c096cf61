package seedbed.evidence;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import seedbed.access.Act;
import seedbed.access.Caller;
import seedbed.access.Permissions;
import seedbed.figure.Moment;

/// What is said to hold today while the paper on file that proves it has ended: no verdict changes
/// by that, somebody has to look.
@Singleton
public class LapsedPapers {

  private final VisibleEvidence evidence;
  private final Permissions permissions;

  LapsedPapers(VisibleEvidence evidence, Permissions permissions) {
    this.evidence = evidence;
    this.permissions = permissions;
  }

  /// The warning for each indicator of which every paper on file has ended, as far as the reader
  /// sees papers. Figures of a year are proved by what was true then.
  public Map<String, String> of(long company, Moment moment, Caller caller) {
    Map<String, Evidence> ended = new HashMap<>();
    Set<String> proved = new HashSet<>();
    permissions
        .of(caller, Act.SEE_EVIDENCE)
        .ifPresent(may -> {
          for (Evidence paper : evidence.ofCompany(company, moment.known(), may)) {
            String indicator = paper.indicator();
            if (indicator == null || paper.yearly() || paper.withdrawnAt() != null) {
              continue;
            }
            if (end(paper).isBefore(moment.on())) {
              ended.merge(
                  indicator, paper, (one, other) -> end(one).isBefore(end(other)) ? other : one);
            } else if (paper.current() != null) {
              proved.add(indicator);
            }
          }
        });
    Map<String, String> warnings = new HashMap<>();
    ended.forEach((indicator, paper) -> {
      if (!proved.contains(indicator)) {
        warnings.put(indicator, "佐证“%s”有效期至 %s，已过期，与所报情况不符".formatted(paper.name(), end(paper)));
      }
    });
    return Map.copyOf(warnings);
  }

  private static LocalDate end(Evidence paper) {
    Evidence.Version current = paper.current();
    LocalDate end = current == null ? null : current.expiresOn();
    return end == null ? LocalDate.MAX : end;
  }
}
