package seedbed.access;

import org.jspecify.annotations.Nullable;

/// Who sent a request: an account, in one of its sessions or by a token made for a program.
///
/// @param account its number; records and the trail name people by it
/// @param session the session or token, so that it can be ended
/// @param regionCode the node the account is bound to
/// @param companyId only for a company's account
/// @param unit the department or inspection unit, for those that have one
public record Caller(
    long account,
    long session,
    String username,
    Role role,
    String regionCode,
    @Nullable Long companyId,
    @Nullable String unit) {}
