package seedbed.plan;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a draft says after two have written on it: what only one of them changed is as he wrote it.
/// A row of a table is one thing, so that no row is made of the words of two.
///
/// @param kept what is kept, by whoever wrote since
/// @param content the same with what only this writer changed
/// @param contested fields of what both changed and not to the same words; one of them has to
///   choose
/// @param others fields that only somebody else changed
record Merged(Content kept, Content content, List<String> contested, List<String> others) {

  Merged {
    contested = List.copyOf(contested);
    others = List.copyOf(others);
  }

  /// @param seen what the writer had in front of him
  /// @param mine what he sends
  static Merged of(Seen seen, Content kept, Content mine) {
    Map<String, String> taken = new HashMap<>();
    TreeSet<String> contested = new TreeSet<>();
    TreeSet<String> others = new TreeSet<>();
    for (List<String> fields : apart(kept, mine)) {
      if (fields.stream().allMatch(field -> seen.said(field, mine.field(field)))) {
        others.addAll(fields);
      } else if (fields.stream().allMatch(field -> seen.said(field, kept.field(field)))) {
        fields.forEach(field -> taken.put(field, mine.field(field)));
      } else {
        contested.addAll(fields);
      }
    }
    return new Merged(kept, kept.with(taken), List.copyOf(contested), List.copyOf(others));
  }

  // The fields that say different things, with those of one row together.
  private static Collection<List<String>> apart(Content kept, Content mine) {
    return Stream.of(kept, mine)
        .flatMap(content -> content.fields().keySet().stream())
        .distinct()
        .filter(field -> !mine.field(field).equals(kept.field(field)))
        .collect(Collectors.groupingBy(Content::unit))
        .values();
  }
}
