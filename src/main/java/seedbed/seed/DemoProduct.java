package seedbed.seed;

import java.util.List;
import java.util.Locale;
import seedbed.company.Track;

/// Something a demonstration company makes.
record DemoProduct(
    String product,
    String nameWord,
    String industryCode,
    String industryName,
    Track track,
    String cluster) {

  static List<DemoProduct> of(SeedFile file) {
    return file.rows().stream()
        .map(row ->
            new DemoProduct(
                row.getField("product"),
                row.getField("name_word"),
                row.getField("industry_code"),
                row.getField("industry_name"),
                Track.valueOf(row.getField("track").toUpperCase(Locale.ROOT)),
                row.getField("cluster")))
        .toList();
  }
}
