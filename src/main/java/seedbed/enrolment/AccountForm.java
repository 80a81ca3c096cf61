package seedbed.enrolment;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/// What was typed of an account, in a form or a row of a list.
///
/// @param role its code or label
/// @param region its code, or its name in a list
/// @param company the credit code, for a company's account
@Serdeable
@Introspected
record AccountForm(
    @Nullable String username,
    @Nullable String role,
    @Nullable String region,
    @Nullable String company,
    @Nullable String unit,
    @Nullable String name,
    @Nullable String phone,
    @Nullable String email) {

  static final AccountForm EMPTY = new AccountForm(null, null, null, null, null, null, null, null);

  AccountForm {
    username = stripped(username);
    role = stripped(role);
    region = stripped(region);
    company = stripped(company);
    unit = stripped(unit);
    name = stripped(name);
    phone = stripped(phone);
    email = stripped(email);
  }

  private static @Nullable String stripped(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
