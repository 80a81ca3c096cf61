package seedbed.seed;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.LinkedHashMap;
import java.util.Map;

/// What proves an indicator of a demonstration company, who confirms it and for how many months the
/// proof is valid (0 for ever).
record Evidence(String document, String department, int months) {

  static Map<String, Evidence> of(SeedFile file) {
    Map<String, Evidence> byIndicator = new LinkedHashMap<>();
    for (NamedCsvRecord row : file.rows()) {
      String months = row.getField("valid_months");
      byIndicator.put(
          row.getField("indicator"),
          new Evidence(
              row.getField("source"),
              row.getField("confirmed_by"),
              months.isEmpty() ? 0 : Integer.parseInt(months)));
    }
    return byIndicator;
  }
}
