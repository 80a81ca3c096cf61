package seedbed.audit;

import io.micronaut.context.annotation.ConfigurationProperties;

/// Where the trail keeps what must not be in the database.
///
/// @param heads folder of the signed heads of the chain
@ConfigurationProperties("seedbed.audit")
record AuditSettings(String heads) {}
