package seedbed.inspection;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.web.Chips;
import seedbed.web.Choice;
import seedbed.web.Pager;

/// Inspections, what is late first.
///
/// @param files whether the reader files inspections
/// @param exports whether the reader may take the list away
@Introspected
record InspectionList(
    Chips standings,
    Chips marks,
    String show,
    String mark,
    String unit,
    String kind,
    String named,
    String year,
    String company,
    List<Choice> units,
    List<Choice> kinds,
    List<Choice> years,
    List<Line> lines,
    Pager pager,
    long late,
    boolean files,
    boolean exports) {

  @Introspected
  record Line(
      long id,
      String company,
      boolean demo,
      String region,
      String unit,
      String item,
      String kind,
      String area,
      @Nullable LocalDate plannedOn,
      @Nullable LocalDate filedOn,
      @Nullable LocalDate dueOn,
      @Nullable LocalDate concludedOn,
      String state,
      String styleClass,
      boolean afterwards,
      String exemption,
      String frequency,
      boolean over,
      boolean late,
      @Nullable Integer problems,
      String archiveNumber) {}
}
