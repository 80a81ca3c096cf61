package seedbed.report.dossier;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import seedbed.pdf.Markup;
import seedbed.pdf.PaperPdf;
import seedbed.report.dossier.DossierPages.Volume;
import seedbed.web.Formats;

/// Dossiers as one PDF with a cover, contents with page numbers, and the company at the head of
/// each of its pages.
@Singleton
class DossierPdf {

  private static final String STYLE =
      """
      @page { size: A4; margin: 24mm 18mm 20mm;
        @top-center { content: element(running); }
        @bottom-center { content: '第 ' counter(page) ' 页　共 ' counter(pages) ' 页'; font-family: paper; font-size: 9pt; color: #555 } }
      body { font-family: paper; font-size: 10.5pt; line-height: 1.6; word-wrap: break-word }
      .cover { text-align: center; padding-top: 80mm }
      .cover h1 { font-size: 26pt; font-weight: 400; margin: 0 0 12mm }
      .running { position: running(running); font-size: 9pt; color: #555; text-align: center }
      .dossier { page-break-before: always }
      h2 { font-size: 16pt; font-weight: 400; text-align: center; margin: 0 0 4mm }
      h3 { font-size: 12pt; font-weight: 400; margin: 6mm 0 2mm; page-break-after: avoid }
      p { margin: 0 0 2mm }
      table { width: 100%; border-collapse: collapse; margin: 0 0 3mm; -fs-table-paginate: paginate; table-layout: fixed }
      th, td { border: 0.5pt solid #888; padding: 1mm 1.5mm; font-size: 9pt; font-weight: 400; text-align: left; vertical-align: top }
      th { background: #eef2f7 }
      tr { page-break-inside: avoid }
      .number { text-align: right }
      .contents a { color: #000; text-decoration: none }
      .contents .page { float: right }
      .contents .page:after { content: target-counter(attr(href), page) }
      """;

  private final PaperPdf printer;

  DossierPdf(PaperPdf printer) {
    this.printer = printer;
  }

  void write(Volume volume, OutputStream out) throws IOException {
    printer.write(markup(volume), out);
  }

  static String markup(Volume volume) {
    var text = new StringBuilder("<html><head><title>");
    Markup.append(text, volume.title())
        .append("</title><style>")
        .append(STYLE)
        .append("</style></head><body>");
    if (volume.many()) {
      cover(text, volume);
    }
    for (Dossier dossier : volume.dossiers()) {
      dossier(text, dossier, volume.many());
    }
    return text.append("</body></html>").toString();
  }

  private static void cover(StringBuilder text, Volume volume) {
    Dossier first = volume.dossiers().getFirst();
    text.append("<div class=\"cover\"><h1>");
    Markup.append(text, volume.title()).append("</h1><p>共 ").append(volume.dossiers().size());
    text.append(" 家</p><p>数据截至").append(Formats.longDay(first.day())).append("，供");
    Markup.append(text, first.knownBy())
        .append("使用</p></div><div class=\"dossier contents\"><h2>目录</h2>");
    for (Dossier dossier : volume.dossiers()) {
      String link = "#company-" + dossier.companyId();
      text.append("<p><a class=\"page\" href=\"").append(link).append("\"></a><a href=\"");
      text.append(link).append("\">");
      Markup.append(text, dossier.company()).append("　");
      Markup.append(text, dossier.region()).append("</a></p>");
    }
    text.append("</div>");
  }

  private static void dossier(StringBuilder text, Dossier dossier, boolean many) {
    text.append("<div");
    if (many) {
      text.append(" class=\"dossier\"");
    }
    text.append(" id=\"company-").append(dossier.companyId()).append("\"><div class=\"running\">");
    Markup.append(text, dossier.company()).append("一企一册　数据截至 ").append(dossier.day());
    text.append("</div><h2>");
    Markup.append(text, dossier.company()).append("</h2>");
    if (!many) {
      text.append("<p>数据截至").append(Formats.longDay(dossier.day())).append("，供");
      Markup.append(text, dossier.knownBy()).append("使用。</p>");
    }
    if (dossier.demo()) {
      text.append("<p>示例数据，企业为虚构。</p>");
    }
    dossier.chapters().forEach(chapter -> chapter(text, chapter));
    text.append("</div>");
  }

  private static void chapter(StringBuilder text, Dossier.Chapter chapter) {
    text.append("<h3>");
    Markup.append(text, chapter.heading()).append("</h3>");
    for (Dossier.Block block : chapter.blocks()) {
      for (String words : block.words()) {
        text.append("<p>");
        Markup.append(text, words).append("</p>");
      }
      if (!block.columns().isEmpty()) {
        table(text, block);
      }
    }
  }

  private static void table(StringBuilder text, Dossier.Block block) {
    int shares = block.columns().stream().mapToInt(Dossier.Column::share).sum();
    text.append("<table><thead><tr>");
    for (Dossier.Column column : block.columns()) {
      text.append("<th style=\"width: ").append(100 * column.share() / shares).append("%\"");
      text.append(column.number() ? " class=\"number\">" : ">");
      Markup.append(text, column.label()).append("</th>");
    }
    text.append("</tr></thead><tbody>");
    for (var row : block.rows()) {
      text.append("<tr>");
      for (int place = 0; place < row.size(); place++) {
        text.append(block.columns().get(place).number() ? "<td class=\"number\">" : "<td>");
        Markup.append(text, row.get(place)).append("</td>");
      }
      text.append("</tr>");
    }
    text.append("</tbody></table>");
  }
}
