package seedbed.evidence.folder;

import jakarta.inject.Singleton;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageTree;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;
import seedbed.admission.Milestone;
import seedbed.evidence.ContentStore;
import seedbed.evidence.Evidence;
import seedbed.evidence.content.FileFormat;
import seedbed.evidence.content.OfficeText;
import seedbed.pdf.ChineseFont;
import seedbed.web.Formats;

/// Writes the papers of an application as one PDF: cover, what is missing, contents, then clause by
/// clause. Whatever is merged lies in a scratch file, not in memory.
@Singleton
class FolderPdf {

  private static final float HEADING = 16;
  private static final float TEXT = 11;
  private static final float SMALL = 9;

  private final ContentStore store;
  private final ChineseFont fonts;

  FolderPdf(ContentStore store, ChineseFont fonts) {
    this.store = store;
    this.fonts = fonts;
  }

  /// A line of the contents and the page of the body on which it begins, from 0.
  private record Entry(String label, int page) {}

  void write(Folder folder, Path file) throws IOException {
    try (PDDocument document = new PDDocument(IOUtils.createTempFileOnlyStreamCache())) {
      Letters font = new Letters(fonts.in(document));
      List<Entry> entries = body(document, font, folder);
      int body = document.getNumberOfPages();
      int front = front(document, font, folder, entries, 0) - body;
      for (int page = document.getNumberOfPages() - 1; page >= body; page--) {
        document.removePage(page);
      }
      front(document, font, folder, entries, front);
      bringForward(document, body);
      number(document, font);
      document.getDocumentInformation().setTitle(folder.company() + "佐证材料");
      document.save(file.toFile());
    }
  }

  private List<Entry> body(PDDocument document, Letters font, Folder folder) throws IOException {
    List<Entry> entries = new ArrayList<>();
    Map<Long, Integer> placed = new LinkedHashMap<>();
    for (Folder.Part part : folder.parts()) {
      entries.add(
          new Entry("第 " + part.place() + " 条　" + part.wording(), document.getNumberOfPages()));
      try (Sheets sheets = new Sheets(document, font)) {
        sheets
            .paragraph("第 " + part.place() + " 条", HEADING)
            .paragraph(part.clause(), SMALL)
            .rule()
            .paragraph(part.wording(), TEXT + 1)
            .down(8)
            .paragraph("判定：" + part.found(), TEXT)
            .down(8);
        for (Folder.Item item : part.items()) {
          Integer earlier = placed.get(item.evidence().id());
          sheets.paragraph(
              "· " + described(item) + (earlier == null ? "" : "（已列在第 " + earlier + " 条）"), TEXT);
        }
        for (Folder.Want want : part.wants()) {
          if (want.missing()) {
            sheets.paragraph("· 缺少：%s（用于%s）".formatted(want.label(), want.proves()), TEXT);
          }
        }
      }
      for (Folder.Item item : part.items()) {
        if (placed.putIfAbsent(item.evidence().id(), part.place()) == null) {
          add(document, font, item.evidence(), entries);
        }
      }
    }
    if (!folder.others().isEmpty()) {
      entries.add(new Entry("其他材料", document.getNumberOfPages()));
      try (Sheets sheets = new Sheets(document, font)) {
        sheets.paragraph("其他材料", HEADING).rule();
        for (Folder.Item item : folder.others()) {
          sheets.paragraph("· " + described(item), TEXT);
        }
      }
      for (Folder.Item item : folder.others()) {
        add(document, font, item.evidence(), entries);
      }
    }
    return entries;
  }

  private static String described(Folder.Item item) {
    Evidence evidence = item.evidence();
    Evidence.Version current = evidence.current();
    String end =
        current == null || current.expiresOn() == null ? "" : "，有效期至 " + current.expiresOn();
    return evidence.name()
        + "（"
        + evidence.kind().label()
        + "，"
        + item.standing().label()
        + end
        + "）";
  }

  private void add(PDDocument document, Letters font, Evidence evidence, List<Entry> entries)
      throws IOException {
    Evidence.Version version = evidence.current();
    if (version == null) {
      return;
    }
    entries.add(new Entry("　　" + evidence.name(), document.getNumberOfPages()));
    File content = store.verified(version.hash()).toFile();
    if (version.format() == FileFormat.PDF) {
      try (PDDocument paper =
          Loader.loadPDF(content, "", null, null, IOUtils.createTempFileOnlyStreamCache())) {
        new PDFMergerUtility().appendDocument(document, paper);
      }
    } else if (version.format().picture()) {
      Photos.add(document, content);
    } else {
      text(document, font, evidence, version, content.toPath());
    }
  }

  private static void text(
      PDDocument document, Letters font, Evidence evidence, Evidence.Version version, Path content)
      throws IOException {
    List<String> lines = OfficeText.of(content, version.format(), version.bytes());
    try (Sheets sheets = new Sheets(document, font)) {
      sheets
          .paragraph(evidence.name(), HEADING)
          .paragraph(
              version.format() == FileFormat.TEXT
                  ? "原件为文本文件"
                  : lines.isEmpty()
                      ? "原件为" + version.format().label() + "，不能并入本册，请在系统中下载原件。"
                      : "原件为Office文件，已附文本，原件见系统。",
              SMALL)
          .rule();
      for (String line : lines) {
        sheets.paragraph(line, TEXT);
      }
    }
  }

  /// @return how many pages there are then
  private static int front(
      PDDocument document, Letters font, Folder folder, List<Entry> entries, int before)
      throws IOException {
    try (Sheets cover = new Sheets(document, font)) {
      cover.down(150).centred(folder.company(), 24).down(20).centred("申请进入" + folder.title(), 18);
      cover.down(6).centred("佐证材料", 30).down(170);
      if (folder.creditCode() != null) {
        cover.centred("统一社会信用代码：" + folder.creditCode(), TEXT + 1);
      }
      cover.centred("申请编号：第 " + folder.application() + " 号（" + folder.stage() + "）", TEXT + 1);
      cover.centred(folder.edition(), TEXT + 1);
      cover.centred(Formats.longDay(folder.day()), TEXT + 1);
      Milestone then = folder.then();
      if (then != null) {
        cover.centred("材料截至" + Formats.longDay(then.on()) + "“" + then.label() + "”时", TEXT);
      }
      if (folder.demo()) {
        cover.down(12).centred("示例数据，企业和材料均为虚构", TEXT);
      }
    }
    try (Sheets gaps = new Sheets(document, font)) {
      List<String> missing = folder.gaps();
      gaps.paragraph("缺少和到期的材料", HEADING).rule();
      if (missing.isEmpty()) {
        gaps.paragraph("没有缺少或到期的材料。", TEXT);
      }
      for (String gap : missing) {
        gaps.paragraph(gap, TEXT);
      }
    }
    try (Sheets contents = new Sheets(document, font)) {
      contents.paragraph("目录", HEADING).rule();
      for (Entry entry : entries) {
        contents.entry(entry.label(), Integer.toString(entry.page() + before + 1), TEXT);
      }
    }
    return document.getNumberOfPages();
  }

  private static void bringForward(PDDocument document, int body) {
    PDPageTree pages = document.getPages();
    int front = document.getNumberOfPages() - body;
    for (int i = 0; i < front; i++) {
      PDPage page = pages.get(body + i);
      pages.remove(page);
      pages.insertBefore(page, pages.get(i));
    }
  }

  private static void number(PDDocument document, Letters font) throws IOException {
    int all = document.getNumberOfPages();
    int number = 0;
    for (PDPage page : document.getPages()) {
      String text = "第 " + ++number + " 页　共 " + all + " 页";
      try (var stream =
          new PDPageContentStream(
              document, page, PDPageContentStream.AppendMode.APPEND, true, true)) {
        stream.transform(upright(page));
        boolean lying = page.getRotation() % 180 != 0;
        PDRectangle box = page.getCropBox();
        float width = lying ? box.getHeight() : box.getWidth();
        stream.beginText();
        stream.newLineAtOffset((width - font.width(text, SMALL)) / 2, 24);
        font.show(stream, text, SMALL);
        stream.endText();
      }
    }
  }

  /// From the corner that is at the lower left when the page is looked at.
  private static Matrix upright(PDPage page) {
    PDRectangle box = page.getCropBox();
    float left = box.getLowerLeftX();
    float below = box.getLowerLeftY();
    return switch (page.getRotation()) {
      case 90 -> new Matrix(0, 1, -1, 0, left + box.getWidth(), below);
      case 180 -> new Matrix(-1, 0, 0, -1, left + box.getWidth(), below + box.getHeight());
      case 270 -> new Matrix(0, -1, 1, 0, left, below + box.getHeight());
      default -> new Matrix(1, 0, 0, 1, left, below);
    };
  }
}
