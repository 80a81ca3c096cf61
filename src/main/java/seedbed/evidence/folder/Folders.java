package seedbed.evidence.folder;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import seedbed.access.Act;
import seedbed.access.Permission;
import seedbed.access.Permissions;
import seedbed.admission.AppliedFor;
import seedbed.criteria.Edition;
import seedbed.criteria.Editions;
import seedbed.criteria.Indicators;
import seedbed.criteria.rule.Cell;
import seedbed.criteria.rule.Finding;
import seedbed.criteria.rule.Truth;
import seedbed.criteria.rule.Verdict;
import seedbed.evidence.Evidence;
import seedbed.evidence.EvidenceSettings;
import seedbed.evidence.VisibleEvidence;

/// Sorts a company's evidence under the clauses of an application. A clause wants one paper for
/// every fact it reads that has been declared, unless papers stand under the clause itself.
@Singleton
class Folders {

  private final AppliedFor applied;
  private final VisibleEvidence visible;
  private final Indicators indicators;
  private final Editions editions;
  private final Permissions permissions;
  private final EvidenceSettings settings;
  private final Clock clock;

  Folders(
      AppliedFor applied,
      VisibleEvidence visible,
      Indicators indicators,
      Editions editions,
      Permissions permissions,
      EvidenceSettings settings,
      Clock clock) {
    this.applied = applied;
    this.visible = visible;
    this.indicators = indicators;
    this.editions = editions;
    this.permissions = permissions;
    this.settings = settings;
    this.clock = clock;
  }

  Folder of(long application, Permission permission) {
    AppliedFor.Papers papers = applied.find(application, permission);
    LocalDate today = LocalDate.now(clock);
    List<Folder.Item> items =
        permissions.of(permission.caller(), Act.SEE_EVIDENCE).stream()
            .flatMap(seeing -> visible.ofCompany(papers.company().id(), seeing).stream())
            .filter(evidence -> evidence.withdrawnAt() == null)
            .map(evidence ->
                new Folder.Item(evidence, evidence.standing(today, settings.warningDays())))
            .toList();
    List<Folder.Part> parts =
        papers.verdict().map(verdict -> parts(papers, verdict, items)).orElse(List.of());
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
        permissions.allow(permission.caller(), Act.KEEP_EVIDENCE),
        Objects.requireNonNullElse(papers.judgedOn(), today),
        parts,
        items.stream().filter(item -> !sorted.contains(item.evidence().id())).toList());
  }

  private String edition(Verdict verdict) {
    return editions
        .find(verdict.checklist().edition())
        .map(Edition::document)
        .map(document -> document.shown() + " " + document.name())
        .orElse("");
  }

  private List<Folder.Part> parts(
      AppliedFor.Papers papers, Verdict verdict, List<Folder.Item> items) {
    List<Folder.Part> parts = new ArrayList<>();
    String address = "/companies/" + papers.company().id() + "/evidence?";
    for (Finding finding : verdict.findings()) {
      Map<String, Cell> read = new LinkedHashMap<>();
      facts(finding)
          .filter(used -> used.value() != null)
          .forEach(used -> read.putIfAbsent(used.cell().indicator().code(), used.cell()));
      List<Folder.Item> own =
          items.stream()
              .filter(item -> proves(item.evidence(), papers.title(), finding, read))
              .toList();
      boolean direct =
          own.stream().anyMatch(item -> finding.clause().id().equals(item.evidence().clause()));
      parts.add(
          new Folder.Part(
              parts.size() + 1,
              finding.clause().citation(),
              finding.clause().text(),
              finding.truth(),
              found(finding),
              address + "title=" + papers.title() + "&clause=" + finding.clause().id() + "#upload",
              finding.truth() == Truth.NOT_MET
                  ? List.of()
                  : read.values().stream().map(cell -> want(cell, own, direct, address)).toList(),
              own));
    }
    return parts;
  }

  private static boolean proves(
      Evidence evidence, String title, Finding finding, Map<String, Cell> read) {
    return (title.equals(evidence.title()) && finding.clause().id().equals(evidence.clause()))
        || (evidence.indicator() != null && read.containsKey(evidence.indicator()));
  }

  private Folder.Want want(Cell cell, List<Folder.Item> own, boolean direct, String address) {
    String code = cell.indicator().code();
    boolean there =
        direct
            || own.stream()
                .anyMatch(item ->
                    code.equals(item.evidence().indicator())
                        && item.standing() != Evidence.Standing.EXPIRED
                        && item.standing() != Evidence.Standing.WAITING);
    return new Folder.Want(
        cell.indicator().label(),
        indicators.entry(code).map(Indicators.Entry::hint).orElse(""),
        address + "indicator=" + code + "#upload",
        !there);
  }

  private static Stream<Finding.Used> facts(Finding finding) {
    var score = finding.score();
    Stream<Finding.Used> scored =
        score == null
            ? Stream.empty()
            : score.classes().stream()
                .flatMap(each -> each.lines().stream())
                .flatMap(line -> line.used().stream());
    return Stream.of(
            finding.used().stream(), scored, finding.parts().stream().flatMap(Folders::facts))
        .flatMap(each -> each);
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
