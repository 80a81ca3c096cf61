package seedbed.report.dossier;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import seedbed.access.Act;
import seedbed.access.Permissions;
import seedbed.plan.PlanSummaries;
import seedbed.report.dossier.Dossier.Block;
import seedbed.report.dossier.Dossier.Chapter;
import seedbed.report.dossier.Dossier.Column;

/// The cultivation plan in force, its targets beside the figures, and how far its tasks are.
@Singleton
class PlanSection implements Section {

  private final PlanSummaries plans;
  private final Permissions permissions;

  PlanSection(PlanSummaries plans, Permissions permissions) {
    this.plans = plans;
    this.permissions = permissions;
  }

  @Override
  public int getOrder() {
    return 50;
  }

  @Override
  public Optional<Chapter> chapter(Subject subject) {
    if (!permissions.allow(subject.permission().caller(), Act.SEE_PLANS)) {
      return Optional.empty();
    }
    List<Block> blocks =
        plans
            .of(subject.company(), subject.assessment().figures(), subject.chosen().day())
            .map(PlanSection::blocks)
            .orElse(List.of(Block.words("当日没有批准执行的培育发展方案。")));
    return Optional.of(new Chapter("plan", "培育发展方案", blocks));
  }

  private static List<Block> blocks(PlanSummaries.Summary plan) {
    return List.of(
        Block.words(
            "%s培育发展方案，第 %d 稿，%s 批准，编号 %s。%s"
                .formatted(
                    plan.span(),
                    plan.ordinal(),
                    plan.approvedOn(),
                    plan.number(),
                    plan.period().isEmpty() ? "" : plan.period() + "。")),
        Block.table(
            List.of(
                Column.text("指标", 5),
                Column.text("年度", 2),
                Column.number("目标", 3),
                Column.number("实际", 3),
                Column.text("完成", 3)),
            plan.targets().stream()
                .map(target ->
                    List.of(
                        target.label() + "（" + target.unit() + "）",
                        target.year() + " 年",
                        target.goal(),
                        target.actual(),
                        target.state()))
                .toList(),
            "还没有到可以对照的年度。"),
        Block.table(
            List.of(
                Column.number("序号", 1),
                Column.text("任务", 6),
                Column.text("责任人", 2),
                Column.text("完成时间", 2),
                Column.text("进展", 2),
                Column.text("最近填报", 5)),
            plan.tasks().stream()
                .map(task ->
                    List.of(
                        "" + task.number(),
                        task.name(),
                        task.owner(),
                        "" + task.due(),
                        task.state(),
                        task.words()))
                .toList(),
            "方案没有列出任务。"));
  }
}
