package seedbed.company;

import java.time.LocalDate;
import java.util.List;

/// The titles of one company, with whether the list is known to be complete.
public record TitleRegister(List<TitleHolding> holdings, boolean complete) {

  /// Whether a title was held on a day, as far as the register can tell.
  public enum Standing {
    HELD,
    NOT_HELD,
    UNKNOWN
  }

  public TitleRegister {
    holdings = List.copyOf(holdings);
  }

  public static TitleRegister of(Company company, List<TitleHolding> holdings) {
    return new TitleRegister(holdings, company.titlesComplete());
  }

  /// A document that names a recognition but no end proves the start only. So in a register that
  /// was never checked, an open end is unknown, not for ever.
  public Standing on(String title, LocalDate day) {
    boolean open = false;
    for (TitleHolding holding : holdings) {
      if (holding.title().equals(title) && holding.covers(day)) {
        if (complete || holding.heldTo() != null) {
          return Standing.HELD;
        }
        open = true;
      }
    }
    return complete && !open ? Standing.NOT_HELD : Standing.UNKNOWN;
  }
}
