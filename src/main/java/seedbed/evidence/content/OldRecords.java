package seedbed.evidence.content;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/// Reads the records of old office files one by one, holding no more than one small record.
final class OldRecords {

  private static final int FILE_PASS = 0x2f;
  private static final int BOUND_SHEET = 0x85;
  private static final int MACROS_OF_BOOK = 0xd3;
  private static final int LINKED_BOOK = 0x1ae;
  private static final int OWN_BOOK = 0x0401;
  private static final int ADD_IN_BOOK = 0x3a01;
  private static final int LONGEST_RECORD = 8 * 1024 + 224;
  private static final int SLIDE_MACROS = 0x0400;
  private static final int SLIDE_MACROS_LENGTH = 12;
  private static final int SLIDE_OBJECT = 0x1011;
  private static final int SLIDE_CONTROL = 0x0fee;
  private static final int WORD_ENCRYPTED = 0x0100;
  private static final int WORD_FLAGS = 10;

  private OldRecords() {}

  static void checkExcel(InputStream in, Effort effort) throws FileRefused, IOException {
    DataInputStream records = new DataInputStream(new BufferedInputStream(in));
    effort.begin(effort.limits().fileBytes(), Long.MAX_VALUE);
    try {
      while (true) {
        int kind = little16(records);
        int length = little16(records);
        if (length > LONGEST_RECORD) {
          throw CompoundFile.damaged();
        }
        byte[] record = records.readNBytes(length);
        effort.inflated(length + 4);
        checkExcelRecord(kind, record);
      }
    } catch (EOFException _) {
      // All of them were read.
    }
  }

  private static void checkExcelRecord(int kind, byte[] record) throws FileRefused {
    switch (kind) {
      case FILE_PASS -> throw new FileRefused("文件有密码保护，无法检查。请取消密码后再上传。");
      case MACROS_OF_BOOK -> throw new FileRefused("工作簿含有宏，没有受理。请另存为 .xlsx 后再上传。");
      case BOUND_SHEET -> {
        if (record.length > 5 && record[5] != 0 && record[5] != 2) {
          throw new FileRefused("工作簿含有宏工作表（XLM），没有受理。请删除宏工作表，另存为 .xlsx 后再上传。");
        }
      }
      case LINKED_BOOK -> {
        int target = record.length < 4 ? 0 : (record[2] & 0xff) | (record[3] & 0xff) << 8;
        if (target != OWN_BOOK && target != ADD_IN_BOOK) {
          throw new FileRefused("工作簿引用了其他工作簿或程序（DDE、OLE 链接），没有受理。请把引用的内容粘贴为数值后再上传。");
        }
      }
      default -> {}
    }
  }

  static void checkPowerPoint(InputStream in, Effort effort) throws FileRefused, IOException {
    DataInputStream records = new DataInputStream(new BufferedInputStream(in));
    effort.begin(effort.limits().fileBytes(), Long.MAX_VALUE);
    try {
      while (true) {
        int options = little16(records);
        int kind = little16(records);
        long length = Integer.toUnsignedLong(little16(records) | little16(records) << 16);
        effort.inflated(8);
        if (kind == SLIDE_MACROS && length == SLIDE_MACROS_LENGTH) {
          requireNoMacros(records.readNBytes(SLIDE_MACROS_LENGTH));
          length = 0;
        }
        if (kind == SLIDE_OBJECT || kind == SLIDE_CONTROL) {
          throw slides();
        }
        // A container's records follow it as they are.
        if ((options & 0xf) != 0xf) {
          records.skipNBytes(length);
        }
      }
    } catch (EOFException _) {
      // All of them were read.
    }
  }

  // Every presentation has this record: where its macros lie, and whether it has any.
  private static void requireNoMacros(byte[] record) throws FileRefused {
    for (int i = 0; i < 8; i++) {
      if (record[i] != 0) {
        throw slides();
      }
    }
  }

  private static FileRefused slides() {
    return new FileRefused("演示文稿含有宏、控件或嵌入的文件，没有受理。请另存为 pptx 或 PDF 后再上传。");
  }

  static void checkWord(InputStream in, Effort effort) throws FileRefused, IOException {
    effort.begin(effort.limits().fileBytes(), Long.MAX_VALUE);
    FieldMatch field = new FieldMatch();
    InputStream bytes = new BufferedInputStream(in);
    int place = 0;
    for (int b = bytes.read(); b >= 0; b = bytes.read(), place++) {
      effort.inflated(1);
      if (place == WORD_FLAGS + 1 && (b << 8 & WORD_ENCRYPTED) != 0) {
        throw new FileRefused("文件有密码保护，无法检查。请取消密码后再上传。");
      }
      if (field.completes(b)) {
        throw new FileRefused("文档里有能启动其他程序的 DDE 域，没有受理。请把它改成普通文字，另存为 docx 后再上传。");
      }
    }
  }

  private static int little16(DataInputStream in) throws IOException {
    return Short.toUnsignedInt(Short.reverseBytes(in.readShort()));
  }

  /// Finds the start of a field that exchanges data. Word stores text in one byte a letter or in
  /// two, and blanks may stand before the word: neither zeros nor blanks count.
  private static final class FieldMatch {
    private static final String FIELD = "\u0013DDE";
    private int matched;

    private boolean completes(int b) {
      if (b == 0 || b == ' ') {
        return false;
      }
      if (Character.toUpperCase(b) == FIELD.charAt(matched)) {
        matched++;
      } else {
        matched = b == FIELD.charAt(0) ? 1 : 0;
      }
      boolean complete = matched == FIELD.length();
      if (complete) {
        matched = 0;
      }
      return complete;
    }
  }
}
