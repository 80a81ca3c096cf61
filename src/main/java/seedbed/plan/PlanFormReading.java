package seedbed.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import seedbed.evidence.content.Examination;
import seedbed.evidence.content.FileFormat;
import seedbed.evidence.content.FileLimits;
import seedbed.evidence.content.FileRefused;
import seedbed.word.WordContent;

/// Reads a form that came back.
///
/// @param sent the form as it would be given out now; only what was filled in on such a one is
///   read, or newer work in the browser would be lost
/// @param screen looks at the file before it is read
record PlanFormReading(PlanForm sent, Screen screen) {

  /// A filled form has a tenth of this; what is larger holds pictures.
  private static final FileLimits LIMITS = FileLimits.ofMegabytes(5, 20, 500, 150, 60, 1);

  private static final int CHUNK = 64 * 1024;
  private static final int MOST_UNREAD = 100;
  private static final String AGAIN = "请从方案页面重新下载 Word 表，把内容填进去后再上传。";

  /// Looks for malware.
  interface Screen {
    void pass(Path file) throws FileRefused;
  }

  /// What became of a file.
  sealed interface Result {}

  /// @param content what the form says; attachments are not among it
  /// @param unread in sentences, what could not be read or was read otherwise than it was written
  record Read(Content content, List<String> unread) implements Result {
    Read {
      unread = unread.size() <= MOST_UNREAD ? List.copyOf(unread) : shortened(unread);
    }

    private static List<String> shortened(List<String> unread) {
      List<String> first = new ArrayList<>(unread.subList(0, MOST_UNREAD));
      first.add("另有 " + (unread.size() - MOST_UNREAD) + " 处没有读取，请对照原表逐项核对。");
      return List.copyOf(first);
    }

    /// The plan that it makes of the one before, whose attachments and note it keeps.
    Content over(Content before) {
      Map<String, String> kept = new HashMap<>();
      before
          .fields()
          .forEach((name, value) -> {
            if (name.startsWith("file-") || name.equals(Content.NOTE)) {
              kept.put(name, value);
            }
          });
      return content.with(kept);
    }
  }

  /// @param sentence what was found and what to do
  record Refused(String sentence) implements Result {}

  /// Reads what was uploaded under a name.
  Result read(String name, InputStream bytes) throws IOException {
    @Nullable String wrong = wrongName(name);
    if (wrong != null) {
      return new Refused(wrong);
    }
    Path file = Files.createTempFile("seedbed-plan-form", ".docx");
    try {
      receive(bytes, file);
      Examination found = Examination.of(name, file, LIMITS);
      if (found.format() != FileFormat.DOCX) {
        return new Refused(notWord(name));
      }
      screen.pass(file);
      return examined(file);
    } catch (FileRefused refused) {
      return new Refused(refused.sentence());
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static @Nullable String wrongName(String name) {
    if (name.isBlank()) {
      return "没有选择文件。请选择填好的 Word 表（.docx）再上传。";
    }
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".docm") || lower.endsWith(".dotm")) {
      return "“" + name + "”是启用宏的 Word 文档，没有受理。请在 Word 或 WPS 中另存为不带宏的 .docx 后再上传。";
    }
    if (lower.endsWith(".doc") || lower.endsWith(".wps")) {
      return "“" + name + "”是旧版格式的文档，不能读取。请在 Word 或 WPS 中另存为 .docx 后再上传。";
    }
    return lower.endsWith(".docx") ? null : notWord(name);
  }

  private static String notWord(String name) {
    return "“" + name + "”不是 Word 文档（.docx），不能读取。请上传填好的 Word 表；盖章扫描件和其他材料请作为附件上传。";
  }

  private static void receive(InputStream bytes, Path file) throws IOException, FileRefused {
    byte[] chunk = new byte[CHUNK];
    long received = 0;
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int count = bytes.read(chunk); count >= 0; count = bytes.read(chunk)) {
        received += count;
        if (received > LIMITS.fileBytes()) {
          throw new FileRefused(
              "文件超过 " + LIMITS.fileMegabytes() + " MB，没有受理。表中请不要插入图片，图片和其他材料请作为附件上传。");
        }
        out.write(chunk, 0, count);
      }
    }
  }

  private Result examined(Path file) throws IOException {
    WordContent content;
    try {
      content = WordContent.of(file);
    } catch (IOException _) {
      return new Refused("文件无法读取，可能已损坏。请用 Word 或 WPS 打开，另存为 .docx 后再上传。");
    }
    Optional<FormMark> mark = FormMark.in(content);
    if (mark.isEmpty()) {
      return new Refused("这个文件里没有培育发展方案的表式信息，看来不是从方案页面下载的 Word 表，或者内容被复制到了别的文档里，没有读取。" + AGAIN);
    }
    String other = other(mark.get(), sent.mark());
    return other != null
        ? new Refused(other)
        : new FormTables(sent.paper(), sent.sentences()).read(content);
  }

  private @Nullable String other(FormMark found, FormMark due) {
    if (!found.creditCode().equals(due.creditCode())) {
      return "这份表属于统一社会信用代码 %s 的企业，不是%s（%s），没有读取。请选择本企业的表。"
          .formatted(FormText.shown(found.creditCode()), sent.paper().company(), due.creditCode());
    }
    if (!found.plan().equals(due.plan())) {
      return "这份表属于方案 %s，现在填报的是方案 %s，没有读取。%s"
          .formatted(FormText.shown(found.plan()), due.plan(), AGAIN);
    }
    if (found.layout() != due.layout()) {
      return "这份表是第 %d 版表式，现行的是第 %d 版，没有读取。%s".formatted(found.layout(), due.layout(), AGAIN);
    }
    if (found.version() != due.version()) {
      return "这份表下载以后，方案在网页上又改过，直接读取会盖掉其间的改动，没有读取。" + AGAIN;
    }
    return null;
  }
}
