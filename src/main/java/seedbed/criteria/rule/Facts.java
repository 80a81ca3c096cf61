package seedbed.criteria.rule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/// What is known about one company on one day, at the places of a [Slots] table.
///
/// Every value is an exact decimal: an amount, a count, a number of percent or a rank as it is, a
/// flag as 1 or 0, a choice as the place of the answer among the options, a date as its epoch day.
/// A missing value carries the reason why it is missing; it is never zero.
public final class Facts {
  private final Slots slots;
  private final LocalDate on;
  private final @Nullable BigDecimal[] values;
  private final @Nullable Reason[] gaps;
  private final BitSet unconfirmed;
  private final Truth[] held;

  private Facts(
      Slots slots,
      LocalDate on,
      @Nullable BigDecimal[] values,
      @Nullable Reason[] gaps,
      BitSet unconfirmed,
      Truth[] held) {
    this.slots = slots;
    this.on = on;
    this.values = values;
    this.gaps = gaps;
    this.unconfirmed = unconfirmed;
    this.held = held;
  }

  public static Builder on(LocalDate on, Slots slots) {
    return new Builder(on, slots);
  }

  public LocalDate on() {
    return on;
  }

  public Slots slots() {
    return slots;
  }

  public @Nullable BigDecimal value(Cell cell) {
    return values[cell.slot()];
  }

  /// Why a value is missing; [Reason#NOT_REPORTED] unless something more is known.
  public Reason gap(Cell cell) {
    var gap = gaps[cell.slot()];
    return gap == null ? Reason.NOT_REPORTED : gap;
  }

  /// Whether the value counts although nobody has confirmed it yet.
  public boolean unconfirmed(Cell cell) {
    return unconfirmed.get(cell.slot());
  }

  /// Whether a title is held and valid on the judged date.
  public Truth holds(Title title) {
    return held[title.slot()];
  }

  /// What of this is still known when so many years have passed: figures move back by as many
  /// years, the years between are open, and what holds on a day is taken to hold on.
  Facts later(int years) {
    var later = new Builder(this, on.plusYears(years));
    slots
        .yearly()
        .forEach(cell -> {
          if (cell.back() < years) {
            later.missing(cell, Reason.NOT_REPORTED);
          } else {
            later.take(cell, slots.cell(cell.indicator(), cell.back() - years), this);
          }
        });
    return later.build();
  }

  /// A copy that can be changed; this one stays as it is.
  public Builder but() {
    return new Builder(this, on);
  }

  /// Collects facts; titles are unknown until told otherwise.
  public static final class Builder {
    private final Slots slots;
    private final LocalDate on;
    private final @Nullable BigDecimal[] values;
    private final @Nullable Reason[] gaps;
    private final BitSet unconfirmed;
    private final Truth[] held;

    private Builder(LocalDate on, Slots slots) {
      this.slots = slots;
      this.on = on;
      values = new BigDecimal[slots.size()];
      gaps = new Reason[slots.size()];
      unconfirmed = new BitSet();
      held = new Truth[slots.titles().size()];
      Arrays.fill(held, Truth.UNKNOWN);
    }

    private Builder(Facts facts, LocalDate on) {
      this.on = on;
      slots = facts.slots;
      values = facts.values.clone();
      gaps = facts.gaps.clone();
      unconfirmed = (BitSet) facts.unconfirmed.clone();
      held = facts.held.clone();
    }

    public Builder set(Cell cell, BigDecimal value) {
      values[cell.slot()] = value;
      gaps[cell.slot()] = null;
      unconfirmed.clear(cell.slot());
      return this;
    }

    public Builder setUnconfirmed(Cell cell, BigDecimal value) {
      set(cell, value);
      unconfirmed.set(cell.slot());
      return this;
    }

    public Builder missing(Cell cell, Reason reason) {
      values[cell.slot()] = null;
      gaps[cell.slot()] = reason;
      unconfirmed.clear(cell.slot());
      return this;
    }

    private void take(Cell cell, Cell from, Facts facts) {
      values[cell.slot()] = facts.values[from.slot()];
      gaps[cell.slot()] = facts.gaps[from.slot()];
      unconfirmed.set(cell.slot(), facts.unconfirmed.get(from.slot()));
    }

    public Builder held(Title title, Truth truth) {
      held[title.slot()] = truth;
      return this;
    }

    public Facts build() {
      return new Facts(
          slots, on, values.clone(), gaps.clone(), (BitSet) unconfirmed.clone(), held.clone());
    }
  }
}
