package seedbed.evidence.content;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.Entry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/// A Word, Excel or PowerPoint file of before 2007: taken only when its directory and its records
/// prove that it has no macros, no embedded objects and no links to other programs.
final class CompoundFile {

  private static final Set<String> MACROS =
      Set.of("macros", "_vba_project_cur", "vba", "_vba_project", "dir", "project", "projectwm");
  private static final Set<String> OBJECTS =
      Set.of("objectpool", "\u0001ole10native", "\u0001ole", "package", "ocxname", "contents");
  private static final Set<String> SEALED =
      Set.of("encryptedpackage", "encryptioninfo", "encryptedsummary", "\u0006dataspaces");

  private final Effort effort;
  private int entries;

  private CompoundFile(Effort effort) {
    this.effort = effort;
  }

  static FileFormat check(Path path, Effort effort) throws FileRefused, IOException {
    try (POIFSFileSystem file = new POIFSFileSystem(path.toFile(), true)) {
      return new CompoundFile(effort).check(file.getRoot());
    } catch (RuntimeException e) {
      // The reader of these files has no exception of its own for a broken one.
      throw new FileRefused(damaged().sentence(), e);
    } catch (IOException e) {
      throw new FileRefused(damaged().sentence(), e);
    }
  }

  static FileRefused damaged() {
    return new FileRefused("旧版 Office 文件已损坏或结构不正常，没有受理。请用办公软件打开，另存为 docx、xlsx、pptx 或 PDF 后再上传。");
  }

  private FileFormat check(DirectoryEntry root) throws FileRefused, IOException {
    Deque<DirectoryEntry> open = new ArrayDeque<>();
    open.push(root);
    while (!open.isEmpty()) {
      for (Iterator<Entry> all = open.pop().getEntries(); all.hasNext(); ) {
        Entry entry = all.next();
        if (++entries > effort.limits().entries()) {
          throw damaged();
        }
        requireHarmless(entry.getName());
        if (entry instanceof DirectoryEntry below) {
          open.push(below);
        }
      }
    }
    return records(root);
  }

  private static void requireHarmless(String written) throws FileRefused {
    String name = written.toLowerCase(Locale.ROOT);
    if (MACROS.contains(name) || name.startsWith("__srp_")) {
      throw new FileRefused("文件含有宏，没有受理。请另存为 docx、xlsx、pptx 或 PDF 后再上传。");
    }
    if (SEALED.contains(name)) {
      throw new FileRefused("文件有密码保护，无法检查。请取消密码后再上传。");
    }
    if (OBJECTS.contains(name) || name.matches("mbd[0-9a-f]{8}")) {
      throw new FileRefused(
          "文件里嵌入了其他文件或控件（“" + visible(written) + "”），没有受理。请删除嵌入的对象后再上传，嵌入的材料请单独上传。");
    }
  }

  private static String visible(String name) {
    return name.replaceAll("\\p{Cntrl}", "");
  }

  private FileFormat records(DirectoryEntry root) throws FileRefused, IOException {
    if (root.hasEntryCaseInsensitive("WordDocument")) {
      try (InputStream in = open(root, "WordDocument")) {
        OldRecords.checkWord(in, effort);
      }
      return FileFormat.DOC;
    }
    if (root.hasEntryCaseInsensitive("Workbook")) {
      try (InputStream in = open(root, "Workbook")) {
        OldRecords.checkExcel(in, effort);
      }
      return FileFormat.XLS;
    }
    if (root.hasEntryCaseInsensitive("PowerPoint Document")) {
      try (InputStream in = open(root, "PowerPoint Document")) {
        OldRecords.checkPowerPoint(in, effort);
      }
      return FileFormat.PPT;
    }
    throw new FileRefused("不能确认这个旧版文件的类型，没有受理。请另存为 docx、xlsx、pptx 或 PDF 后再上传。");
  }

  private static InputStream open(DirectoryEntry root, String name)
      throws IOException, FileRefused {
    if (root.getEntryCaseInsensitive(name) instanceof DocumentEntry document) {
      return new DocumentInputStream(document);
    }
    throw damaged();
  }
}
