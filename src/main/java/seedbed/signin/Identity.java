package seedbed.signin;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/// Whom an issuer means by a subject.
@MappedEntity("account_identity")
public record Identity(
    @Id @GeneratedValue long id, String issuer, String subject, long accountId, Instant boundAt) {}
