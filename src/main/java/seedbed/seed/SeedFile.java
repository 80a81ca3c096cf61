package seedbed.seed;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One CSV file of seed data.
record SeedFile(List<NamedCsvRecord> rows) {

  static SeedFile read(Path directory, String name) {
    Path file = directory.resolve(name);
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
      return new SeedFile(reader.stream().toList());
    } catch (IOException e) {
      throw new UncheckedIOException("初始数据文件读不出来：" + file.toAbsolutePath() + "，请核对文件是否完整。", e);
    }
  }

  static @Nullable String optional(NamedCsvRecord row, String column) {
    String value = row.getField(column);
    return value.isEmpty() ? null : value;
  }
}
