package seedbed.criteria.rule;

import java.math.BigDecimal;
import java.util.List;

/// One clause of a checklist, possibly made of parts.
///
/// Operations over criteria ([Judging], [Explaining], [Pathfinding]) are exhaustive switches, so a
/// new kind of criterion is a compile error until each of them knows it.
public sealed interface Criterion {
  Clause clause();

  /// A quantity held against a bound.
  record Threshold(
      Clause clause, Quantity quantity, Comparison comparison, BigDecimal bound, String unit)
      implements Criterion {}

  /// An answer out of a list.
  ///
  /// @param allowed one bit for each option that will do
  /// @param required the allowed answers in words, e.g. 省级以上
  record Choice(Clause clause, Cell cell, long allowed, String required) implements Criterion {}

  /// A fact that is declared, with evidence or on somebody's judgement.
  record Declared(Clause clause, Cell cell, Basis basis) implements Criterion {}

  /// What a declared fact rests on; it decides how a missing one is named.
  enum Basis {
    EVIDENCE,
    JUDGEMENT
  }

  /// One of these titles is held and valid.
  record Holds(Clause clause, List<Title> titles) implements Criterion {
    public Holds {
      titles = List.copyOf(titles);
    }
  }

  /// None of these titles is held.
  record Lacks(Clause clause, List<Title> titles) implements Criterion {
    public Lacks {
      titles = List.copyOf(titles);
    }
  }

  record All(Clause clause, List<Criterion> parts) implements Criterion {
    public All {
      parts = List.copyOf(parts);
    }
  }

  record Any(Clause clause, List<Criterion> parts) implements Criterion {
    public Any {
      parts = List.copyOf(parts);
    }
  }

  record AtLeast(Clause clause, int n, List<Criterion> parts) implements Criterion {
    public AtLeast {
      parts = List.copyOf(parts);
    }
  }

  /// What is required depends on a condition, such as the R&D tiers by revenue. The conditions
  /// exclude each other and leave nothing out; the last branch applies when no other does.
  record Branches(Clause clause, List<Branch> branches) implements Criterion {
    public Branches {
      branches = List.copyOf(branches);
      if (branches.isEmpty()) {
        throw new IllegalArgumentException(clause.id() + ": no branches");
      }
    }
  }

  record Branch(Criterion when, Criterion then) {}

  /// The same condition for each of the last years, newest first: one failing year decides even
  /// when another is missing.
  record EveryYear(Clause clause, List<Criterion> years) implements Criterion {
    public EveryYear {
      years = List.copyOf(years);
    }
  }

  record AnyYear(Clause clause, List<Criterion> years) implements Criterion {
    public AnyYear {
      years = List.copyOf(years);
    }
  }

  /// A wording that can be read in several ways. Where the readings agree the answer stands; where
  /// they differ it is unknown and 口径敏感.
  record Readings(Clause clause, List<Reading> readings) implements Criterion {
    public Readings {
      readings = List.copyOf(readings);
      if (readings.isEmpty()) {
        throw new IllegalArgumentException(clause.id() + ": no readings");
      }
    }
  }

  record Reading(String name, Criterion criterion) {}

  record Scored(Clause clause, ScoreSheet sheet) implements Criterion {}

  /// A clause that no figure can decide for now.
  record Open(Clause clause, Reason reason) implements Criterion {}

  /// A condition that a yearly notice does not test in its round.
  ///
  /// @param clause the notice's clause, under the id of the waived criterion
  record Waived(Clause clause, Criterion criterion) implements Criterion {}
}
