package seedbed.criteria;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.rule.Title;

/// The titles a company can hold, and the ladder they make.
public final class Titles {
  private final Map<String, Rung> byCode = new LinkedHashMap<>();

  Titles(List<Rung> rungs) {
    rungs.stream()
        .sorted(Comparator.comparingInt(Rung::ladder))
        .forEach(rung -> byCode.put(rung.code(), rung));
  }

  /// From the lowest rung to the highest.
  public List<Rung> ladder() {
    return List.copyOf(byCode.values());
  }

  public Optional<Rung> find(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /// @param code one that is known to exist
  public Rung get(String code) {
    return find(code).orElseThrow(() -> new IllegalArgumentException("no such title: " + code));
  }

  /// A title and its place on the ladder.
  ///
  /// @param requirements which titles have to be held before this one can be applied for, as one
  ///   document after the other says
  /// @param years how long it is valid; null where no source proves it
  public record Rung(
      Title title,
      String shortLabel,
      Level level,
      Kind kind,
      int ladder,
      List<Requirement> requirements,
      @Nullable Integer years) {
    public Rung {
      requirements = List.copyOf(requirements);
    }

    /// What has to be held before, by the document of the day; empty when nothing is needed.
    public Optional<Requirement> requirement(LocalDate on) {
      return requirements.stream().filter(each -> each.inForce(on)).findFirst();
    }

    public String code() {
      return title.code();
    }

    public String label() {
      return title.label();
    }
  }

  /// Titles of which one must be held before another can be applied for.
  ///
  /// @param document 文号 and clause
  /// @param to the last day it applies; null while nothing has replaced it
  public record Requirement(
      List<String> titles, String document, LocalDate from, @Nullable LocalDate to) {
    public Requirement {
      titles = List.copyOf(titles);
    }

    boolean inForce(LocalDate on) {
      return !on.isBefore(from) && (to == null || !on.isAfter(to));
    }
  }

  public enum Kind {
    POOL("培育库"),
    RECOGNITION("企业称号"),
    PRODUCT("产品称号");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    public String label() {
      return label;
    }

    static Optional<Kind> of(String code) {
      return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }
  }
}
