package seedbed.account;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import seedbed.access.Role;

/// How accounts are kept here.
///
/// @param passwordRules which of the two rule books holds
/// @param passwordAge after how long a password is renewed, under the rules that ask for it
/// @param secondFactor the roles that must have one
/// @param invitationLife how long a link of an invitation works
/// @param adminPassword the administrator's first password; otherwise one is made and printed once
/// @param demoPassword that of the demonstration accounts; otherwise one is made and printed once
/// @param region the node that the first accounts are bound to
@ConfigurationProperties("seedbed.account")
public record AccountSettings(
    @Bindable(defaultValue = "CLASSIFIED_PROTECTION") PasswordRules passwordRules,
    @Bindable(defaultValue = "90d") Duration passwordAge,
    @Bindable(defaultValue = "") Set<Role> secondFactor,
    @Bindable(defaultValue = "7d") Duration invitationLife,
    @Nullable String adminPassword,
    @Nullable String demoPassword,
    @Bindable(defaultValue = "320682") String region) {}
