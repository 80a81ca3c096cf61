package seedbed.report.dossier;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import seedbed.assessment.Assessment;
import seedbed.assessment.Rung;
import seedbed.company.TitleRegister.Standing;
import seedbed.criteria.Edition;
import seedbed.criteria.Editions;
import seedbed.criteria.rule.Truth;
import seedbed.criteria.rule.Verdict;
import seedbed.evidence.LapsedPapers;
import seedbed.report.dossier.Dossier.Block;
import seedbed.report.dossier.Dossier.Chapter;
import seedbed.report.dossier.Dossier.Column;
import seedbed.verdict.Missing;
import seedbed.verdict.Sources;
import seedbed.verdict.VerdictPanel;

/// The ladder: what is held, what could be applied for, and what is in the way.
@Singleton
class LadderSection implements Section {

  private final Editions editions;
  private final LapsedPapers lapsed;

  LadderSection(Editions editions, LapsedPapers lapsed) {
    this.editions = editions;
    this.lapsed = lapsed;
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
    List<Block> blocks = new ArrayList<>();
    blocks.add(Block.words("由低到高；判定按当日在行标准和在库数据，逐条依据见系统中的判定页。"));
    contradictions(subject).forEach(words -> blocks.add(Block.words("请核对：" + words + "。")));
    blocks.add(
        Block.table(
            List.of(
                Column.text("称号", 4),
                Column.text("现状", 3),
                Column.text("判定", 2),
                Column.text("主要差距或所缺数据", 6),
                Column.text("依据", 3)),
            rows,
            "当日没有在行的标准，不作判定。"));
    return Optional.of(new Chapter("ladder", "培育梯队、判定和差距", blocks));
  }

  /// What is said to hold while the paper on file has ended: the verdicts count it as it was said.
  private List<String> contradictions(Subject subject) {
    Assessment assessment = subject.assessment();
    Sources sources =
        Sources.of(
            assessment,
            lapsed.of(subject.company(), assessment.moment(), subject.permission().caller()));
    return assessment.ladder().stream()
        .flatMap(rung -> rung.verdict().stream())
        .flatMap(verdict -> VerdictPanel.contradictions(verdict, sources).stream())
        .distinct()
        .toList();
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
      case NOT_MET -> Missing.counted(verdict.count(Truth.NOT_MET), verdict.count(Truth.UNKNOWN));
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
