package seedbed.report.dossier;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import seedbed.access.Act;
import seedbed.access.Permission;
import seedbed.access.Permissions;
import seedbed.portfolio.Leaders;
import seedbed.report.dossier.Dossier.Block;
import seedbed.report.dossier.Dossier.Chapter;
import seedbed.report.dossier.Dossier.Column;
import seedbed.visit.PastVisits;

/// Who looks after the company, and who was there. A company reads of a visit what its author lets
/// it read.
@Singleton
class VisitSection implements Section {

  private static final int MOST = 40;

  private final PastVisits visits;
  private final Leaders leaders;
  private final Permissions permissions;

  VisitSection(PastVisits visits, Leaders leaders, Permissions permissions) {
    this.visits = visits;
    this.leaders = leaders;
    this.permissions = permissions;
  }

  @Override
  public int getOrder() {
    return 70;
  }

  @Override
  public Optional<Chapter> chapter(Subject subject) {
    return permissions
        .of(subject.permission().caller(), Act.SEE_VISITS)
        .map(may -> chapter(subject, may));
  }

  private Chapter chapter(Subject subject, Permission may) {
    List<String> linked = leaders.described(subject.company(), subject.chosen().day());
    return new Chapter(
        "visits",
        "挂钩和走访",
        List.of(
            Block.words(linked.isEmpty() ? "当日没有安排挂钩领导。" : "挂钩：" + String.join("；", linked) + "。"),
            Block.table(
                List.of(
                    Column.text("走访日期", 2),
                    Column.text("领导", 2),
                    Column.text("走访情况", 9),
                    Column.text("记录", 2)),
                visits.of(subject.company(), subject.chosen().day(), MOST, may).stream()
                    .map(past ->
                        List.of(
                            "" + past.on(),
                            past.leader(),
                            past.note() == null ? "未供企业查看" : past.note(),
                            past.byline().isEmpty() ? "本人" : past.byline()))
                    .toList(),
                "没有走访记录。")));
  }
}
