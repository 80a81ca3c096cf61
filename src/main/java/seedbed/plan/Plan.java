package seedbed.plan;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;

/// A company's cultivation plan for some years; what it says stands in its versions.
@MappedEntity("plan")
record Plan(
    @Id @GeneratedValue long id,
    long companyId,
    int baseYear,
    int firstYear,
    int lastYear,
    LocalDate begunOn,
    String begunBy) {

  static Plan begun(long companyId, Span span, LocalDate on, String by) {
    return new Plan(0, companyId, span.base(), span.first(), span.last(), on, by);
  }

  Span span() {
    return new Span(baseYear, firstYear, lastYear);
  }
}
