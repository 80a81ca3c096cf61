package seedbed.evidence.content;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;

/// A PDF object by object, as the reader sees it that will show and merge it.
final class PdfObjects {

  private static final Set<String> KEYS = Set.of("JS", "XFA", "EmbeddedFiles", "EF");
  private static final int MOST = 400_000;

  private final FileLimits limits;
  private int seen;

  private PdfObjects(FileLimits limits) {
    this.limits = limits;
  }

  /// How many pages it has.
  static int check(Path path, FileLimits limits) throws FileRefused {
    try (PDDocument document = open(path.toFile())) {
      int pages = document.getNumberOfPages();
      if (pages == 0) {
        throw damaged(null);
      }
      if (pages > limits.pages()) {
        throw new FileRefused("PDF 有 " + pages + " 页，超过 " + limits.pages() + " 页，没有受理。请拆成几个文件上传。");
      }
      PdfObjects objects = new PdfObjects(limits);
      for (COSObjectKey key : List.copyOf(document.getDocument().getXrefTable().keySet())) {
        objects.walk(document.getDocument().getObjectFromPool(key).getObject());
      }
      requireQuietOpening(document.getDocumentCatalog().getCOSObject());
      return pages;
    } catch (InvalidPasswordException e) {
      throw new FileRefused("PDF 有密码保护，无法检查和合并。请取消保护后再上传。", e);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      throw damaged(e);
    }
  }

  private static PDDocument open(File file) throws IOException {
    return Loader.loadPDF(
        new RandomAccessReadBufferedFile(file), IOUtils.createTempFileOnlyStreamCache());
  }

  private static FileRefused damaged(@Nullable Throwable cause) {
    String sentence = "PDF 已损坏或结构不正常，没有受理。请用 PDF 软件打开，另存后再上传。";
    return cause == null ? new FileRefused(sentence) : new FileRefused(sentence, cause);
  }

  private void walk(@Nullable COSBase from) throws FileRefused {
    Deque<COSBase> open = new ArrayDeque<>();
    push(open, from);
    while (!open.isEmpty()) {
      if (++seen > MOST) {
        throw new FileRefused("PDF 内部对象过多，没有受理。请用“打印为 PDF”重新生成，或拆成几个文件上传。");
      }
      COSBase next = open.pop();
      if (next instanceof COSDictionary dictionary) {
        look(dictionary);
        dictionary.getValues().forEach(value -> push(open, value));
      } else if (next instanceof COSArray array) {
        array.forEach(value -> push(open, value));
      }
    }
  }

  // What is referred to has a number of its own, and its turn.
  private static void push(Deque<COSBase> open, @Nullable COSBase value) {
    if (value instanceof COSDictionary || value instanceof COSArray) {
      open.push(value);
    }
  }

  private void look(COSDictionary dictionary) throws FileRefused {
    for (COSName key : dictionary.keySet()) {
      if (KEYS.contains(key.getName())) {
        throw new FileRefused("PDF 里有脚本、动态表单或附件（" + key.getName() + "），没有受理。请用“打印为 PDF”重新生成后再上传。");
      }
    }
    for (COSName key : List.of(COSName.S, COSName.TYPE, COSName.SUBTYPE)) {
      if (!(dictionary.getItem(key) instanceof COSObject)
          && dictionary.getItem(key) instanceof COSName name) {
        PdfBytes.Names.require(name.getName());
      }
    }
    if (dictionary instanceof COSStream stream) {
      lookAtStream(stream);
    }
  }

  private void lookAtStream(COSStream stream) throws FileRefused {
    long packed = 0;
    COSBase filters = stream.getFilters();
    if (filters instanceof COSArray array) {
      packed =
          array.toList().stream()
              .filter(COSName.class::isInstance)
              .filter(name ->
                  Set.of(COSName.FLATE_DECODE, COSName.LZW_DECODE, COSName.RUN_LENGTH_DECODE)
                      .contains(name))
              .count();
    }
    if (packed > 1) {
      throw new FileRefused("PDF 的内容经过多重压缩，像是压缩炸弹，没有受理。请用“打印为 PDF”重新生成后再上传。");
    }
    if (COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE))) {
      Pictures.requirePixels(
          stream.getLong(COSName.WIDTH, 0), stream.getLong(COSName.HEIGHT, 0), "PDF 里的图片", limits);
    }
  }

  // Opening on a page is common; anything else acts by itself.
  private static void requireQuietOpening(COSDictionary catalog) throws FileRefused {
    COSBase opening = catalog.getDictionaryObject(COSName.OPEN_ACTION);
    boolean quiet =
        opening == null
            || opening instanceof COSArray
            || (opening instanceof COSDictionary action
                && COSName.getPDFName("GoTo").equals(action.getCOSName(COSName.S)));
    if (!quiet) {
      throw new FileRefused("PDF 打开时会自动执行动作（OpenAction），没有受理。请用“打印为 PDF”重新生成后再上传。");
    }
  }
}
