package seedbed.recognition;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.QueryValue;
import org.jspecify.annotations.Nullable;
import seedbed.web.Refusal;

/// What the register is narrowed to, as the address says it.
///
/// @param q words that are each part of a name, a short name, their pinyin initials or a credit
///   code
/// @param title one title; without it all but places in pools
/// @param town a region's code, everything below it is meant
/// @param within only titles in force that end within so many months
@Introspected
record RegisterFilter(
    @Nullable @QueryValue String q,
    @Nullable @QueryValue String title,
    @Nullable @QueryValue String state,
    @Nullable @QueryValue String town,
    @Nullable @QueryValue String batch,
    @Nullable @QueryValue Integer within,
    @Nullable @QueryValue Long company) {

  RegisterFilter {
    q = blankToNull(q);
    title = blankToNull(title);
    state = blankToNull(state);
    town = blankToNull(town);
    batch = blankToNull(batch);
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  public boolean any() {
    return q != null
        || state != null
        || town != null
        || batch != null
        || within != null
        || company != null;
  }

  @Nullable State wantedState() {
    return state == null
        ? null
        : State.of(state).orElseThrow(() -> new Refusal.Invalid("state", "没有“" + state + "”这种状态。"));
  }

  RegisterFilter withoutTitle() {
    return new RegisterFilter(q, null, state, town, batch, within, company);
  }

  RegisterFilter withState(State wanted) {
    return new RegisterFilter(q, title, wanted.code(), town, batch, within, company);
  }

  RegisterFilter withoutState() {
    return new RegisterFilter(q, title, null, town, batch, within, company);
  }

  RegisterFilter withoutTown() {
    return new RegisterFilter(q, title, state, null, batch, within, company);
  }

  RegisterFilter withoutWithin() {
    return new RegisterFilter(q, title, state, town, batch, null, company);
  }
}
