package seedbed.inspection;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import seedbed.access.Caller;
import seedbed.access.Role;
import seedbed.secret.OpaqueToken;

/// Inspections for tests of this package and others.
@Singleton
public final class GivenInspections {

  private final InspectionCasework casework;
  private final CodeIssue codes;
  private final Clock clock;

  GivenInspections(InspectionCasework casework, CodeIssue codes, Clock clock) {
    this.casework = casework;
    this.codes = codes;
    this.clock = clock;
  }

  /// The number of one that a unit has filed for today.
  public long filed(long company, String region, String unit) {
    return filed(company, region, unit, LocalDate.now(clock));
  }

  /// The same for the day of the filing.
  public long filed(long company, String region, String unit, LocalDate visit) {
    return casework.file(company, fields(visit), visit, caller(region, unit));
  }

  /// Reports on the day it ended that nothing was found.
  public void concluded(long inspection, LocalDate ended, String region, String unit) {
    casework.conclude(
        inspection,
        Map.of(
            "ended-on", ended.toString(),
            "words", "看了车间",
            "conclusion", "没有发现问题",
            "inspectors", "甲、乙"),
        ended,
        caller(region, unit));
  }

  /// One that was filed for a day of then.
  public long filedOn(long company, String region, LocalDate visit) {
    return casework.file(company, fields(visit), visit, caller(region, "试验"));
  }

  /// The same with its conclusion.
  public void concluded(long company, String region, LocalDate visit, LocalDate on) {
    casework.conclude(
        filedOn(company, region, visit),
        Map.of(
            "ended-on", visit.toString(),
            "words", "现场检查",
            "conclusion", "没有发现问题",
            "inspectors", "甲、乙"),
        on,
        caller(region, "试验"));
  }

  /// The token of a company's code.
  public String code(long company, String region) {
    return codes.renew(company, OpaqueToken.fresh().text(), caller(region, "试验")).token();
  }

  static Caller caller(String region, String unit) {
    return new Caller(0, 0, "试验", Role.INSPECTOR, region, null, unit);
  }

  static Map<String, String> fields(LocalDate visit) {
    Map<String, String> fields = new HashMap<>(WarningsTest.complete());
    fields.put("planned-on", visit.toString());
    fields.put("officer-1-until", visit.plusYears(1).toString());
    fields.put("officer-2-until", visit.plusYears(1).toString());
    return fields;
  }
}
