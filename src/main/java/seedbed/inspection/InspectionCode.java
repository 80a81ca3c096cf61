package seedbed.inspection;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is printed for a company as a QR code.
///
/// @param token as random as a password, and without a word about the company; kept as it is, since
///   it has to be printed again, and it opens nothing to anybody but inspectors of the region
@MappedEntity("inspection_code")
record InspectionCode(
    @Id @GeneratedValue long id,
    long companyId,
    String token,
    Instant issuedAt,
    String issuedBy,
    @Nullable Instant revokedAt) {}
