package seedbed.seed;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import seedbed.company.Track;

/// A kind of demonstration company: how many there are, between which bounds their figures lie, and
/// in turn what each of them lacks.
record Archetype(
    String name,
    int count,
    Track track,
    String ladder,
    boolean tidy,
    Map<String, String> bounds,
    List<Map<String, String>> flaws) {

  static List<Archetype> of(SeedFile file) {
    return file.rows().stream().map(Archetype::of).toList();
  }

  /// The bounds for the n-th company of this kind: those of the kind, except for its own flaw.
  Profile profile(int nth) {
    Map<String, String> own = new HashMap<>(bounds);
    own.putAll(flaws.get(nth % flaws.size()));
    return new Profile(own);
  }

  private static Archetype of(NamedCsvRecord row) {
    return new Archetype(
        row.getField("archetype"),
        Integer.parseInt(row.getField("count")),
        Track.valueOf(row.getField("track").toUpperCase(Locale.ROOT)),
        row.getField("ladder"),
        row.getField("tidy").equals("yes"),
        Map.copyOf(row.getFieldsAsMap()),
        List.of(row.getField("flaws").split("\\|", -1)).stream().map(Archetype::flaw).toList());
  }

  private static Map<String, String> flaw(String text) {
    Map<String, String> changes = new HashMap<>();
    for (String change : text.split(";", -1)) {
      if (!change.isEmpty()) {
        String[] sides = change.split("=", 2);
        changes.put(sides[0], sides[1]);
      }
    }
    return changes;
  }
}
