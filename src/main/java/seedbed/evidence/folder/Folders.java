package seedbed.evidence.folder;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import seedbed.access.Act;
import seedbed.access.Permission;
import seedbed.access.Permissions;
import seedbed.admission.AppliedFor;
import seedbed.admission.Milestone;
import seedbed.criteria.Edition;
import seedbed.criteria.Editions;
import seedbed.criteria.rule.Clause;
import seedbed.criteria.rule.Finding;
import seedbed.criteria.rule.Indicator;
import seedbed.criteria.rule.Verdict;
import seedbed.evidence.Evidence;
import seedbed.evidence.EvidenceSettings;
import seedbed.evidence.VisibleEvidence;
import seedbed.evidence.folder.WantedPapers.Wanted;
import seedbed.web.Refusal;

/// Sorts a company's evidence under the clauses of an application, as it is now or was at a moment
/// of its history. A clause wants the papers of what it reads, unless papers stand under the clause
/// itself.
@Singleton
class Folders {

  private static final String NOW = "now";

  private final AppliedFor applied;
  private final VisibleEvidence visible;
  private final WantedPapers wanted;
  private final Editions editions;
  private final Permissions permissions;
  private final EvidenceSettings settings;
  private final Clock clock;

  Folders(
      AppliedFor applied,
      VisibleEvidence visible,
      WantedPapers wanted,
      Editions editions,
      Permissions permissions,
      EvidenceSettings settings,
      Clock clock) {
    this.applied = applied;
    this.visible = visible;
    this.wanted = wanted;
    this.editions = editions;
    this.permissions = permissions;
    this.settings = settings;
    this.clock = clock;
  }

  /// @param step as an address says it; null for the end of what is closed, else for now
  Folder of(long application, @Nullable String step, Permission permission) {
    AppliedFor.Papers papers = papers(application, step, permission);
    Milestone then = papers.then();
    LocalDate today = then == null ? LocalDate.now(clock) : then.on();
    Instant known = then == null ? Instant.MAX : then.at();
    List<Folder.Item> items =
        permissions.of(permission.caller(), Act.SEE_EVIDENCE).stream()
            .flatMap(seeing -> visible.ofCompany(papers.company().id(), known, seeing).stream())
            .filter(evidence -> evidence.withdrawnAt() == null)
            .map(evidence ->
                new Folder.Item(evidence, evidence.standing(today, settings.warningDays())))
            .toList();
    List<Folder.Part> parts =
        papers.verdict().map(verdict -> parts(papers, verdict, items, today)).orElse(List.of());
    Set<Long> sorted = new HashSet<>();
    parts.forEach(part -> part.items().forEach(item -> sorted.add(item.evidence().id())));
    var company = papers.company();
    return new Folder(
        papers.id(),
        company.id(),
        company.name(),
        company.demo(),
        company.creditCode() == null ? null : company.creditCode().toString(),
        papers.titleLabel(),
        papers.verdict().map(this::edition).orElse(""),
        papers.stageLabel(),
        then == null && permissions.allow(permission.caller(), Act.KEEP_EVIDENCE),
        Objects.requireNonNullElse(papers.judgedOn(), today),
        papers.milestones(),
        then,
        parts,
        items.stream().filter(item -> !sorted.contains(item.evidence().id())).toList());
  }

  private AppliedFor.Papers papers(long application, @Nullable String step, Permission permission) {
    if (step == null) {
      return applied.find(application, permission);
    }
    if (step.equals(NOW)) {
      return applied.now(application, permission);
    }
    if (!step.matches("[0-9]{1,18}")) {
      throw new Refusal.Absent("没有这个时点，请从佐证材料页面选择。");
    }
    return applied.then(application, Long.parseLong(step), permission);
  }

  private String edition(Verdict verdict) {
    return editions
        .find(verdict.checklist().edition())
        .map(Edition::document)
        .map(document -> document.shown() + " " + document.name())
        .orElse("");
  }

  private List<Folder.Part> parts(
      AppliedFor.Papers papers, Verdict verdict, List<Folder.Item> items, LocalDate today) {
    LocalDate judged = Objects.requireNonNullElse(papers.judgedOn(), today);
    String address = "/companies/" + papers.company().id() + "/evidence?";
    List<Folder.Part> parts = new ArrayList<>();
    for (Finding finding : verdict.findings()) {
      Clause clause = finding.clause();
      List<Folder.Item> direct =
          items.stream()
              .filter(item ->
                  papers.title().equals(item.evidence().title())
                      && clause.id().equals(item.evidence().clause()))
              .toList();
      List<Wanted> read = wanted.of(finding, judged);
      List<Folder.Item> own =
          items.stream()
              .filter(item -> direct.contains(item) || proves(item.evidence(), finding, read))
              .toList();
      parts.add(
          new Folder.Part(
              parts.size() + 1,
              clause.citation(),
              clause.text(),
              finding.truth(),
              found(finding),
              address + "title=" + papers.title() + "&clause=" + clause.id() + "#upload",
              read.stream().map(want -> want(want, own, !direct.isEmpty(), address)).toList(),
              own));
    }
    return parts;
  }

  private boolean proves(Evidence evidence, Finding finding, List<Wanted> read) {
    String indicator = evidence.indicator();
    return indicator != null
        && (WantedPapers.facts(finding)
                .anyMatch(used -> used.cell().indicator().code().equals(indicator))
            || read.stream().anyMatch(want -> wanted.answers(evidence, want)));
  }

  private Folder.Want want(Wanted want, List<Folder.Item> own, boolean direct, String address) {
    boolean there =
        direct
            || own.stream()
                .anyMatch(item ->
                    wanted.answers(item.evidence(), want)
                        && item.standing() != Evidence.Standing.EXPIRED
                        && item.standing() != Evidence.Standing.WAITING);
    return new Folder.Want(
        want.label(),
        want.paper().kind().label(),
        String.join("、", want.indicators().stream().map(Indicator::label).toList()),
        address + want.query() + "#upload",
        !there,
        own.stream()
            .anyMatch(item ->
                wanted.answers(item.evidence(), want)
                    && item.standing() == Evidence.Standing.EXPIRED));
  }

  private static String found(Finding finding) {
    var measure = finding.measure();
    String word =
        switch (finding.truth()) {
          case MET -> "满足";
          case NOT_MET -> "不满足";
          case UNKNOWN -> "待定";
        };
    String reason = finding.reason() == null ? "" : "（" + finding.reason().label() + "）";
    if (measure == null || measure.actual() == null) {
      return word + reason;
    }
    String unit = measure.unit() == null ? "" : " " + measure.unit();
    return "%s%s：现为 %s%s（%s），要求 %s"
        .formatted(word, reason, measure.actual(), unit, measure.period(), measure.required());
  }
}
