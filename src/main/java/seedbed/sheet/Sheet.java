package seedbed.sheet;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A company's sheet for a calendar year, as it stands now.
///
/// @param round how often it was handed in
/// @param since the day it came to its stage
/// @param dueOn the last day for whoever has to act; null when it is over
@MappedEntity("sheet")
record Sheet(
    @Id @GeneratedValue long id,
    long companyId,
    int aboutYear,
    Stage stage,
    int round,
    LocalDate since,
    @Nullable LocalDate dueOn,
    @Version long version) {

  static Sheet begun(long companyId, int year, LocalDate today, LocalDate due) {
    return new Sheet(0, companyId, year, Stage.DRAFT, 0, today, due, 0);
  }

  /// The last day for whoever has to act. As long as it was never handed in that is the year's, as
  /// it is now: days off may be announced after it was begun.
  ///
  /// @param year when the year's sheets are due
  @Nullable LocalDate due(LocalDate year) {
    return round == 0 ? year : dueOn;
  }

  /// In another stage from a day on.
  Sheet moved(Move move, LocalDate today, @Nullable LocalDate due) {
    return new Sheet(
        id,
        companyId,
        aboutYear,
        move.to(),
        move == Move.SUBMIT ? round + 1 : round,
        today,
        due,
        version);
  }

  /// What its figures name as their source: one document for all rounds, so that what is handed in
  /// again corrects what came back.
  String document() {
    return "年度填报表（" + aboutYear + " 年）";
  }

  /// The day its states are about.
  LocalDate lastDay() {
    return LocalDate.of(aboutYear, 12, 31);
  }
}
