package seedbed.figure;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// What a document says about a company but no verdict may read: part of a year, a forecast, a
/// nomination, a measure of another kind.
@MappedEntity("remark")
public record Remark(
    @Id @GeneratedValue long id,
    long companyId,
    String subject,
    String span,
    String wording,
    @Nullable BigDecimal number,
    @Nullable String unit,
    String sourceDocument,
    String sourcePage) {}
