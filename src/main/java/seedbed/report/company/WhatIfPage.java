package seedbed.report.company;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.company.Company;
import seedbed.criteria.rule.Truth;
import seedbed.verdict.ClauseMoves.ClauseMove;
import seedbed.verdict.FactFields.Changed;
import seedbed.verdict.FactFields.Group;
import seedbed.verdict.VerdictPanel;
import seedbed.web.Choice;
import seedbed.web.FormErrors;

/// What would be if some facts were different: the fields, how every title moves, and the chosen
/// title explained on the supposed facts.
///
/// @param changes the facts that are supposed to be different
/// @param more indicators and titles that can be added to the fields
@Introspected
record WhatIfPage(
    Company company,
    String title,
    String titleLabel,
    List<Group> groups,
    List<Choice> more,
    FormErrors errors,
    List<Changed> changes,
    List<Move> moves,
    @Nullable VerdictPanel verdict) {

  /// Whoever reads this may try figures; nothing else leads from here.
  public CompanySheet.Doors doors() {
    return new CompanySheet.Doors(true, false, false, false, false, false);
  }

  /// How many facts are supposed to be different.
  public int changed() {
    return changes.size();
  }

  /// The titles whose verdict is another one by that.
  public List<Move> moved() {
    return moves.stream().filter(Move::changed).toList();
  }

  /// The titles of which a clause is judged differently by that.
  public List<Move> shifted() {
    return moves.stream().filter(move -> !move.clauses().isEmpty()).toList();
  }

  /// What a browser takes out of an answer beside the verdict: what moved, and what is wrong.
  public String elsewhere() {
    var places = new StringBuilder("#moves,#problems");
    for (var group : groups) {
      for (var field : group.fields()) {
        places.append(",#").append(field.name()).append("-problem");
      }
    }
    return places.toString();
  }

  /// One title before and after.
  @Introspected
  record Move(
      String code,
      String label,
      boolean chosen,
      Truth before,
      String beforeWords,
      Truth after,
      String afterWords,
      boolean changed,
      List<ClauseMove> clauses) {}
}
