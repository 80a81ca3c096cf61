package seedbed.report.company;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import seedbed.access.Scope;
import seedbed.assessment.Assessing;
import seedbed.assessment.Assessment;
import seedbed.assessment.Rung;
import seedbed.company.Absence;
import seedbed.criteria.Editions;
import seedbed.criteria.rule.Facts;
import seedbed.criteria.rule.Truth;
import seedbed.criteria.rule.Verdict;
import seedbed.report.company.WhatIfPage.Move;
import seedbed.verdict.ClauseMoves;
import seedbed.verdict.FactFields;
import seedbed.verdict.Sources;
import seedbed.verdict.VerdictPanel;
import seedbed.web.ChosenDay;
import seedbed.web.FormErrors;

/// Judges a company on facts that somebody supposes. Nothing is stored.
@Singleton
class WhatIf {
  private final Assessing assessing;
  private final ChosenRung chosenRung;
  private final FactFields fields;
  private final Editions editions;

  WhatIf(Assessing assessing, ChosenRung chosenRung, FactFields fields, Editions editions) {
    this.assessing = assessing;
    this.chosenRung = chosenRung;
    this.fields = fields;
    this.editions = editions;
  }

  /// @param typed what the address or the form says, by field
  WhatIfPage page(long id, Scope scope, ChosenDay day, Map<String, String> typed) {
    var known = assessing.assess(id, scope, day.day()).orElseThrow(() -> Absence.of(id, day));
    var rung = chosenRung.of(known, typed.get("title"));
    var verdict = rung.flatMap(Rung::verdict).orElse(null);
    var chosen = fields.chosen(verdict, typed, day.day());
    var supposition = fields.read(chosen, typed, known.facts());
    var supposed = assessing.assess(id, scope, day.day(), supposition::applied).orElseThrow();
    return new WhatIfPage(
        known.company(),
        rung.map(each -> each.title().code()).orElse(""),
        rung.map(each -> each.title().label()).orElse(""),
        fields.groups(chosen, supposition, typed, known.facts()),
        fields.more(chosen),
        FormErrors.of(supposition.errors()),
        fields.changes(supposition, known.facts()),
        moves(known, supposed, rung),
        rung.map(each -> panel(each, supposed, known.facts())).orElse(null));
  }

  private @Nullable VerdictPanel panel(Rung rung, Assessment supposed, Facts known) {
    return supposed
        .rung(rung.title().code())
        .flatMap(Rung::verdict)
        .map(verdict ->
            VerdictPanel.of(
                supposed.company(),
                rung.title(),
                verdict,
                editions,
                Sources.supposing(supposed, known),
                false))
        .orElse(null);
  }

  private static List<Move> moves(Assessment known, Assessment supposed, Optional<Rung> chosen) {
    var moves = new ArrayList<Move>();
    for (var rung : known.ladder()) {
      var before = rung.verdict();
      var after = supposed.rung(rung.title().code()).flatMap(Rung::verdict);
      if (before.isPresent() && after.isPresent()) {
        moves.add(move(rung, before.get(), after.get(), chosen.filter(rung::equals).isPresent()));
      }
    }
    return List.copyOf(moves);
  }

  private static Move move(Rung rung, Verdict before, Verdict after, boolean chosen) {
    return new Move(
        rung.title().code(),
        rung.title().label(),
        chosen,
        before.truth(),
        words(before),
        after.truth(),
        words(after),
        !words(before).equals(words(after)),
        ClauseMoves.of(before, after));
  }

  private static String words(Verdict verdict) {
    return switch (verdict.truth()) {
      case MET -> "全部满足";
      case NOT_MET -> verdict.count(Truth.NOT_MET) + " 项不满足";
      case UNKNOWN -> verdict.count(Truth.UNKNOWN) + " 项待定";
    };
  }
}
