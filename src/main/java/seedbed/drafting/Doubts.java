package seedbed.drafting;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import seedbed.criteria.ChecklistComparison;
import seedbed.criteria.ChecklistComparison.Pair;
import seedbed.criteria.Described;
import seedbed.criteria.Edition;
import seedbed.criteria.Editions;
import seedbed.criteria.rule.Checklist;
import seedbed.criteria.rule.Proof;

/// What a draft says otherwise than its original while wording or proof stayed as they were. It may
/// be right, so it keeps nobody from publishing, but somebody has to look.
@Singleton
class Doubts {

  private final Editions editions;

  Doubts(Editions editions) {
    this.editions = editions;
  }

  List<String> of(Manuscript manuscript) {
    var edition = manuscript.edition();
    var original =
        Optional.ofNullable(manuscript.draft().original()).flatMap(editions::find).orElse(null);
    if (edition == null || original == null) {
      return List.of();
    }
    return edition.checklists().stream()
        .flatMap(next ->
            counterpart(next, original).stream()
                .flatMap(old -> ChecklistComparison.of(old, next).stream()))
        .flatMap(Doubts::doubts)
        .distinct()
        .toList();
  }

  private static Optional<Checklist> counterpart(Checklist list, Edition original) {
    return original.checklists().stream()
        .filter(old ->
            old.title().equals(list.title())
                && old.track().equals(list.track())
                && old.applicant() == list.applicant())
        .findFirst();
  }

  /// Of what is made of parts the parts are looked at, and whether it still says what they said.
  private static Stream<String> doubts(Pair pair) {
    return Stream.of(
            doubt(pair).stream(), outdated(pair), pair.parts().stream().flatMap(Doubts::doubts))
        .flatMap(Function.identity());
  }

  // A clause repeats the numbers of its parts.
  private static Stream<String> outdated(Pair pair) {
    var old = pair.old();
    var next = pair.next();
    if (old == null || next == null || !old.text().equals(next.text())) {
      return Stream.empty();
    }
    return pair.parts().stream()
        .flatMap(Doubts::moved)
        .filter(part ->
            Measure.of(needed(part.old())).stream().anyMatch(measure -> measure.in(next.text())))
        .map(part ->
            "“%s”：下级“%s”的要求由“%s”改为“%s”，本条文字没有改。"
                .formatted(
                    next.text(), part.next().text(), needed(part.old()), needed(part.next())));
  }

  private record Moved(Described old, Described next) {}

  private static Stream<Moved> moved(Pair pair) {
    var old = pair.old();
    var next = pair.next();
    var own =
        old == null || next == null || Objects.equals(old.required(), next.required())
            ? Stream.<Moved>empty()
            : Stream.of(new Moved(old, next));
    return Stream.concat(own, pair.parts().stream().flatMap(Doubts::moved));
  }

  private static Optional<String> doubt(Pair pair) {
    var old = pair.old();
    var next = pair.next();
    if (old == null || next == null) {
      return Optional.empty();
    }
    var moved = !Objects.equals(old.required(), next.required());
    var reworded = !old.text().equals(next.text());
    if (!moved && !reworded) {
      return Optional.empty();
    }
    var words = new ArrayList<String>();
    if (moved && !reworded) {
      words.add("要求由“%s”改为“%s”，条文文字没有改".formatted(needed(old), needed(next)));
    }
    if (moved && Measure.negative(needed(next)) && !Measure.negative(needed(old))) {
      words.add("要求改成了负数“%s”".formatted(needed(next)));
    }
    if (next.proof() == Proof.SEED && old.proof() == Proof.SEED) {
      words.add((words.isEmpty() ? "内容已改，" : "") + "核实依据仍为“%s”".formatted(Proof.SEED.label()));
    }
    return words.isEmpty()
        ? Optional.empty()
        : Optional.of("“%s”：%s。".formatted(next.text(), String.join("；", words)));
  }

  private static String needed(Described clause) {
    return clause.required() == null ? "无" : clause.required();
  }
}
