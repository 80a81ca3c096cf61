package seedbed.evidence.content;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.apache.tika.Tika;

/// What a file was found to be.
///
/// @param name as it may be saved anywhere
/// @param pages of a PDF; 0 for everything else
public record Examination(String name, FileFormat format, int pages) {

  private static final Tika TIKA = new Tika();
  private static final int HEAD = 8 * 1024;
  private static final byte[] COMPOUND = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};

  /// What the second opinion may call it; text has too many names to list.
  private static final Set<String> OFFICE =
      Set.of("application/zip", "application/x-tika-ooxml", "application/ofd");

  /// @throws FileRefused with a sentence for whoever sent it
  public static Examination of(String name, Path file, FileLimits limits)
      throws FileRefused, IOException {
    return of(name, file, new Effort(limits));
  }

  static Examination of(String name, Path file, Effort effort) throws FileRefused, IOException {
    FileName named = FileName.of(name);
    long size = Files.size(file);
    if (size == 0) {
      throw new FileRefused("文件是空的，没有受理。请重新选择文件。");
    }
    if (size > effort.limits().fileBytes()) {
      throw tooLarge(effort.limits());
    }
    FileFormat format;
    int pages = 0;
    try (FileBytes bytes = FileBytes.map(file)) {
      format = recognised(bytes, file, named, effort);
      requireAgreement(bytes, format);
    }
    if (!format.named(named.extension())) {
      throw new FileRefused(
          "文件名是 .%s，内容却是%s，两者不符，没有受理。请用相应的软件打开，另存后再上传。"
              .formatted(named.extension(), format.label()));
    }
    if (format == FileFormat.PDF) {
      pages = PdfObjects.check(file, effort.limits());
    }
    return new Examination(named.text(), format, pages);
  }

  public static FileRefused tooLarge(FileLimits limits) {
    return new FileRefused("文件超过 " + limits.fileMegabytes() + " MB，没有受理。请压缩图片或拆成几个文件后再上传。");
  }

  private static FileFormat recognised(FileBytes bytes, Path file, FileName named, Effort effort)
      throws FileRefused, IOException {
    if (bytes.has(0, "%PDF-".getBytes(StandardCharsets.US_ASCII))) {
      PdfBytes.check(bytes, effort);
      return FileFormat.PDF;
    }
    if (bytes.has(0, (byte) 'P', (byte) 'K')) {
      return OfficeFile.check(bytes, effort);
    }
    if (bytes.has(0, COMPOUND)) {
      return CompoundFile.check(file, effort);
    }
    if (Pictures.png(bytes)) {
      Pictures.checkPng(bytes, effort.limits());
      return FileFormat.PNG;
    }
    if (Pictures.jpeg(bytes)) {
      Pictures.checkJpeg(bytes, effort.limits());
      return FileFormat.JPEG;
    }
    if (!FileFormat.TEXT.named(named.extension())) {
      // Not even its beginning is what its name says; what is wrong with it as text is no help.
      throw disguised(named.extension());
    }
    PlainText.check(file);
    return FileFormat.TEXT;
  }

  private static FileRefused disguised(String extension) {
    String format = FileFormat.ofExtension(extension).map(FileFormat::label).orElse(extension);
    return new FileRefused(
        "文件名是 .%s，内容不是%s，两者不符，没有受理。文件可能改过扩展名，或者已经损坏；请用原来的软件打开，另存为 PDF 后再上传。"
            .formatted(extension, format.charAt(0) < 0x80 ? " " + format : format));
  }

  // Tika knows a thousand more formats; one that it takes for another is not what it seems.
  private static void requireAgreement(FileBytes bytes, FileFormat format) throws FileRefused {
    String opinion = TIKA.detect(bytes.head(HEAD));
    boolean agrees =
        switch (format) {
          case PDF, JPEG, PNG -> opinion.equals(format.mediaType());
          case DOCX, XLSX, PPTX, OFD -> OFFICE.contains(opinion) || opinion.endsWith("+zip");
          case DOC, XLS, PPT -> opinion.equals("application/x-tika-msoffice");
          case TEXT ->
              (opinion.startsWith("text/") && !opinion.equals("text/html"))
                  || opinion.equals("application/octet-stream");
        };
    if (!agrees) {
      throw new FileRefused(
          "文件内容像是 " + opinion + "，与扩展名不符，没有受理。可以上传 " + FileFormat.ALLOWED + "；其他格式请另存为 PDF 后再上传。");
    }
  }
}
