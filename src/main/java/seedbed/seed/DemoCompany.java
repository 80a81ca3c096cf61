package seedbed.seed;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.company.Company;
import seedbed.figure.Period;
import seedbed.figure.Source;
import seedbed.figure.Value;

/// A fictitious company with all that is to be stored of it.
record DemoCompany(Company company, List<Held> titles, List<Said> figures) {

  record Held(
      String title,
      LocalDate from,
      @Nullable LocalDate to,
      String document,
      @Nullable String endDocument) {}

  /// A figure and who confirmed it. What is corrected later comes before its correction.
  record Said(
      String indicator,
      Period period,
      Value value,
      Source source,
      Instant at,
      @Nullable LocalDate expiresOn,
      @Nullable String confirmedBy) {

    Said confirmedBy(@Nullable String department) {
      return new Said(indicator, period, value, source, at, expiresOn, department);
    }

    Said expiringOn(LocalDate day) {
      return new Said(indicator, period, value, source, at, day, confirmedBy);
    }

    Said saying(Value other, Source otherSource, Instant otherTime) {
      return new Said(indicator, period, other, otherSource, otherTime, expiresOn, null);
    }
  }
}
