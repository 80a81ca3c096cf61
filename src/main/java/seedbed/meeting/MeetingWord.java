package seedbed.meeting;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.word.Imprint;
import seedbed.word.OfficialDay;
import seedbed.word.OfficialDocument;
import seedbed.word.WordTable;

/// Agendas and minutes as official documents.
final class MeetingWord {

  private static final List<WordTable.Column> DECISIONS =
      List.of(
          WordTable.Column.centred("序号", 8),
          WordTable.Column.text("议定事项", 50),
          WordTable.Column.centred("责任单位", 22),
          WordTable.Column.centred("完成期限", 20));

  private MeetingWord() {}

  static String fileName(Paper paper) {
    return paper.title() + "（" + paper.period() + "）.docx";
  }

  /// @param imprint none as long as it is not in the archive
  /// @return what it says
  static String write(
      Paper paper, Paper.Kind kind, @Nullable Imprint imprint, Papers.When when, OutputStream out)
      throws IOException {
    try (OfficialDocument document = new OfficialDocument(paper.title())) {
      document
          .made(when.at())
          .subtitle(imprint == null ? paper.period() + "（草稿）" : imprint.number());
      for (Paper.Fact fact : paper.facts()) {
        document.text(fact.label() + "：" + fact.text());
      }
      document.heading(kind == Paper.Kind.AGENDA ? "议题" : "会议议定情况");
      for (Paper.Entry entry : paper.entries()) {
        entry(document, entry, kind);
      }
      if (kind == Paper.Kind.MINUTES) {
        decisions(document, paper);
      }
      if (imprint != null) {
        document.signed(paper.unit(), when.on()).imprint(imprint);
      }
      document.write(out);
      return document.words();
    }
  }

  private static void entry(OfficialDocument document, Paper.Entry entry, Paper.Kind kind) {
    document.subheading(entry.place() + "．" + OfficialDay.in(entry.headline()));
    if (!entry.reason().isEmpty()) {
      document.text((kind == Paper.Kind.AGENDA ? "列入理由：" : "情况：") + OfficialDay.in(entry.reason()));
    }
    if (kind == Paper.Kind.MINUTES) {
      entry.conclusion().lines().filter(line -> !line.isBlank()).forEach(document::text);
    }
  }

  private static void decisions(OfficialDocument document, Paper paper) {
    document.heading("议定事项");
    List<List<String>> rows =
        paper.entries().stream()
            .flatMap(entry -> entry.decisions().stream())
            .map(each ->
                List.of(
                    "" + each.number(), each.words(), each.owner(), OfficialDay.in(each.dueOn())))
            .toList();
    if (rows.isEmpty()) {
      document.text("本次会议没有需要跟踪办理的议定事项。");
    } else {
      document.table(DECISIONS, rows).hint("议定事项由责任单位按期办理并在系统中报告进展，办结后由培育办销号；没有销号的列入下一次会议议程。");
    }
  }
}
