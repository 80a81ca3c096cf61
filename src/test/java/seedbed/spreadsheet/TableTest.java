package seedbed.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("导出的表格")
final class TableTest {

  private static final List<Table.Column> COLUMNS = List.of(Table.Column.count("序号"));

  private final List<Integer> asked = new ArrayList<>();

  private Table listing(int lines) {
    return Table.sliced(
        "名单",
        COLUMNS,
        (size, offset) -> {
          asked.add(offset);
          return IntStream.range(offset, Math.min(lines, offset + size)).boxed().toList();
        },
        line -> List.of(line));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 499, 500, 501, 1500})
  @DisplayName("每一行都在，一行只有一次，次序不变")
  void everyLineIsThereOnceAndInOrder(int lines) {
    List<Object> read = new ArrayList<>();
    listing(lines).rows().forEach(row -> read.add(row.getFirst()));

    assertThat(read).isEqualTo(IntStream.range(0, lines).boxed().toList());
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "499, 0", "500, 0;500", "501, 0;500", "1200, 0;500;1000"})
  @DisplayName("不满的一段是最后一段，不再多读")
  void aSliceThatIsNotFullIsTheLast(int lines, String offsets) {
    listing(lines).rows().forEach(_ -> {});

    assertThat(asked).isEqualTo(Stream.of(offsets.split(";")).map(Integer::valueOf).toList());
  }

  @Test
  @DisplayName("写到哪里才读到哪里")
  void aSliceIsReadOnlyWhenItsLinesAreWanted() {
    var rows = listing(5000).rows().iterator();

    assertThat(asked).isEmpty();
    for (int line = 0; line < 500; line++) {
      rows.next();
    }
    assertThat(asked).containsExactly(0);
  }
}
