package seedbed.report.dossier;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import seedbed.access.Act;
import seedbed.access.Permission;
import seedbed.access.Permissions;
import seedbed.evidence.Evidence;
import seedbed.evidence.EvidenceSettings;
import seedbed.evidence.VisibleEvidence;
import seedbed.report.dossier.Dossier.Block;
import seedbed.report.dossier.Dossier.Chapter;
import seedbed.report.dossier.Dossier.Column;

/// The papers behind the figures: how many, and which of them have ended or end soon.
@Singleton
class PaperSection implements Section {

  private final VisibleEvidence evidence;
  private final EvidenceSettings settings;
  private final Permissions permissions;
  private final Clock clock;

  PaperSection(
      VisibleEvidence evidence, EvidenceSettings settings, Permissions permissions, Clock clock) {
    this.evidence = evidence;
    this.settings = settings;
    this.permissions = permissions;
    this.clock = clock;
  }

  @Override
  public int getOrder() {
    return 60;
  }

  @Override
  public Optional<Chapter> chapter(Subject subject) {
    return permissions
        .of(subject.permission().caller(), Act.SEE_EVIDENCE)
        .map(may -> chapter(subject, may));
  }

  private Chapter chapter(Subject subject, Permission may) {
    LocalDate on = subject.chosen().day();
    Instant end = on.plusDays(1).atStartOfDay(clock.getZone()).toInstant();
    List<Evidence> papers =
        evidence.ofCompany(subject.company(), end, may).stream()
            .filter(paper -> paper.withdrawnAt() == null)
            .toList();
    List<List<String>> ending = new ArrayList<>();
    papers.stream()
        .filter(paper -> ends(paper, on))
        .sorted(Comparator.comparing(PaperSection::end))
        .forEach(paper ->
            ending.add(
                List.of(
                    paper.name(),
                    paper.about().isEmpty() ? "—" : paper.about(),
                    "" + end(paper),
                    end(paper).isBefore(on) ? "已过期" : "即将到期")));
    return new Chapter(
        "papers",
        "佐证材料",
        List.of(
            Block.words("共 %d 份有效登记的佐证材料。".formatted(papers.size())),
            Block.table(
                List.of(
                    Column.text("材料", 6),
                    Column.text("所属期间", 2),
                    Column.text("有效期至", 2),
                    Column.text("情况", 2)),
                ending,
                "没有过期或即将到期的材料。")));
  }

  private boolean ends(Evidence paper, LocalDate on) {
    Evidence.Version current = paper.current();
    return current != null
        && current.expiresOn() != null
        && !current.expiresOn().isAfter(on.plusDays(settings.warningDays()));
  }

  private static LocalDate end(Evidence paper) {
    Evidence.Version current = paper.current();
    LocalDate end = current == null ? null : current.expiresOn();
    return end == null ? LocalDate.MAX : end;
  }
}
