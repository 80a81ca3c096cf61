package seedbed.reward;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.Level;
import seedbed.reward.Grant.Fault;
import seedbed.reward.Grant.Part;
import seedbed.spreadsheet.CellReading;
import seedbed.spreadsheet.Reading;
import seedbed.spreadsheet.SheetCell;

/// Reads what somebody wrote about a reward, in a form or in a row of a list.
public final class GrantReading {

  private static final int LAST_YEAR = 9_999;

  private final Source source;
  private final Function<String, Optional<Long>> archive;
  private final List<Fault> unread = new ArrayList<>();

  private GrantReading(Source source, Function<String, Optional<Long>> archive) {
    this.source = source;
    this.archive = archive;
  }

  /// Where each part is written.
  public interface Source {

    SheetCell cell(Part part);

    Reading<String> words(Part part);
  }

  /// @param archive finds a document by its number
  public static GrantDraft of(Source source, Function<String, Optional<Long>> archive) {
    return new GrantReading(source, archive).draft();
  }

  private GrantDraft draft() {
    return new GrantDraft(
        taken(Part.YEAR, CellReading.number(source.cell(Part.YEAR), "年").then(GrantReading::year)),
        words(Part.ITEM),
        taken(Part.LEVEL, source.words(Part.LEVEL).then(GrantReading::level)),
        words(Part.DOCUMENT),
        words(Part.NUMBER),
        amount(Part.DUE),
        amount(Part.GRANTED),
        words(Part.REASON),
        taken(Part.DECIDED_ON, CellReading.day(source.cell(Part.DECIDED_ON))),
        taken(Part.PAID_ON, CellReading.day(source.cell(Part.PAID_ON))),
        taken(Part.ARCHIVED, source.words(Part.ARCHIVED).then(this::archived)),
        words(Part.REMARK),
        unread);
  }

  private @Nullable String words(Part part) {
    return taken(part, source.words(part));
  }

  private @Nullable BigDecimal amount(Part part) {
    return taken(part, CellReading.number(source.cell(part), "万元"));
  }

  private <T> @Nullable T taken(Part part, Reading<T> reading) {
    return switch (reading) {
      case Reading.Given<T>(var value, _) -> value;
      case Reading.Blank<T>() -> null;
      case Reading.Wrong<T>(var reason, var remedy) -> {
        unread.add(new Fault(part, reason, remedy));
        yield null;
      }
    };
  }

  private static Reading<Integer> year(BigDecimal number) {
    return number.stripTrailingZeros().scale() > 0
            || number.signum() < 0
            || number.compareTo(BigDecimal.valueOf(LAST_YEAR)) > 0
        ? Reading.wrong("“" + number.toPlainString() + "”不是年度", "填四位数字，例如 2025")
        : Reading.given(number.intValueExact());
  }

  // As forms send it, as pages show it, and as officials shorten it.
  private static Reading<Level> level(String words) {
    return Arrays.stream(Level.values())
        .filter(level ->
            level.code().equals(words)
                || level.label().equals(words)
                || level.label().equals(words + "级"))
        .findFirst()
        .map(Reading::given)
        .orElseGet(() -> Reading.wrong("“" + words + "”不是级别", "选择市级、省级或国家级"));
  }

  private Reading<Long> archived(String number) {
    return archive
        .apply(number)
        .map(Reading::given)
        .orElseGet(() -> Reading.wrong("本单位档案中没有编号为“" + number + "”的有效文件", "核对编号，尚未归档的留空"));
  }
}
