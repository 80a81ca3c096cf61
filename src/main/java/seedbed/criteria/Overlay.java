package seedbed.criteria;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.rule.Checklist;
import seedbed.criteria.rule.Checklist.Applicant;
import seedbed.criteria.rule.Clause;
import seedbed.criteria.rule.Criterion;

/// What a yearly notice changes about the criteria of one title in its round.
///
/// @param from the first day of the round
/// @param to the last day of the round
public record Overlay(
    String id,
    String name,
    String title,
    Document document,
    LocalDate from,
    LocalDate to,
    List<String> notes,
    List<Rule> rules,
    String contentHash) {

  public Overlay {
    notes = List.copyOf(notes);
    rules = List.copyOf(rules);
  }

  /// Whether it could be known on the day.
  public boolean publishedBy(LocalDate on) {
    return document.outBy(on, from);
  }

  public boolean covers(LocalDate on) {
    return !on.isBefore(from) && !on.isAfter(to);
  }

  Optional<Rule> ruleFor(Applicant applicant) {
    return rules.stream().filter(rule -> rule.applicant() == applicant).findFirst();
  }

  /// What holds for one kind of applicant in the round.
  ///
  /// @param edition the edition to judge by, when the notice names one
  /// @param waived the notice's clauses, each under the id of the criterion it does not test
  /// @param added criteria after those of the edition
  public record Rule(
      Applicant applicant, @Nullable String edition, List<Clause> waived, List<Criterion> added) {
    public Rule {
      waived = List.copyOf(waived);
      added = List.copyOf(added);
    }

    /// A checklist as this round tests it.
    Checklist overlay(Checklist checklist, Overlay notice) {
      var all = new ArrayList<Criterion>(checklist.criteria().size() + added.size());
      checklist.criteria().forEach(criterion -> all.add(waive(criterion)));
      all.addAll(added);
      return new Checklist(
          checklist.edition(),
          checklist.editionHash(),
          notice.id(),
          checklist.title(),
          checklist.track(),
          applicant,
          all);
    }

    private Criterion waive(Criterion criterion) {
      return waived.stream()
          .filter(clause -> clause.id().equals(criterion.clause().id()))
          .findFirst()
          .<Criterion>map(clause -> new Criterion.Waived(clause, criterion))
          .orElse(criterion);
    }
  }
}
