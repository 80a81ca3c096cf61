package seedbed.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// What a draft says after two have written on it: what only one of them changed is as he wrote it.
///
/// @param kept what is kept, by whoever wrote since
/// @param content the same with what only this writer changed
/// @param contested fields that both changed and not to the same words; one of them has to choose
/// @param others fields that only somebody else changed
record Merged(Content kept, Content content, List<String> contested, List<String> others) {

  Merged {
    contested = List.copyOf(contested);
    others = List.copyOf(others);
  }

  /// @param seen what the writer had in front of him
  /// @param mine what he sends
  static Merged of(Seen seen, Content kept, Content mine) {
    TreeSet<String> fields = new TreeSet<>(kept.fields().keySet());
    fields.addAll(mine.fields().keySet());
    Map<String, String> taken = new HashMap<>();
    TreeSet<String> contested = new TreeSet<>();
    TreeSet<String> others = new TreeSet<>();
    for (String field : fields) {
      String words = mine.field(field);
      if (words.equals(kept.field(field))) {
        continue;
      }
      if (seen.said(field, words)) {
        others.add(field);
      } else if (seen.said(field, kept.field(field))) {
        taken.put(field, words);
      } else {
        contested.add(field);
      }
    }
    return new Merged(kept, kept.with(taken), List.copyOf(contested), List.copyOf(others));
  }
}
