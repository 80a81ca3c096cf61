package seedbed.criteria;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import seedbed.criteria.rule.Indicator;

/// What a yearly sheet asks for, group by group, and what is checked while it is filled in.
///
/// @param bounds what is asked about when it is more than something else
/// @param signs indicators whose change of sign is asked about
/// @param aboveZero indicators whose zero is asked about
public record SheetPlan(
    Map<Indicators.Group, List<Indicators.Entry>> groups,
    List<PartsOfWhole> parts,
    List<Bound> bounds,
    Set<String> signs,
    Set<String> aboveZero,
    Jumps jumps,
    Days days) {

  public SheetPlan {
    groups = new LinkedHashMap<>(groups);
    parts = List.copyOf(parts);
    bounds = List.copyOf(bounds);
    signs = Set.copyOf(signs);
    aboveZero = Set.copyOf(aboveZero);
  }

  /// Parts that together cannot be more than their whole.
  public record PartsOfWhole(List<Indicator> parts, Indicator whole, Level level) {
    public PartsOfWhole {
      parts = List.copyOf(parts);
    }
  }

  /// What is seldom more than something else. It is no part of it and may be negative, so that it
  /// says nothing about anything but itself, and is only ever asked about.
  public record Bound(Indicator value, Indicator bound) {}

  /// How often last year's value this year's may be.
  ///
  /// @param unit from here on a wrong unit is suspected
  /// @param remark from here on a reason is asked for
  public record Jumps(BigDecimal unit, BigDecimal remark, Set<String> indicators) {
    public Jumps {
      indicators = Set.copyOf(indicators);
    }
  }

  /// What is asked about days.
  ///
  /// @param earliest before which a day is asked about
  /// @param steady indicators whose day does not change, so that a change is asked about
  public record Days(LocalDate earliest, Set<String> steady) {
    public Days {
      steady = Set.copyOf(steady);
    }
  }

  public enum Level {
    /// Keeps the sheet from being handed in.
    ERROR,
    /// Wants a sentence of explanation.
    NOTICE
  }

  /// Everything it asks for, in the order of the form.
  public Stream<Indicators.Entry> entries() {
    return groups.values().stream().flatMap(List::stream);
  }

  /// Reads `sheets.yml`; throws [FaultyConfig] with all that is wrong with it.
  static SheetPlan read(Path folder, Indicators indicators) {
    var problems = new Problems();
    var plan =
        problems.attempt(() ->
            new SheetPlanReader(indicators)
                .read(YamlValue.of(folder.resolve("sheets.yml"), "sheets.yml", problems)));
    problems.refuse();
    return plan.orElseThrow();
  }
}
