package seedbed.nomination;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.company.TitleHolding;
import seedbed.company.TitleHolding.FromPrecision;
import seedbed.company.TitleRegister;

/// What came of an entry, as far as the register of titles tells.
///
/// @param on the day of the recognition as the register has it; null where there is none
record Outcome(Kind kind, @Nullable LocalDate on) {

  enum Kind {
    WON("已认定", "met"),
    WON_LATER("以后年度认定", "held"),
    /// Renewed, or won again: the first recognition was before the year.
    AGAIN("复核或再次认定", "held"),
    /// A document says that the title is held, not since when.
    UNDATED("已持有，认定年份未载明", "held"),
    MISSED("未认定", "not"),
    OPEN("待结果", "idle"),
    /// The year is over, and nobody has said whether the register is complete.
    UNRECORDED("结果未登记", "unknown"),
    DROPPED("已调出", "idle");

    private final String label;
    private final String styleClass;

    Kind(String label, String styleClass) {
      this.label = label;
      this.styleClass = styleClass;
    }

    public String label() {
      return label;
    }

    public String styleClass() {
      return styleClass;
    }
  }

  static Outcome of(Nomination entry, TitleRegister register, LocalDate today) {
    if (!entry.stands()) {
      return new Outcome(Kind.DROPPED, null);
    }
    int year = entry.aboutYear();
    List<TitleHolding> since =
        register.holdings().stream()
            .filter(holding -> holding.title().equals(entry.title()))
            .filter(holding -> holding.heldFrom().getYear() >= year)
            .sorted(Comparator.comparing(TitleHolding::heldFrom))
            .toList();
    if (!since.isEmpty()) {
      TitleHolding first = since.getFirst();
      boolean before =
          register.holdings().stream()
              .filter(holding -> holding.title().equals(entry.title()))
              .anyMatch(holding -> holding.heldFrom().isBefore(first.heldFrom()));
      return new Outcome(before ? Kind.AGAIN : kind(first, year), first.heldFrom());
    }
    if (today.getYear() <= year) {
      return new Outcome(Kind.OPEN, null);
    }
    return new Outcome(register.complete() ? Kind.MISSED : Kind.UNRECORDED, null);
  }

  private static Kind kind(TitleHolding holding, int year) {
    if (holding.fromPrecision() == FromPrecision.AT_LATEST) {
      return Kind.UNDATED;
    }
    return holding.heldFrom().getYear() == year ? Kind.WON : Kind.WON_LATER;
  }

  boolean won() {
    return kind == Kind.WON || kind == Kind.WON_LATER || kind == Kind.UNDATED || kind == Kind.AGAIN;
  }
}
