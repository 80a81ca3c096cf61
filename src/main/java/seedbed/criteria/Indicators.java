package seedbed.criteria;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.rule.Indicator;

/// The dictionary of indicators: what companies report and criteria read.
public final class Indicators {
  private final Map<String, Entry> byCode = new LinkedHashMap<>();

  Indicators(List<Entry> entries) {
    entries.forEach(entry -> byCode.put(entry.code(), entry));
  }

  /// All entries in the order in which forms ask for them.
  public List<Entry> entries() {
    return List.copyOf(byCode.values());
  }

  public List<Entry> of(Group group) {
    return byCode.values().stream().filter(entry -> entry.group() == group).toList();
  }

  public List<Indicator> all() {
    return byCode.values().stream().map(Entry::indicator).toList();
  }

  /// The codes of what a unit answers for.
  public Set<String> confirmedBy(String unit) {
    return byCode.values().stream()
        .filter(entry -> entry.confirmedBy().contains(unit))
        .map(Entry::code)
        .collect(Collectors.toUnmodifiableSet());
  }

  public Optional<Indicator> find(String code) {
    return entry(code).map(Entry::indicator);
  }

  /// What has to lie behind a figure; empty where nothing has to, or there is no such indicator.
  public Optional<Paper> paper(String code) {
    return entry(code).map(Entry::paper);
  }

  public Optional<Entry> entry(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /// The paper that proves an indicator. One paper may prove several: a year's audit report has
  /// revenue and profit in it.
  ///
  /// @param name as officials call it, the same for all that it proves
  public record Paper(EvidenceKind kind, String name) {}

  /// One indicator with what a form says about it.
  ///
  /// @param confirmedBy the units whose word makes a figure a confirmed one
  /// @param hint how to fill it in and what proves it
  /// @param paper what has to lie behind a figure of it; null where nothing has to
  public record Entry(
      Indicator indicator,
      Group group,
      List<String> confirmedBy,
      String hint,
      @Nullable Paper paper) {

    public Entry {
      confirmedBy = List.copyOf(confirmedBy);
    }

    public String code() {
      return indicator.code();
    }

    public String label() {
      return indicator.label();
    }
  }

  /// The parts of a form.
  public enum Group {
    BASIC("基本情况"),
    OPERATION("经营情况"),
    SPECIAL("专业化"),
    FINE("精细化"),
    FEATURE("特色化"),
    INNOVATION("创新能力");

    private final String label;

    Group(String label) {
      this.label = label;
    }

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    public String label() {
      return label;
    }

    static Optional<Group> of(String code) {
      return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }
  }
}
