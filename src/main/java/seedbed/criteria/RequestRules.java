package seedbed.criteria;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What companies may ask for, who answers, and by when; in calendar days.
///
/// @param officeUnit the unit the office belongs to
/// @param silenceDays without a word of the company after an answer, until it counts as agreed
/// @param silenceNoticeDays how many days before that the company is told once more
/// @param escalation in the order of their days
/// @param units whoever a request may be given to
/// @param kinds by code, in the order in which forms offer them
public record RequestRules(
    String officeUnit,
    int routingDays,
    int silenceDays,
    int silenceNoticeDays,
    int reopenDays,
    int longestDays,
    int transfers,
    int extensions,
    int extensionDays,
    List<Level> escalation,
    List<String> units,
    Map<String, Kind> kinds) {

  public RequestRules {
    escalation = List.copyOf(escalation);
    units = List.copyOf(units);
    kinds = Collections.unmodifiableMap(new LinkedHashMap<>(kinds));
  }

  /// Whom lateness reaches.
  public enum Charge {
    DEPARTMENT,
    OFFICE,
    LEADER
  }

  /// From so many days late on, somebody is responsible.
  public record Level(int days, Charge charge, String label) {}

  /// @param unit who answers by default; null where the office decides each time
  /// @param days for an answer
  /// @param direct goes to its unit at once
  /// @param words by which it is recognised in what somebody wrote
  public record Kind(
      String label, @Nullable String unit, int days, boolean direct, List<String> words) {

    public Kind {
      words = List.copyOf(words);
    }

    /// Whether a text has one of its words.
    public boolean named(String text) {
      return words.stream().anyMatch(text::contains);
    }

    private long found(String text) {
      return words.stream().filter(text::contains).count();
    }
  }

  public Optional<Kind> kind(String code) {
    return Optional.ofNullable(kinds.get(code));
  }

  /// How a kind is called; one that was taken out of the file keeps its code.
  public String label(String code) {
    Kind kind = kinds.get(code);
    return kind == null ? code : kind.label();
  }

  /// The code of the kind of which a text has more words than of any other; nothing is guessed
  /// where two have as many.
  public Optional<String> suggested(String text) {
    long most = kinds.values().stream().mapToLong(kind -> kind.found(text)).max().orElse(0);
    List<String> found =
        kinds.entrySet().stream()
            .filter(kind -> kind.getValue().found(text) == most)
            .map(Map.Entry::getKey)
            .toList();
    return most > 0 && found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  /// For an answer; as long as the longest kind where this one was taken out of the file.
  public int days(String code) {
    Kind kind = kinds.get(code);
    return kind == null
        ? kinds.values().stream().mapToInt(Kind::days).max().orElse(longestDays)
        : kind.days();
  }
}
