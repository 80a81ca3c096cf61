package seedbed.meeting;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// A meeting of a region and month.
///
/// @param keptBy who changed it last
@MappedEntity("meeting")
record Meeting(
    @Id @GeneratedValue long id,
    String regionCode,
    int aboutYear,
    int aboutMonth,
    Stage stage,
    @Nullable LocalDate heldOn,
    String heldTime,
    String place,
    String chair,
    String participants,
    LocalDate draftedOn,
    String draftedBy,
    Instant keptAt,
    String keptBy,
    long version) {

  static Meeting begun(String region, YearMonth month, LocalDate today, Instant at, String by) {
    return new Meeting(
        0,
        region,
        month.getYear(),
        month.getMonthValue(),
        Stage.DRAFT,
        null,
        "",
        "",
        "",
        "",
        today,
        by,
        at,
        by,
        0);
  }

  YearMonth month() {
    return YearMonth.of(aboutYear, aboutMonth);
  }

  /// Whether it can be held on that day: in its month, the one before or the one after.
  boolean near(LocalDate day) {
    return Math.abs(ChronoUnit.MONTHS.between(month(), YearMonth.from(day))) <= 1;
  }

  /// What is said of a day on which it cannot.
  String tooFar(LocalDate day) {
    return "会议日期 %s 离%s太远，请核对：应在当月或前后一个月。".formatted(day, label());
  }

  /// 2026年9月.
  String label() {
    return aboutYear + "年" + aboutMonth + "月";
  }
}
