package seedbed.criteria.rule;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A sheet of points with a total to reach and classes that may have floors of their own.
public record ScoreSheet(BigDecimal pass, List<ScoreClass> classes) {
  public ScoreSheet {
    classes = List.copyOf(classes);
  }

  /// A group of lines.
  ///
  /// @param floor the points this class must reach, if it has such a floor
  public record ScoreClass(
      String id, String name, BigDecimal max, @Nullable BigDecimal floor, List<Item> items) {
    public ScoreClass {
      items = List.copyOf(items);
    }
  }

  /// One line of the sheet.
  public sealed interface Item {
    Line line();

    /// The best tier whose condition is met counts.
    record Tiered(Line line, List<Tier> tiers, BigDecimal otherwise) implements Item {
      public Tiered {
        tiers = List.copyOf(tiers);
      }
    }

    /// Every met condition adds its points, up to a cap.
    record Cumulative(Line line, List<Tier> tiers, BigDecimal cap) implements Item {
      public Cumulative {
        tiers = List.copyOf(tiers);
      }
    }

    /// Points for every full step of a quantity, up to a cap.
    record Stepped(
        Line line,
        Quantity quantity,
        String unit,
        BigDecimal every,
        BigDecimal points,
        BigDecimal cap)
        implements Item {}

    /// Points that somebody enters, with evidence.
    record Entered(Line line, Cell cell) implements Item {}

    /// The better of several lines counts.
    record Best(Line line, List<Item> items) implements Item {
      public Best {
        items = List.copyOf(items);
      }
    }
  }

  public record Line(String id, String text, BigDecimal max) {

    /// A line has no clause of its own; its sheet has.
    Clause clause() {
      return new Clause(id, "", text, Proof.SEED, null);
    }
  }

  /// Points for a condition; nothing is deducted, because no way leads away from a condition.
  ///
  /// @param text the condition in the words of the sheet
  public record Tier(BigDecimal points, String text, Criterion when) {
    public Tier {
      if (points.signum() < 0) {
        throw new IllegalArgumentException(text + ": points are not deducted");
      }
    }
  }

  /// The points a line can still have: one number when everything it reads is known.
  public record Points(BigDecimal low, BigDecimal high) {
    public static final Points NONE = new Points(BigDecimal.ZERO, BigDecimal.ZERO);

    public static Points exactly(BigDecimal points) {
      return new Points(points, points);
    }

    /// Either of two numbers of points, whichever is the larger.
    static Points between(BigDecimal one, BigDecimal other) {
      return new Points(one.min(other), one.max(other));
    }

    public boolean known() {
      return low.compareTo(high) == 0;
    }

    Points plus(Points other) {
      return new Points(low.add(other.low), high.add(other.high));
    }

    Points atMost(BigDecimal cap) {
      return new Points(low.min(cap), high.min(cap));
    }

    Points orBetter(Points other) {
      return new Points(low.max(other.low), high.max(other.high));
    }

    Truth reaches(BigDecimal bound) {
      return low.compareTo(bound) >= 0
          ? Truth.MET
          : high.compareTo(bound) < 0 ? Truth.NOT_MET : Truth.UNKNOWN;
    }

    /// `62`, or `52–62` while something is missing.
    public String shown() {
      return known() ? Fraction.plain(low) : Fraction.plain(low) + "–" + Fraction.plain(high);
    }
  }
}
