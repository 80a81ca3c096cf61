package seedbed.enrolment;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.account.Account;
import seedbed.account.Person;

/// One account in the clear, and what may be done to it.
///
/// @param bound to somebody at the organisation's identity provider
/// @param own whether it is the reader's: somebody else has to change it
/// @param keeper who answers for it while it waits
@Introspected
record AccountSheet(
    Account account,
    Person person,
    String role,
    String region,
    @Nullable String company,
    String state,
    String styleClass,
    boolean locked,
    boolean overdue,
    boolean bound,
    boolean own,
    @Nullable Instant invitedUntil,
    boolean linkGone,
    @Nullable String keeper,
    @Nullable Instant seenAt,
    List<HandOver.Share> belongings) {

  public boolean waiting() {
    return state.equals("待开通");
  }

  public boolean closed() {
    return state.equals("停用");
  }

  public boolean secondFactor() {
    return account.hasSecondFactor();
  }
}
