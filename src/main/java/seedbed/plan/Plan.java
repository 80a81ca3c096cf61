package seedbed.plan;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A company's cultivation plan for some years; what it says stands in its versions.
///
/// @param standing 1, or null once it was put aside: its years can be planned anew
@MappedEntity("plan")
record Plan(
    @Id @GeneratedValue long id,
    long companyId,
    int baseYear,
    int firstYear,
    int lastYear,
    LocalDate begunOn,
    String begunBy,
    @Nullable Integer standing) {

  static Plan begun(long companyId, Span span, LocalDate on, String by) {
    return new Plan(0, companyId, span.base(), span.first(), span.last(), on, by, 1);
  }

  boolean stands() {
    return standing != null;
  }

  Plan abandoned() {
    return new Plan(id, companyId, baseYear, firstYear, lastYear, begunOn, begunBy, null);
  }

  Span span() {
    return new Span(baseYear, firstYear, lastYear);
  }
}
