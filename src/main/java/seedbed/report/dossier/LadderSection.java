package seedbed.report.dossier;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import seedbed.assessment.Rung;
import seedbed.company.TitleRegister.Standing;
import seedbed.criteria.Edition;
import seedbed.criteria.Editions;
import seedbed.criteria.rule.Truth;
import seedbed.criteria.rule.Verdict;
import seedbed.report.dossier.Dossier.Block;
import seedbed.report.dossier.Dossier.Chapter;
import seedbed.report.dossier.Dossier.Column;
import seedbed.verdict.Missing;

/// The ladder: what is held, what could be applied for, and what is in the way.
@Singleton
class LadderSection implements Section {

  private final Editions editions;

  LadderSection(Editions editions) {
    this.editions = editions;
  }

  @Override
  public int getOrder() {
    return 20;
  }

  @Override
  public Optional<Chapter> chapter(Subject subject) {
    List<List<String>> rows =
        subject.assessment().ladder().stream()
            .filter(rung -> rung.verdict().isPresent() || rung.standing() == Standing.HELD)
            .map(this::row)
            .toList();
    return Optional.of(
        new Chapter(
            "ladder",
            "培育梯队、判定和差距",
            List.of(
                Block.words("由低到高；判定按当日在行标准和在库数据，逐条依据见系统中的判定页。"),
                Block.table(
                    List.of(
                        Column.text("称号", 4),
                        Column.text("现状", 3),
                        Column.text("判定", 2),
                        Column.text("主要差距或所缺数据", 6),
                        Column.text("依据", 3)),
                    rows,
                    "当日没有在行的标准，不作判定。"))));
  }

  private List<String> row(Rung rung) {
    return List.of(
        rung.title().label(),
        held(rung),
        rung.verdict().map(LadderSection::word).orElse("—"),
        rung.verdict()
            .filter(verdict -> verdict.truth() != Truth.MET)
            .map(Missing::words)
            .orElse("—"),
        rung.verdict().map(this::basis).orElse("—"));
  }

  private static String held(Rung rung) {
    var holding = rung.holding();
    return switch (rung.standing()) {
      case HELD ->
          holding == null || holding.heldTo() == null
              ? "持有"
              : "持有，有效至 " + holding.heldTo().minusDays(1);
      case NOT_HELD -> "未取得";
      case UNKNOWN -> "是否持有不明";
    };
  }

  private static String word(Verdict verdict) {
    return switch (verdict.truth()) {
      case MET -> "满足";
      case NOT_MET -> "不满足 " + verdict.count(Truth.NOT_MET) + " 项";
      case UNKNOWN -> "待定";
    };
  }

  private String basis(Verdict verdict) {
    return editions
        .find(verdict.checklist().edition())
        .map(Edition::name)
        .orElse(verdict.checklist().edition());
  }
}
