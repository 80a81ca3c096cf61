package seedbed.report.dossier;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import seedbed.report.dossier.DossierPages.Volume;
import seedbed.web.Formats;
import seedbed.word.OfficialDocument;
import seedbed.word.WordTable;

/// Dossiers as one official document.
@Singleton
class DossierWord {

  void write(Volume volume, OutputStream out) throws IOException {
    Dossier first = volume.dossiers().getFirst();
    try (OfficialDocument document = new OfficialDocument(volume.title())) {
      document.subtitle("数据截至" + Formats.longDay(first.day()) + "，供" + first.knownBy() + "使用");
      if (volume.many()) {
        document.contents(
            volume.dossiers().stream()
                .map(dossier -> dossier.company() + "（" + dossier.region() + "）")
                .toList());
      }
      for (Dossier dossier : volume.dossiers()) {
        if (volume.many()) {
          document.part(dossier.company());
        }
        if (dossier.demo()) {
          document.text("示例数据，企业为虚构。");
        }
        dossier.chapters().forEach(chapter -> write(document, chapter));
      }
      document.write(out);
    }
  }

  private static void write(OfficialDocument document, Dossier.Chapter chapter) {
    document.heading(chapter.heading());
    boolean below = false;
    for (Dossier.Block block : chapter.blocks()) {
      block.words().forEach(document::text);
      boolean table = !block.columns().isEmpty();
      if (table) {
        if (below && block.words().isEmpty()) {
          document.gap();
        }
        document.table(columns(block), block.rows());
      }
      below = table;
    }
  }

  private static List<WordTable.Column> columns(Dossier.Block block) {
    return block.columns().stream()
        .map(column ->
            column.number()
                ? WordTable.Column.number(column.label(), column.share())
                : WordTable.Column.text(column.label(), column.share()))
        .toList();
  }
}
