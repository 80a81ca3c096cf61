package seedbed.bulletin;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.word.Imprint;
import seedbed.word.OfficialDocument;
import seedbed.word.WordTable;

/// A bulletin as an official document, made from what it says and from nothing else.
final class BulletinWord {

  private static final List<String> PLACES =
      List.of("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五");

  private static final int TEXT_MILLIMETRES = 156;

  private BulletinWord() {}

  static String fileName(Content content) {
    return content.title() + "（" + content.period() + "）.docx";
  }

  /// @return what it says
  static String issued(Content content, Imprint imprint, LocalDate on, Instant at, OutputStream out)
      throws IOException {
    return write(content, imprint, on, at, out);
  }

  static void draft(Content content, Instant at, OutputStream out) throws IOException {
    write(content, null, null, at, out);
  }

  private static String write(
      Content content,
      @Nullable Imprint imprint,
      @Nullable LocalDate on,
      Instant at,
      OutputStream out)
      throws IOException {
    try (OfficialDocument document = new OfficialDocument(content.title())) {
      document.made(at).subtitle(content.period() + (on == null ? "（送审稿）" : ""));
      if (imprint != null) {
        document.subtitle(imprint.number());
      }
      document.text(content.basis());
      int place = 0;
      if (!content.highlights().isEmpty()) {
        highlights(document, content.highlights());
        place++;
      }
      for (Content.Part part : content.parts()) {
        document.heading(PLACES.get(place++) + "、" + part.heading());
        part(document, part);
      }
      if (on != null) {
        document.signed(content.unit(), on);
      }
      if (imprint != null) {
        document.imprint(imprint);
      }
      document.write(out);
      return document.words();
    }
  }

  private static void highlights(OfficialDocument document, List<Content.Highlight> highlights) {
    document.heading(PLACES.getFirst() + "、工作亮点");
    int place = 0;
    for (Content.Highlight highlight : highlights) {
      document.subheading("（" + PLACES.get(place++) + "）" + highlight.headline());
      highlight.words().lines().filter(line -> !line.isBlank()).forEach(document::text);
    }
  }

  private static void part(OfficialDocument document, Content.Part part) {
    part.sentences().forEach(document::text);
    part.words().lines().filter(line -> !line.isBlank()).forEach(document::text);
    for (Content.Grid grid : part.grids()) {
      document.caption(grid.caption());
      if (grid.trend() != null) {
        document.picture(
            TrendPicture.png(
                grid.trend().points().stream().map(Content.Point::value).toList(),
                grid.columns().stream().map(Content.Column::share).toList()),
            TEXT_MILLIMETRES);
      }
      document.table(
          grid.columns().stream().map(BulletinWord::column).toList(),
          grid.rows().stream().map(row -> row.stream().map(Content.Cell::text).toList()).toList());
      if (!grid.note().isEmpty()) {
        document.hint(grid.note());
      }
    }
  }

  private static WordTable.Column column(Content.Column column) {
    return column.numeric()
        ? WordTable.Column.centred(column.label(), column.share())
        : WordTable.Column.text(column.label(), column.share());
  }
}
