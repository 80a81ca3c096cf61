package seedbed.reminder;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import seedbed.criteria.ReminderPlan;
import seedbed.criteria.ReminderPlanFile;
import seedbed.obligation.RuleVersions;
import seedbed.obligation.RuleVersions.RuleVersion;
import seedbed.startup.TestDatabase;

/// A change of the rules that is gone after a test, since all tests share them.
@Singleton
public final class RuleChange {

  private final RuleVersions versions;
  private final Clock clock;

  RuleChange(RuleVersions versions, Clock clock) {
    this.versions = versions;
    this.clock = clock;
  }

  public void during(ReminderPlan plan, LocalDate from, Runnable test) {
    during(ReminderPlanFile.write(plan), from, test);
  }

  /// @param text whatever a former version may have kept
  void during(String text, LocalDate from, Runnable test) {
    long before = versions.newest();
    versions.save(new RuleVersion(0, before, text, from, "试验", clock.instant(), "试验"));
    try {
      test.run();
    } finally {
      forget(before);
    }
  }

  /// What was decided since.
  ///
  /// @param before the last version that stays
  static void forget(long before) {
    try (var owner = TestDatabase.asOwner();
        var delete = owner.prepareStatement("DELETE FROM reminder_rule_version WHERE id > ?")) {
      delete.setLong(1, before);
      delete.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
