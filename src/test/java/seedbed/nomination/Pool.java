package seedbed.nomination;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.Rulebook;
import seedbed.criteria.Titles;
import seedbed.criteria.rule.Checklist;
import seedbed.criteria.rule.Checklist.Applicant;
import seedbed.criteria.rule.Facts;
import seedbed.criteria.rule.Truth;

/// Companies by number with what is known of them, and the standards of the project.
final class Pool implements Knowledge {

  static final Rulebook RULES = Rulebook.read(Path.of("config"));
  static final Titles TITLES = RULES.titles();

  private record Held(long company, String title, LocalDate from, @Nullable LocalDate to) {
    boolean covers(LocalDate on) {
      return !on.isBefore(from) && (to == null || on.isBefore(to));
    }
  }

  private record Figure(long company, String indicator, int year, BigDecimal value) {}

  private final List<Held> held = new ArrayList<>();
  private final List<Figure> figures = new ArrayList<>();
  private final Set<Long> checked = new HashSet<>();

  Pool holding(long company, String title, LocalDate from, @Nullable LocalDate to) {
    held.add(new Held(company, title, from, to));
    return this;
  }

  Pool with(long company, String indicator, int year, String value) {
    figures.add(new Figure(company, indicator, year, new BigDecimal(value)));
    return this;
  }

  /// What is not held is known not to be held.
  Pool checked(long company) {
    checked.add(company);
    return this;
  }

  @Override
  public Optional<Checklist> checklist(long company, String title, LocalDate on) {
    return RULES.editions().inForce(title, "manufacturing", Applicant.NEW, on);
  }

  @Override
  public Facts facts(long company, LocalDate on) {
    var facts = Facts.on(on, RULES.slots());
    for (var figure : figures) {
      var back = on.getYear() - 1 - figure.year();
      if (figure.company() == company && back >= 0) {
        var indicator = RULES.indicators().find(figure.indicator()).orElseThrow();
        facts.set(RULES.slots().cell(indicator, back), figure.value());
      }
    }
    RULES.slots().titles().forEach(title -> facts.held(title, holds(company, title.code(), on)));
    return facts.build();
  }

  @Override
  public Truth holds(long company, String title, LocalDate on) {
    var held =
        this.held.stream()
            .anyMatch(
                each -> each.company() == company && each.title().equals(title) && each.covers(on));
    return held ? Truth.MET : checked.contains(company) ? Truth.NOT_MET : Truth.UNKNOWN;
  }
}
