package seedbed.company;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// The titles of one company as they were known on a day, with whether the list was known to be
/// complete then.
public record TitleRegister(List<TitleHolding> holdings, boolean complete, TitleYears years) {

  /// Whether a title was held on a day, as far as the register can tell.
  public enum Standing {
    HELD,
    NOT_HELD,
    UNKNOWN
  }

  public TitleRegister {
    holdings = List.copyOf(holdings);
  }

  /// What was known when the day ended.
  public static TitleRegister of(
      Company company, List<TitleHolding> holdings, LocalDate day, TitleYears years) {
    return new TitleRegister(
        holdings.stream().map(holding -> holding.knownOn(day)).flatMap(Optional::stream).toList(),
        company.titlesComplete(day),
        years);
  }

  public Standing on(String title, LocalDate day) {
    boolean open = false;
    for (TitleHolding holding : holdings) {
      if (holding.title().equals(title) && holding.covers(day)) {
        if (proves(holding, day)) {
          return Standing.HELD;
        }
        open = true;
      }
    }
    return complete && !open ? Standing.NOT_HELD : Standing.UNKNOWN;
  }

  /// Whether a row that covers the day proves that the title was still held then. A document that
  /// names a recognition but no end proves the start only, so an open end is unknown where the
  /// register was never checked, and everywhere once the term of the title is over.
  public boolean proves(TitleHolding holding, LocalDate day) {
    return holding.heldTo() != null
        || (complete && !years.over(holding.title(), holding.heldFrom(), day));
  }
}
