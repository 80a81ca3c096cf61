package seedbed.report.dossier;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import seedbed.access.Act;
import seedbed.access.Permission;
import seedbed.access.Permissions;
import seedbed.report.dossier.Dossier.Block;
import seedbed.report.dossier.Dossier.Chapter;
import seedbed.report.dossier.Dossier.Column;
import seedbed.reward.PastRewards;
import seedbed.web.Formats;

/// What the company was granted under support policies, and what of it has come.
@Singleton
class RewardSection implements Section {

  private final PastRewards rewards;
  private final Permissions permissions;

  RewardSection(PastRewards rewards, Permissions permissions) {
    this.rewards = rewards;
    this.permissions = permissions;
  }

  @Override
  public int getOrder() {
    return 45;
  }

  @Override
  public Optional<Chapter> chapter(Subject subject) {
    return permissions
        .of(subject.permission().caller(), Act.SEE_REWARDS)
        .map(may -> chapter(subject, may));
  }

  private Chapter chapter(Subject subject, Permission may) {
    PastRewards.Extract extract = rewards.of(subject.company(), subject.chosen().day(), may);
    List<Block> blocks = new ArrayList<>();
    if (!extract.rewards().isEmpty()) {
      blocks.add(Block.words(extract.sentence()));
    }
    blocks.add(
        Block.table(
            List.of(
                Column.text("年度", 7),
                Column.text("奖励项目", 15),
                Column.text("依据", 20),
                Column.number("应奖（万元）", 10),
                Column.number("实际（万元）", 10),
                Column.number("到位（万元）", 10),
                Column.text("状态", 11),
                Column.text("到位日期", 17)),
            extract.rewards().stream().map(RewardSection::row).toList(),
            "当日没有登记奖励。"));
    return new Chapter("rewards", "奖励", blocks);
  }

  private static List<String> row(PastRewards.Past past) {
    return List.of(
        "" + past.year(),
        past.item() + "（" + past.level() + "）",
        past.basis() + (past.reason() == null ? "" : "；原因：" + past.reason()),
        past.due(),
        past.granted(),
        past.paid(),
        past.standing(),
        Formats.day(past.paidOn()));
  }
}
