package seedbed.report.dossier;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import seedbed.access.Act;
import seedbed.access.Permissions;
import seedbed.access.Role;
import seedbed.access.Scope;
import seedbed.inspection.InspectionDuties;
import seedbed.report.dossier.Dossier.Block;
import seedbed.report.dossier.Dossier.Chapter;
import seedbed.report.dossier.Dossier.Column;

/// The inspections of the year that were filed, and what they came to.
@Singleton
class InspectionSection implements Section {

  private final InspectionDuties inspections;
  private final Permissions permissions;

  InspectionSection(InspectionDuties inspections, Permissions permissions) {
    this.inspections = inspections;
    this.permissions = permissions;
  }

  @Override
  public int getOrder() {
    return 80;
  }

  private List<InspectionDuties.Visit> visits(Subject subject) {
    long company = subject.company();
    LocalDate day = subject.chosen().day();
    return subject.permission().caller().role() == Role.COMPANY
        ? inspections.visited(company, day)
        : inspections.of(company, day, new Scope.Single(company));
  }

  @Override
  public Optional<Chapter> chapter(Subject subject) {
    if (!permissions.allow(subject.permission().caller(), Act.SEE_INSPECTIONS)) {
      return Optional.empty();
    }
    // The subject was found within the reader's scope.
    List<List<String>> rows =
        visits(subject).stream()
            .map(visit ->
                List.of(
                    visit.on() == null ? "" : visit.on().toString(),
                    visit.unit(),
                    visit.item(),
                    visit.result() + (visit.late() ? "（逾期）" : ""),
                    visit.number()))
            .toList();
    return Optional.of(
        new Chapter(
            "inspections",
            "检查报备",
            List.of(
                Block.table(
                    List.of(
                        Column.text("检查日期", 2),
                        Column.text("检查单位", 3),
                        Column.text("事项", 4),
                        Column.text("结果", 3),
                        Column.text("报备编号", 3)),
                    rows,
                    subject.chosen().day().getYear() + " 年当日以前没有报备的检查。"))));
  }
}
