package seedbed.evidence.content;

import java.util.Arrays;
import java.util.Optional;

/// The kinds of files that are taken; everything else is refused.
public enum FileFormat {
  PDF("PDF", "application/pdf", "pdf"),
  DOCX(
      "Word 文档", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
  XLSX("Excel 工作簿", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
  PPTX(
      "PPT 演示文稿",
      "application/vnd.openxmlformats-officedocument.presentationml.presentation",
      "pptx"),
  DOC("旧版 Word 文档", "application/msword", "doc"),
  XLS("旧版 Excel 工作簿", "application/vnd.ms-excel", "xls"),
  PPT("旧版 PPT 演示文稿", "application/vnd.ms-powerpoint", "ppt"),
  OFD("OFD 版式文件", "application/ofd", "ofd"),
  JPEG("JPG 图片", "image/jpeg", "jpg jpeg"),
  PNG("PNG 图片", "image/png", "png"),
  TEXT("文本", "text/plain", "txt csv");

  /// As people are told what they may bring.
  public static final String ALLOWED =
      "PDF、OFD、Word（docx、doc）、Excel（xlsx、xls）、PPT（pptx、ppt）、JPG、PNG、TXT、CSV";

  private final String label;
  private final String mediaType;
  private final String extensions;

  FileFormat(String label, String mediaType, String extensions) {
    this.label = label;
    this.mediaType = mediaType;
    this.extensions = extensions;
  }

  public String label() {
    return label;
  }

  public String mediaType() {
    return mediaType;
  }

  /// How a browser can show it without acting on it.
  public Preview preview() {
    return switch (this) {
      case JPEG, PNG -> Preview.PICTURE;
      case PDF -> Preview.PAGES;
      case DOCX, XLSX, TEXT -> Preview.LINES;
      case PPTX, DOC, XLS, PPT, OFD -> Preview.NONE;
    };
  }

  /// What is shown in place of a file.
  public enum Preview {
    /// The file itself.
    PICTURE,
    /// Pictures of its pages, drawn by us.
    PAGES,
    /// What it says, without its looks.
    LINES,
    NONE
  }

  public boolean picture() {
    return this == JPEG || this == PNG;
  }

  boolean named(String extension) {
    return Arrays.asList(extensions.split(" ", -1)).contains(extension);
  }

  static Optional<FileFormat> ofExtension(String extension) {
    return Arrays.stream(values()).filter(format -> format.named(extension)).findFirst();
  }
}
