package seedbed.report.dossier;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import seedbed.access.Act;
import seedbed.access.Permissions;
import seedbed.company.TitleHolding;
import seedbed.criteria.Titles;
import seedbed.recognition.Bans;
import seedbed.recognition.State;
import seedbed.recognition.TitleStates;
import seedbed.report.dossier.Dossier.Block;
import seedbed.report.dossier.Dossier.Chapter;
import seedbed.report.dossier.Dossier.Column;

/// Titles and places in pools, and what cannot be applied for.
@Singleton
class TitleSection implements Section {

  private final Titles titles;
  private final TitleStates states;
  private final Bans bans;
  private final Permissions permissions;

  TitleSection(Titles titles, TitleStates states, Bans bans, Permissions permissions) {
    this.titles = titles;
    this.states = states;
    this.bans = bans;
    this.permissions = permissions;
  }

  @Override
  public int getOrder() {
    return 40;
  }

  @Override
  public Optional<Chapter> chapter(Subject subject) {
    if (!permissions.allow(subject.permission().caller(), Act.SEE_TITLES)) {
      return Optional.empty();
    }
    LocalDate on = subject.chosen().day();
    List<TitleHolding> holdings = subject.assessment().register().holdings();
    Map<Long, State> states = this.states.of(subject.assessment().company(), holdings, on);
    List<List<String>> rows =
        holdings.stream()
            .filter(holding -> !holding.heldFrom().isAfter(on))
            .sorted(Comparator.comparing(TitleHolding::heldFrom).reversed())
            .map(holding -> row(holding, Objects.requireNonNull(states.get(holding.id()))))
            .toList();
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        Block.table(
            List.of(
                Column.text("称号", 5),
                Column.text("起", 3),
                Column.text("止", 3),
                Column.text("状态", 2),
                Column.text("文件", 5)),
            rows,
            "没有登记称号和在库记录。"));
    blocks.add(Block.words("认定、复核和入库的决定以“文件”栏所列为准。"));
    for (Bans.Ban ban : bans.of(subject.company(), on)) {
      blocks.add(Block.words(titles.get(ban.title()).label() + "：" + ban.sentence() + "。"));
    }
    return Optional.of(new Chapter("titles", "称号和在库", blocks));
  }

  private List<String> row(TitleHolding holding, State state) {
    return List.of(
        titles.find(holding.title()).map(Titles.Rung::label).orElse(holding.title()),
        holding.heldFrom().toString(),
        holding.heldTo() == null ? "—" : holding.heldTo().minusDays(1).toString(),
        state.label(),
        holding.documentNo());
  }
}
