package seedbed.evidence.content;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// The name under which a file was sent, found harmless on every system it may be saved on.
record FileName(String text, String extension) {

  private static final int LONGEST = 120;
  private static final int LONGEST_BYTES = 240;
  private static final Pattern RESERVED =
      Pattern.compile("(?i)(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])");
  private static final Pattern HIDDEN_PATH = Pattern.compile("(?i)%(2e|2f|5c|00|25)");
  private static final String FORBIDDEN = "<>:\"|?*;";

  /// Programs, scripts and pages; none of them may hide before the last dot either.
  private static final Set<String> ACTIVE =
      Set.of(
          "exe", "com", "bat", "cmd", "scr", "pif", "msi", "dll", "cpl", "ps1", "vbs", "vbe", "js",
          "jse", "mjs", "wsf", "wsh", "hta", "lnk", "url", "reg", "jar", "class", "sh", "py", "pl",
          "php", "php5", "phtml", "jsp", "jspx", "asp", "aspx", "cgi", "htm", "html", "xhtml",
          "shtml", "mht", "svg", "xml", "xsl", "swf", "chm", "iso", "img", "vhd", "docm", "xlsm",
          "pptm", "dotm", "xltm", "xlam", "xlsb", "ppam", "apk", "zip", "rar", "7z", "gz", "tar");

  static FileName of(String typed) throws FileRefused {
    String name = Normalizer.normalize(typed, Normalizer.Form.NFC);
    if (name.isBlank()) {
      throw new FileRefused("文件没有名称。请给文件起好名称后再上传。");
    }
    refusePaths(name);
    if (name.chars().anyMatch(FileName::invisible)) {
      throw new FileRefused("文件名含有看不见的控制字符，名称可能与实际不符，没有受理。请重新命名后再上传。");
    }
    if (name.length() > LONGEST || name.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
      throw new FileRefused("文件名过长（最多 " + LONGEST + " 字），没有受理。请缩短名称后再上传。");
    }
    if (name.chars().anyMatch(c -> FORBIDDEN.indexOf(c) >= 0)) {
      throw new FileRefused("文件名不能含有 < > : \" | ? * ; 这些符号。请重新命名后再上传。");
    }
    return extended(name);
  }

  private static void refusePaths(String name) throws FileRefused {
    if (name.contains("/")
        || name.contains("\\")
        || name.contains("..")
        || name.startsWith(".")
        || name.startsWith("~")
        || name.endsWith(".")
        || !name.equals(name.strip())
        || HIDDEN_PATH.matcher(name).find()) {
      throw new FileRefused("文件名含有路径，或者以点、空格开头结尾，没有受理。请重新命名后再上传。");
    }
  }

  private static FileName extended(String name) throws FileRefused {
    List<String> words = Arrays.asList(name.toLowerCase(Locale.ROOT).split("\\.", -1));
    if (words.size() < 2) {
      throw new FileRefused("文件名没有扩展名，无法核对类型。请使用原来的扩展名；可以上传 " + FileFormat.ALLOWED + "。");
    }
    if (RESERVED.matcher(words.getFirst().strip()).matches()) {
      throw new FileRefused("“" + words.getFirst() + "”是操作系统保留的名称，没有受理。请重新命名后再上传。");
    }
    for (String word : words.subList(1, words.size() - 1)) {
      String inner = word.strip();
      if (ACTIVE.contains(inner) || FileFormat.ofExtension(inner).isPresent()) {
        throw new FileRefused("文件名有两个扩展名（." + inner + "），类型不明，没有受理。请去掉多余的一个再上传。");
      }
    }
    String extension = words.getLast();
    if (FileFormat.ofExtension(extension).isEmpty()) {
      throw new FileRefused(
          "不能上传 ." + extension + " 文件。可以上传 " + FileFormat.ALLOWED + "；其他格式请另存为 PDF 后再上传。");
    }
    return new FileName(name, extension);
  }

  // Controls, and characters that turn the direction of what follows or take no room.
  private static boolean invisible(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || c == 0xFFFD;
  }
}
