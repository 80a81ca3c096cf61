package seedbed.recognition;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A major change of a company, which a holder of titles has to report in time.
///
/// @param recordedOn the day from which it is known here
/// @param reportedOn when it was reported to whom it concerns; null while nobody says so
/// @param reportRecordedOn the day from which the report is known here
@MappedEntity("company_change")
record CompanyChange(
    @Id @GeneratedValue long id,
    long companyId,
    Kind kind,
    LocalDate happenedOn,
    LocalDate recordedOn,
    @Nullable String detail,
    String recordedBy,
    @Nullable LocalDate reportedOn,
    @Nullable LocalDate reportRecordedOn,
    @Nullable String reportDocument) {

  /// What counts as a major change.
  enum Kind {
    RENAMED("更名"),
    MERGED("合并"),
    RESTRUCTURED("重组"),
    RELOCATED("跨省迁移"),
    BRANCH_ABROAD("设立境外分支机构"),
    OTHER("其他重大变化");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }

    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Kind> of(String code) {
      return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }
  }

  /// Whether its report was known on a day.
  boolean reported(LocalDate day) {
    return reportRecordedOn != null && !reportRecordedOn.isAfter(day);
  }
}
