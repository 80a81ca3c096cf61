package seedbed.account;

import org.jspecify.annotations.Nullable;
import seedbed.access.Role;

/// What an account is for, and where.
public record Post(Role role, String regionCode, @Nullable Long companyId, @Nullable String unit) {}
