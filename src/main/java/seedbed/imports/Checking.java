package seedbed.imports;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import seedbed.spreadsheet.SpreadsheetFile;
import seedbed.spreadsheet.SpreadsheetLimits;
import seedbed.spreadsheet.SpreadsheetRefused;

/// Looks through a file and says what storing it would do; stores nothing.
@Singleton
class Checking {

  /// Beyond this many the columns are probably shifted, and a longer list helps nobody.
  static final int MOST_FINDINGS = 100_000;

  /// What came of it.
  sealed interface Outcome {}

  /// @param remarked how many of the good rows somebody has to look at
  /// @param cautions how many findings somebody has to look at
  record Report(
      Heading heading,
      long total,
      long good,
      long wrong,
      long known,
      long remarked,
      long cautions,
      List<Finding> findings,
      List<Checked.Doubt> doubts)
      implements Outcome {}

  record Refused(String sentence) implements Outcome {}

  private final Recognising recognising;
  private final Examination examination;

  Checking(Recognising recognising, Examination examination) {
    this.recognising = recognising;
    this.examination = examination;
  }

  /// Adds rows up while they pass by.
  private static final class Sum {
    private final List<Finding> findings;
    private final List<Checked.Doubt> doubts = new ArrayList<>();
    private final RowCounts counts = new RowCounts();

    Sum(List<Finding> findings) {
      this.findings = new ArrayList<>(findings);
    }

    void add(List<Checked> slice) {
      counts.add(slice);
      slice.forEach(row -> {
        findings.addAll(row.findings());
        if (row instanceof Checked.Wrong wrong && wrong.doubt() != null) {
          doubts.add(wrong.doubt());
        }
      });
      if (findings.size() > MOST_FINDINGS) {
        throw new TooMany();
      }
    }

    Report report(Heading heading) {
      long cautions = findings.stream().filter(finding -> !finding.error()).count();
      return new Report(
          heading,
          counts.total(),
          counts.good(),
          counts.wrong(),
          counts.known(),
          counts.remarked(),
          cautions,
          List.copyOf(findings),
          List.copyOf(doubts));
    }
  }

  private static final class TooMany extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooMany() {
      super("too many findings", null, false, false);
    }
  }

  Outcome check(Import upload, byte[] bytes, Ticker ticker) {
    try {
      SpreadsheetFile file = SpreadsheetFile.open(bytes, SpreadsheetLimits.STANDARD);
      return switch (recognising.recognise(file, upload)) {
        case Recognising.Known(var heading) -> check(upload, file, heading, ticker);
        case Recognising.Unknown(var sentence) -> new Refused(sentence);
      };
    } catch (SpreadsheetRefused refused) {
      return new Refused(refused.sentence());
    } catch (TooMany _) {
      return new Refused("问题超过 %,d 处，没有继续检查。请先核对各列是否错位，或改用从本系统下载的模板。".formatted(MOST_FINDINGS));
    }
  }

  private Outcome check(Import upload, SpreadsheetFile file, Heading heading, Ticker ticker)
      throws SpreadsheetRefused {
    long total = examination.count(file, heading);
    if (total == 0) {
      return new Refused("表头下面没有数据。请填写后再上传。");
    }
    ticker.reached(0, total);
    Sum sum = new Sum(heading.findings());
    examination.run(upload, file, heading, total, ticker, sum::add);
    return sum.report(heading);
  }
}
