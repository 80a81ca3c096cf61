package seedbed.report.dossier;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import seedbed.access.Act;
import seedbed.access.Permissions;
import seedbed.nomination.Nominations;
import seedbed.report.dossier.Dossier.Block;
import seedbed.report.dossier.Dossier.Chapter;
import seedbed.report.dossier.Dossier.Column;

/// For which title the company is to apply in which year, what the check says of it, and what came
/// of it.
@Singleton
class NominationSection implements Section {

  private final Nominations nominations;
  private final Permissions permissions;

  NominationSection(Nominations nominations, Permissions permissions) {
    this.nominations = nominations;
    this.permissions = permissions;
  }

  @Override
  public int getOrder() {
    return 55;
  }

  @Override
  public Optional<Chapter> chapter(Subject subject) {
    return permissions
        .of(subject.permission().caller(), Act.SEE_NOMINATIONS)
        .map(may ->
            new Chapter(
                "nominations",
                "申报计划",
                List.of(
                    table(
                        nominations.of(subject.company(), may.scope(), subject.chosen().day())))));
  }

  private static Block table(List<Nominations.Line> lines) {
    return Block.table(
        List.of(
            Column.text("年度", 2),
            Column.text("称号", 3),
            Column.text("核对", 3),
            Column.text("说明", 7),
            Column.text("结果", 3)),
        lines.stream()
            .map(line ->
                List.of(
                    line.year() + " 年",
                    line.title(),
                    line.state(),
                    line.clause() == null
                        ? line.sentence()
                        : line.sentence() + "（" + line.clause() + "）",
                    line.outcome()))
            .toList(),
        "没有列入申报计划。");
  }
}
