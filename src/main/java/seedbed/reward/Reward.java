package seedbed.reward;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.Level;

/// One reward of a company. Never changed: a wrong entry is voided and entered anew.
///
/// @param year the year of the policy
/// @param dueAmount in 万元, as the policy says; null where nobody knows, zero for an honour alone
/// @param grantedAmount in 万元; null where nobody knows
/// @param reason why the two differ
/// @param archivedId the decision in the archive
/// @param importId the list that it came with
@MappedEntity("reward")
record Reward(
    @Id @GeneratedValue long id,
    long companyId,
    int year,
    String item,
    Level level,
    String document,
    @Nullable String documentNo,
    @Nullable BigDecimal dueAmount,
    @Nullable BigDecimal grantedAmount,
    @Nullable String reason,
    LocalDate decidedOn,
    @Nullable Long archivedId,
    @Nullable String remark,
    @Nullable Long importId,
    String enteredBy,
    Instant enteredAt) {

  static Reward of(Grant grant, Rewarding.Entry entry) {
    return new Reward(
        0,
        entry.company(),
        grant.year(),
        grant.item(),
        grant.level(),
        grant.document(),
        grant.documentNo(),
        grant.due(),
        grant.granted(),
        grant.reason(),
        grant.decidedOn(),
        grant.archived(),
        grant.remark(),
        entry.importId(),
        entry.by(),
        entry.at());
  }

  /// Whether it is of the same company, year, item and document.
  boolean matches(long company, Grant grant) {
    return companyId == company
        && year == grant.year()
        && item.equals(grant.item())
        && document.equals(grant.document());
  }

  /// Whether both amounts are the same, or unknown on both sides.
  boolean sameAmounts(Grant grant) {
    return same(dueAmount, grant.due()) && same(grantedAmount, grant.granted());
  }

  private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
    if (one == null || other == null) {
      return one == null && other == null;
    }
    return one.compareTo(other) == 0;
  }
}
