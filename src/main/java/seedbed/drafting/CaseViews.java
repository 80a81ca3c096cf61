package seedbed.drafting;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import seedbed.criteria.ChecklistTrack;
import seedbed.criteria.WorkedCase;
import seedbed.criteria.rule.Checklist;
import seedbed.web.Chips;
import seedbed.web.FieldError;
import seedbed.web.FormErrors;

/// Puts the cases of a draft into words.
@Singleton
class CaseViews {
  private static final int SUGGESTED = 30;

  private final Views views;
  private final Trials trials;
  private final CaseForm form;

  CaseViews(Views views, Trials trials, CaseForm form) {
    this.views = views;
    this.trials = trials;
    this.form = form;
  }

  CasesPage page(Manuscript manuscript, int wanted) {
    var edition = manuscript.edition();
    if (edition == null || edition.checklists().isEmpty()) {
      return new CasesPage(
          views.head(manuscript),
          0,
          0,
          List.of(),
          "草案还有读不懂的地方，改正后才能试算例。",
          new Chips("清单", "list", List.of()),
          0,
          List.of(),
          List.of(),
          FormErrors.NONE);
    }
    var list = wanted < 0 || wanted >= edition.checklists().size() ? 0 : wanted;
    var checklist = edition.checklists().get(list);
    var result = trials.of(manuscript);
    List<CasesPage.Line> lines = new ArrayList<>();
    for (var trial : result.trials()) {
      lines.add(line(lines.size(), trial));
    }
    return new CasesPage(
        views.head(manuscript),
        lines.size(),
        result.failed(),
        lines,
        "",
        views.lists(edition, list),
        list,
        form.fields(checklist),
        suggestions(checklist, result),
        FormErrors.of(
            result.problems().stream()
                .map(problem ->
                    new FieldError("", FieldWords.spoken(problem.what() + "。" + problem.remedy())))
                .toList()));
  }

  private static List<CasesPage.Suggested> suggestions(Checklist checklist, Trials.Result result) {
    var base = Suggestions.base(checklist, result.trials());
    var written = result.trials().stream().map(trial -> trial.worked().name()).toList();
    return base == null
        ? List.of()
        : Suggestions.of(checklist, base, written).stream().limit(SUGGESTED).toList();
  }

  private static CasesPage.Line line(int place, WorkedCase.Trial trial) {
    var worked = trial.worked();
    return new CasesPage.Line(
        place,
        worked.name(),
        worked.facts().on().toString(),
        ChecklistTrack.of(worked.track()).map(ChecklistTrack::label).orElse("")
            + " · "
            + worked.applicant().label(),
        CaseWords.of(worked.expected().verdict()),
        CaseWords.expected(trial),
        CaseWords.differences(trial),
        trial.passed());
  }
}
