package seedbed.audit;

import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import seedbed.access.Act;

/// A deed as the trail holds it: its result, or its beginning where there is no result.
///
/// @param seq its number in the chain; absent for about a second
/// @param address absent when it is not known
/// @param detail absent when nothing was noted
record TrailRow(
    long id,
    @Nullable Long seq,
    @Nullable String hash,
    @Nullable Long account,
    @Nullable Long session,
    Note.Asked asked,
    @Nullable Integer result,
    @Nullable String address,
    @Nullable String detail) {

  Instant at() {
    return EntryIds.at(id);
  }

  Outcome outcome() {
    return Outcome.of(result);
  }

  /// The act in words, or the route of what is no act.
  String what() {
    String act = asked.act();
    if (Erasure.ACT.equals(act)) {
      return Erasure.LABEL;
    }
    if (SystemDeeds.SYSTEM.equals(asked.method())) {
      return "系统自动办理";
    }
    return act == null
        ? asked.method() + " " + (asked.route() == null ? "" : asked.route())
        : Arrays.stream(Act.values())
            .filter(each -> each.code().equals(act))
            .findFirst()
            .map(Act::label)
            .orElse(act);
  }

  @Nullable String about() {
    Note.Thing thing = asked.about();
    return thing == null ? null : ThingWords.shown(thing);
  }
}
