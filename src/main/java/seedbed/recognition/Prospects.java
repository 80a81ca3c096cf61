package seedbed.recognition;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.assessment.Forecasts.Prospect;
import seedbed.criteria.Edition;
import seedbed.criteria.Editions;
import seedbed.criteria.rule.Checklist;
import seedbed.criteria.rule.Checklist.Applicant;
import seedbed.criteria.rule.Finding;
import seedbed.criteria.rule.Title;
import seedbed.criteria.rule.Truth;
import seedbed.criteria.rule.Verdict;
import seedbed.verdict.Missing;
import seedbed.verdict.Shown;

/// Says in words what a renewal would come to.
@Singleton
final class Prospects {

  private static final int NAMED = 4;

  /// There will be no edition to judge by.
  static final String WITHOUT_EDITION = "无标准";

  private final Editions editions;

  Prospects(Editions editions) {
    this.editions = editions;
  }

  /// @param truth null where no edition will be in force
  record Told(
      @Nullable Truth truth,
      String word,
      String basis,
      List<String> faults,
      List<String> missing,
      @Nullable String way) {}

  Told of(Optional<Prospect> prospect) {
    return prospect
        .map(each -> told(each.explained()))
        .orElseGet(
            () -> new Told(null, WITHOUT_EDITION, "到期之日没有在用的标准", List.of(), List.of(), null));
  }

  private Told told(Verdict verdict) {
    return new Told(
        verdict.truth(),
        switch (verdict.truth()) {
          case MET -> "可通过";
          case NOT_MET -> "通不过";
          case UNKNOWN -> "待定";
        },
        basis(verdict.checklist()),
        few(
            verdict.findings().stream()
                .filter(finding -> finding.truth() == Truth.NOT_MET)
                .map(Prospects::fault)
                .toList()),
        few(
            Stream.concat(
                    verdict.question().missing().stream()
                        .map(cell -> Shown.name(cell, verdict.facts().on())),
                    verdict.question().missingTitles().stream().map(Title::label))
                .toList()),
        verdict.truth() == Truth.NOT_MET ? Missing.words(verdict) : null);
  }

  private String basis(Checklist checklist) {
    String edition =
        editions.find(checklist.edition()).map(Edition::name).orElse(checklist.edition());
    String notice = checklist.overlay() == null ? "" : "，并按年度通知";
    return checklist.applicant() == Applicant.RENEWAL
        ? edition + notice
        : edition + notice + "（没有复核清单，按新申报）";
  }

  private static String fault(Finding finding) {
    Finding.Measure measure = finding.measure();
    String text = finding.clause().text();
    if (measure == null || measure.actual() == null) {
      return text;
    }
    String unit = measure.unit();
    String found =
        "%s：现为 %s，要求 %s"
            .formatted(text, Shown.measured(measure.actual(), unit), measure.required());
    return measure.shortfall() == null
        ? found
        : found + "，差 " + Shown.measured(measure.shortfall(), unit);
  }

  private static List<String> few(List<String> all) {
    return all.size() <= NAMED
        ? all
        : Stream.concat(all.stream().limit(NAMED), Stream.of("等 " + all.size() + " 项")).toList();
  }
}
