package seedbed.enrolment;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.QueryValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import seedbed.access.Role;
import seedbed.account.AccountState;

/// What the address of the list asks for; what it does not know counts as not asked.
@Introspected
record AccountFilter(
    @Nullable @QueryValue String role,
    @Nullable @QueryValue String state,
    @Nullable @QueryValue String region,
    @Nullable @QueryValue String q,
    @Nullable @QueryValue String due) {

  static final List<String> DUE = List.of("locked", "waiting", "expiring", "overdue");

  String roleName() {
    return Role.of(text(role)).map(Role::name).orElse("");
  }

  String stateName() {
    String wanted = text(state).toUpperCase(Locale.ROOT);
    return Arrays.stream(AccountState.values())
        .map(AccountState::name)
        .filter(wanted::equals)
        .findFirst()
        .orElse("");
  }

  String regionCode() {
    return text(region).matches("[0-9]{2,12}") ? text(region) : "";
  }

  String words() {
    return text(q).strip().toLowerCase(Locale.ROOT);
  }

  String dueKind() {
    return DUE.contains(text(due)) ? text(due) : "";
  }

  public boolean any() {
    return !(roleName() + stateName() + regionCode() + words() + dueKind()).isEmpty();
  }

  private static String text(@Nullable String given) {
    return given == null ? "" : given;
  }
}
