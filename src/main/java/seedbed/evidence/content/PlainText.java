package seedbed.evidence.content;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Text without anything that a browser, a shell or a spreadsheet program would act on.
final class PlainText {

  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final int LONGEST_LINE = 1024 * 1024;
  private static final Pattern PAGE =
      Pattern.compile(
          "<(!doctype|html|head|body|script|svg|iframe|object|embed|img|link|meta|style|form|\\?php"
              + "|\\?xml|%|[a-z]+:[a-z]+\\s)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern COMMAND =
      Pattern.compile(
          "(^|[,;\\t\"])\\s*[=+@-][^,;\\t]*(\\|[^!]*!|\\b(CALL|EXEC|WEBSERVICE|DDE|REGISTER)\\s*\\()",
          Pattern.CASE_INSENSITIVE);
  private static final List<String> SCRIPT_HEADS =
      List.of("#!", "@echo", "{\\rtf", "%!ps", "mime-version:", "gif8", "bm8", "rar!");

  private PlainText() {}

  /// The charset in which every byte of it can be read.
  static Charset check(Path file) throws FileRefused, IOException {
    for (Charset charset : List.of(StandardCharsets.UTF_8, GB18030)) {
      try (Reader reader = reader(file, charset)) {
        checkLines(new BufferedReader(reader));
        return charset;
      } catch (CharacterCodingException _) {
        // not this one
      }
    }
    throw new FileRefused("文本编码既不是 UTF-8 也不是 GB18030，无法读取。请另存为 UTF-8 编码后再上传。");
  }

  static Reader reader(Path file, Charset charset) throws IOException {
    return new InputStreamReader(
        Files.newInputStream(file),
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  private static void checkLines(BufferedReader reader) throws FileRefused, IOException {
    StringBuilder line = new StringBuilder();
    boolean first = true;
    for (int c = reader.read(); ; c = reader.read()) {
      if (c < 0 || c == '\n' || c == '\r') {
        checkLine(line.toString(), first);
        first &= line.isEmpty();
        line.setLength(0);
        if (c < 0) {
          return;
        }
      } else {
        if ((c < ' ' && c != '\t' && c != '\f') || c == 0x7f || line.length() > LONGEST_LINE) {
          throw new FileRefused("文件扩展名是文本，内容却不是普通文字，没有受理。请用记事本或 Excel 打开，另存后再上传。");
        }
        line.append((char) c);
      }
    }
  }

  private static void checkLine(String line, boolean first) throws FileRefused {
    String head = line.replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT);
    boolean script = first && SCRIPT_HEADS.stream().anyMatch(head::startsWith);
    if (script || PAGE.matcher(line).find()) {
      throw new FileRefused("文本里有网页、标记或脚本代码，没有受理。请只保留文字和数据，或另存为 PDF 后再上传。");
    }
    if (COMMAND.matcher(line).find()) {
      throw new FileRefused("文本里有打开表格时会启动其他程序的公式（DDE 等），没有受理。请改为普通文字或数值后再上传。");
    }
  }
}
