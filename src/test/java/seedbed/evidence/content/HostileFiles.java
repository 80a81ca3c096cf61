package seedbed.evidence.content;

import static seedbed.evidence.content.HonestFiles.compound;
import static seedbed.evidence.content.HonestFiles.pdf;
import static seedbed.evidence.content.HonestFiles.picture;
import static seedbed.evidence.content.HonestFiles.wordText;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/// Uploads that want something else than to be read.
final class HostileFiles {

  /// One of them.
  ///
  /// @param says a word of the sentence with which it is refused
  record Case(String what, HonestFiles.Sent file, String says) {
    @Override
    public String toString() {
      return what;
    }
  }

  private static final String BIG_TEXT = "A".repeat(1024 * 1024);
  private final List<Case> cases = new ArrayList<>();

  static List<Case> all() throws IOException {
    HostileFiles files = new HostileFiles();
    files.names();
    files.bombs();
    files.macros();
    files.links();
    files.archives();
    files.markup();
    files.oldOffice();
    files.documents();
    files.polyglots();
    files.disguises();
    files.pictures();
    return files.cases;
  }

  private void names() throws IOException {
    byte[] good = pdf(1);
    for (String name :
        List.of(
            "../../etc/passwd.pdf",
            "..\\..\\boot.pdf",
            "/etc/cron.d/x.pdf",
            "C:\\windows\\x.pdf",
            "证书.pdf/..",
            "%2e%2e%2fx.pdf",
            ".htaccess.pdf",
            "~root.pdf",
            "证书.pdf ",
            "证书.pdf.")) {
      add("路径 " + name, name, good, "");
    }
    add("空字符截断", "证书.exe\u0000.pdf", good, "控制字符");
    add("反向显示", "证书\u202Efdp.exe.pdf", good, "控制字符");
    add("零宽字符", "证\u200B书.pdf", good, "控制字符");
    add("换行", "证书\r\nX: y.pdf", good, "控制字符");
    add("超长名称", "长".repeat(300) + ".pdf", good, "过长");
    add("设备名", "CON.pdf", good, "保留");
    add("设备名二", "lpt1.pdf", good, "保留");
    add("双扩展名", "证书.exe.pdf", good, "两个扩展名");
    add("双扩展名二", "证书.php.jpg", picture("jpg", 30), "两个扩展名");
    add("无扩展名", "证书", good, "扩展名");
    add("命令扩展名", "证书.pdf.exe", good, "");
    add("备用数据流", "证书.pdf:x.pdf", good, "符号");
  }

  private void bombs() throws IOException {
    add("压缩炸弹", "a.docx", RawZip.word().part("word/x.xml", spaces(400)).bytes(), "炸弹");
    RawZip many = RawZip.word();
    for (int i = 0; i < 80; i++) {
      many.part("word/media/i" + i + ".emf", new byte[3_900_000]);
    }
    add("许多小炸弹", "a.docx", many.bytes(), "炸弹");
    RawZip crowd = RawZip.word();
    for (int i = 0; i < 3000; i++) {
      crowd.part("word/a" + i + ".xml", "<a/>");
    }
    add("部件过多", "a.docx", crowd.bytes(), "部件");
    byte[] inner = RawZip.empty().part("b.bin", new byte[20_000_000]).bytes();
    add("套娃", "a.docx", RawZip.word().part("word/media/b.emf", inner).bytes(), "夹带");
    add("大小作假", "a.docx", patched(RawZip.word().bytes(), 24, 7), "不符");
    add("校验作假", "a.docx", patched(RawZip.word().bytes(), 16, 7), "不符");
    add("部件重叠", "a.docx", overlapping(), "");
    add(
        "像素洪水",
        "a.docx",
        RawZip.word().part("word/media/a.png", png(60_000, 60_000)).bytes(),
        "像素");
    byte[] packed = RawPdf.deflated(new byte[400 * 1024 * 1024]);
    add("PDF 炸弹", "a.pdf", RawPdf.blank("").stream("/Filter /FlateDecode", packed).bytes(), "炸弹");
    add(
        "PDF 双重压缩",
        "a.pdf",
        RawPdf.blank("").stream("/Filter [/FlateDecode /FlateDecode]", RawPdf.deflated(packed))
            .bytes(),
        "多重压缩");
    add(
        "PDF 目录炸弹",
        "a.pdf",
        RawPdf.blank("").stream(
                "/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode",
                RawPdf.deflated(new byte[64 * 1024 * 1024]))
            .bytes(),
        "炸弹");
  }

  private void macros() {
    add("Word 宏", "a.docx", RawZip.word().part("word/vbaProject.bin", "x").bytes(), "宏");
    add("Excel 宏", "a.xlsx", RawZip.excel().part("xl/vbaProject.bin", "x").bytes(), "宏");
    add("PPT 宏", "a.pptx", RawZip.slides().part("ppt/vbaProject.bin", "x").bytes(), "宏");
    add("XLM 宏表", "a.xlsx", RawZip.excel().part("xl/macrosheets/s.xml", "<a/>").bytes(), "宏");
    add("改名的宏", "a.docx", RawZip.word().type("application/vnd.ms-office.vbaProject").bytes(), "宏");
    add(
        "docm 改名",
        "a.docx",
        RawZip.word().type("application/vnd.ms-word.document.macroEnabled.main+xml").bytes(),
        "宏");
    add(
        "xlsm 改名",
        "a.xlsx",
        RawZip.excel().type("application/vnd.ms-excel.sheet.macroEnabled.main+xml").bytes(),
        "宏");
    add("宏数据", "a.docx", RawZip.word().part("word/vbaData.xml", "<a/>").bytes(), "宏");
  }

  private void links() {
    add(
        "远程模板",
        "a.docx",
        RawZip.word()
            .relation("word/_rels/settings.xml.rels", "attachedTemplate", "http://evil/x.dotm")
            .bytes(),
        "外部");
    add(
        "远程图片",
        "a.docx",
        RawZip.word()
            .relation("word/_rels/document.xml.rels", "image", "\\\\evil\\share\\x.png")
            .bytes(),
        "外部");
    add(
        "外部对象",
        "a.pptx",
        RawZip.slides()
            .relation("ppt/_rels/presentation.xml.rels", "oleObject", "mhtml:http://e")
            .bytes(),
        "外部");
    add(
        "脚本链接",
        "a.docx",
        RawZip.word()
            .relation("word/_rels/document.xml.rels", "hyperlink", "ms-msdt:/id PCWDiagnostic")
            .bytes(),
        "外部");
    add("外部工作簿", "a.xlsx", RawZip.excel().part("xl/externalLinks/e.xml", "<a/>").bytes(), "引用");
    add("数据连接", "a.xlsx", RawZip.excel().part("xl/connections.xml", "<a/>").bytes(), "外部数据");
    add("OLE 对象", "a.docx", RawZip.word().part("word/embeddings/o.bin", "x").bytes(), "嵌入");
    add("ActiveX", "a.docx", RawZip.word().part("word/activeX/a.xml", "<a/>").bytes(), "嵌入");
    add("嵌入网页", "a.docx", RawZip.word().part("word/afchunk.mht", "x").bytes(), "夹带");
    add("对象标记", "a.docx", RawZip.word().body(_ -> "<o:OLEObject/>").bytes(), "嵌入");
    add("DDE 域", "a.docx", RawZip.word().body(_ -> field("DDEAUTO c:\\\\cmd.exe")).bytes(), "DDE");
    add(
        "拆开的 DDE 域",
        "a.docx",
        RawZip.word().body(_ -> field("DD") + field("EAUTO") + field(" cmd")).bytes(),
        "DDE");
    add(
        "简单 DDE 域",
        "a.docx",
        RawZip.word().body(_ -> "<w:fldSimple w:instr=\"DDE cmd\"/>").bytes(),
        "DDE");
    add(
        "公式 DDE",
        "a.xlsx",
        RawZip.excel()
            .part("xl/worksheets/sheet1.xml", "<s><c><f>cmd|'/C calc'!A0</f></c></s>")
            .bytes(),
        "DDE");
    add(
        "公式调用",
        "a.xlsx",
        RawZip.excel().part("xl/worksheets/sheet1.xml", "<s><f>CALL(\"k\")</f></s>").bytes(),
        "DDE");
    add("夹带程序", "a.docx", RawZip.word().part("word/media/a.png", "MZ\u0090").bytes(), "夹带");
    add("夹带脚本", "a.docx", RawZip.word().part("word/run.js", "x").bytes(), "夹带");
    add(
        "矢量图脚本",
        "a.docx",
        RawZip.word().part("word/media/a.svg", "<svg><script>x</script></svg>").bytes(),
        "脚本");
  }

  private void archives() {
    add("压缩包", "a.zip", RawZip.empty().part("a.txt", "x").bytes(), "不能上传");
    add("压缩包改名", "a.docx", RawZip.empty().part("a.txt", "x").bytes(), "压缩包");
    add("包内路径", "a.docx", RawZip.word().part("word/../../x.xml", "<a/>").bytes(), "名称");
    add("包内绝对路径", "a.docx", RawZip.word().part("/etc/x.xml", "<a/>").bytes(), "名称");
    add("包后附加", "a.docx", joined(RawZip.word().bytes(), ascii("<script>x</script>")), "末尾");
    add("包前附加", "a.docx", joined(ascii("PK  "), RawZip.word().bytes()), "");
    byte[] cut = RawZip.word().bytes();
    add("截断", "a.docx", java.util.Arrays.copyOf(cut, cut.length - 30), "末尾");
    add("加密部件", "a.docx", patched(RawZip.word().bytes(), 8, 1), "密码");
    add("jar 改名", "a.xlsx", RawZip.empty().part("META-INF/MANIFEST.MF", "x").bytes(), "压缩包");
  }

  private void markup() {
    String entity = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>";
    add("XXE", "a.docx", RawZip.word().part("word/document.xml", entity).bytes(), "外部实体");
    add("XXE 关系", "a.docx", RawZip.word().part("_rels/.rels", entity).bytes(), "外部实体");
    add(
        "实体炸弹",
        "a.xlsx",
        RawZip.excel()
            .part(
                "xl/workbook.xml",
                "<!DOCTYPE a [<!ENTITY b \"bb\"><!ENTITY c \"&b;&b;\">]><a>&c;</a>")
            .bytes(),
        "外部实体");
    add(
        "UTF-16 XXE",
        "a.docx",
        RawZip.word()
            .part(
                "word/document.xml",
                ("\uFEFF<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + entity)
                    .getBytes(StandardCharsets.UTF_16LE))
            .bytes(),
        "外部实体");
    add(
        "过深的标记",
        "a.docx",
        RawZip.word().part("word/document.xml", "<a>".repeat(50_000)).bytes(),
        "没有受理");
    add(
        "超长标记",
        "a.docx",
        RawZip.word().part("word/document.xml", "<a b=\"" + BIG_TEXT + "\"/>").bytes(),
        "超长");
    add("残缺标记", "a.docx", RawZip.word().part("word/document.xml", "<a><b>").bytes(), "无法读取");
  }

  private void oldOffice() throws IOException {
    add("旧 Word 宏", "a.doc", compoundWith("WordDocument", "Macros"), "宏");
    add("旧 Excel 宏", "a.xls", compoundWith("Workbook", "_VBA_PROJECT_CUR"), "宏");
    add("旧 Word 对象", "a.doc", compoundWith("WordDocument", "ObjectPool"), "嵌入");
    add("旧 Excel 对象", "a.xls", compoundWith("Workbook", "MBD00112233"), "嵌入");
    add("加密的新文件", "a.doc", compoundWith("WordDocument", "EncryptedPackage"), "密码");
    add("旧 Word DDE", "a.doc", compound("WordDocument", wordText("正文\u0013 DDEAUTO cmd")), "DDE");
    add("旧 XLM 宏表", "a.xls", compound("Workbook", record(0x85, 0, 0, 0, 0, 0, 1, 0, 0)), "宏工作表");
    add("旧 Excel DDE", "a.xls", compound("Workbook", record(0x1ae, 1, 0, 9, 0)), "DDE");
    add("旧 Excel 密码", "a.xls", compound("Workbook", record(0x2f, 0, 0)), "密码");
    add("旧 PPT 宏", "a.ppt", compound("PowerPoint Document", slideMacros()), "宏");
    add("旧 PPT 对象", "a.ppt", compound("PowerPoint Document", slideRecord(0x1011)), "宏");
    add("不明旧文件", "a.doc", compound("Anything", new byte[5000]), "类型");
    add("安装包改名", "a.xls", compound("\u4840Property", new byte[5000]), "类型");
  }

  private void documents() throws IOException {
    add(
        "PDF 脚本",
        "a.pdf",
        RawPdf.blank("/OpenAction << /S /JavaScript /JS (x) >>").bytes(),
        "JavaScript");
    add(
        "PDF 隐写脚本",
        "a.pdf",
        RawPdf.blank("/OpenAction << /S /J#61vaScr#69pt >>").bytes(),
        "JavaScript");
    add("PDF 启动", "a.pdf", RawPdf.blank("/OpenAction << /S /Launch /F (cmd) >>").bytes(), "Launch");
    add(
        "PDF 打开网址",
        "a.pdf",
        RawPdf.blank("/OpenAction << /S /URI /URI (http://e) >>").bytes(),
        "OpenAction");
    add("PDF 附件", "a.pdf", RawPdf.blank("/Names << /EmbeddedFiles << >> >>").bytes(), "附");
    add("PDF 动态表单", "a.pdf", RawPdf.blank("/AcroForm << /XFA (x) >>").bytes(), "XFA");
    add("PDF 提交表单", "a.pdf", RawPdf.blank("/A << /S /SubmitForm >>").bytes(), "SubmitForm");
    add("PDF 富媒体", "a.pdf", RawPdf.blank("/A << /Subtype /RichMedia >>").bytes(), "RichMedia");
    add("PDF 短名脚本", "a.pdf", RawPdf.blank("/A << /JS (x) >>").bytes(), "JS");
    add(
        "PDF 压缩对象里的脚本",
        "a.pdf",
        RawPdf.blank("").stream(
                "/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode",
                RawPdf.deflated(ascii("9 0 << /S /JavaScript >>")))
            .bytes(),
        "JavaScript");
    add(
        "PDF 加密",
        "a.pdf",
        RawPdf.blank("").trailer("/Encrypt << /Filter /Standard >>").bytes(),
        "保护");
    add(
        "PDF 图片像素",
        "a.pdf",
        RawPdf.blank("").stream("/Subtype /Image /Width 90000 /Height 90000", new byte[4]).bytes(),
        "像素");
    byte[] good = pdf(1);
    add("PDF 截断", "a.pdf", java.util.Arrays.copyOf(good, good.length / 2), "不完整");
  }

  private void polyglots() throws IOException {
    byte[] zip = RawZip.word().bytes();
    add("PDF 加压缩包", "a.pdf", joined(pdf(1), zip), "末尾");
    add("PDF 藏压缩包", "a.pdf", hidden(pdf(1), zip), "末尾");
    add("PDF 加网页", "a.pdf", joined(ascii("%PDF-1.4 <html><script>x</script>\n"), pdf(1)), "网页");
    add("网页加 PDF", "a.pdf", joined(ascii("<html>"), pdf(1)), "");
    add("PDF 加程序", "a.pdf", joined(pdf(1), new byte[] {'M', 'Z', 1, 2, 3}), "末尾");
    add("JPG 加脚本", "a.jpg", joined(picture("jpg", 30), ascii("<?php system($x); ?>")), "代码");
    add("JPG 加压缩包", "a.jpg", joined(picture("jpg", 30), zip), "末尾");
    add("JPG 加注释脚本", "a.jpg", comment(picture("jpg", 30), "*/=alert(1)//<script>"), "代码");
    add("PNG 加压缩包", "a.png", joined(picture("png", 30), zip), "末尾");
    add("PNG 加网页", "a.png", joined(picture("png", 30), ascii("<html>")), "代码");
    add("GIF 加脚本", "a.gif", ascii("GIF89a/*x*/=1;alert(1)"), "不能上传");
    add("GIF 改名", "a.png", ascii("GIF89a/*x*/=1;alert(1)"), "");
  }

  private void disguises() throws IOException {
    add("空文件", "a.pdf", new byte[0], "空");
    add("程序改名", "a.pdf", joined(ascii("MZ\u0090\u0000"), new byte[500]), "");
    add("ELF 改名", "a.txt", joined(ascii("\u007fELF"), new byte[500]), "");
    add("SVG", "a.svg", ascii("<svg onload=\"x\"/>"), "不能上传");
    add("SVG 改名", "a.txt", ascii("<svg onload=\"x\"/>"), "代码");
    add("网页", "a.html", ascii("<html></html>"), "不能上传");
    add("网页改名", "a.txt", ascii("正文\n<HTML><body>"), "代码");
    add("XML 改名", "a.csv", ascii("<?xml version=\"1.0\"?><a/>"), "代码");
    add("脚本改名", "a.txt", ascii("#!/bin/sh\nrm -rf /"), "代码");
    add("RTF 改名", "a.txt", ascii("{\\rtf1\\object}"), "代码");
    add("CSV 命令", "a.csv", ascii("企业,数值\n=cmd|'/C calc'!A0,1\n"), "公式");
    add("CSV 命令二", "a.csv", ascii("a,\"@SUM(1)*cmd|' /C calc'!A0\""), "公式");
    add("PNG 改 PDF", "a.pdf", picture("png", 30), "两者不符");
    add("PDF 改 JPG", "a.jpg", pdf(1), "两者不符");
    add("XLSX 改 DOCX", "a.docx", RawZip.excel().bytes(), "两者不符");
    add("UTF-16 文本", "a.txt", "\uFEFF文本 text".getBytes(StandardCharsets.UTF_16LE), "");
    add("RAR 改名", "a.docx", ascii("Rar!\u001a\u0007\u0000"), "");
    add("快捷方式", "a.lnk", ascii("L"), "不能上传");
    add("控制字符", "a.txt", ascii("a\u0000b"), "普通文字");
  }

  private void pictures() throws IOException {
    add("PNG 像素", "a.png", png(70_000, 70_000), "像素");
    byte[] jpeg = picture("jpg", 30);
    for (int i = 0; i + 9 < jpeg.length; i++) {
      if ((jpeg[i] & 0xff) == 0xff && (jpeg[i + 1] & 0xff) == 0xc0) {
        java.util.Arrays.fill(jpeg, i + 5, i + 9, (byte) 0xfe);
      }
    }
    add("JPG 像素", "a.jpg", jpeg, "像素");
    byte[] png = picture("png", 30);
    add("PNG 截断", "a.png", java.util.Arrays.copyOf(png, png.length - 9), "损坏");
    add("JPG 截断", "a.jpg", java.util.Arrays.copyOf(picture("jpg", 30), 300), "损坏");
  }

  private void add(String what, String name, byte[] bytes, String says) {
    cases.add(new Case(what, new HonestFiles.Sent(name, bytes), says));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String field(String text) {
    return "<w:r><w:instrText>" + text + "</w:instrText></w:r>";
  }

  private static byte[] spaces(int megabytes) {
    byte[] text = new byte[megabytes * 1024 * 1024];
    java.util.Arrays.fill(text, (byte) ' ');
    byte[] tag = ascii("<a>");
    System.arraycopy(tag, 0, text, 0, tag.length);
    return text;
  }

  private static byte[] joined(byte[] first, byte[] second) {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes(first);
    both.writeBytes(second);
    return both.toByteArray();
  }

  // The archive's comment reaches to the end of the PDF, which ends as it should.
  private static byte[] hidden(byte[] pdf, byte[] zip) {
    byte[] tail = ascii("\n%%EOF\n");
    byte[] archive = zip.clone();
    ByteBuffer.wrap(archive)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putShort(archive.length - 2, (short) tail.length);
    return joined(joined(pdf, archive), tail);
  }

  private static byte[] patched(byte[] zip, int offset, int value) {
    ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    int directory = bytes.getInt(zip.length - 6);
    zip[directory + offset] = (byte) value;
    return zip;
  }

  // A second entry of the directory points into the first one's data.
  private static byte[] overlapping() {
    byte[] zip = RawZip.word().part("word/b.xml", "<a/>").bytes();
    ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    int directory = bytes.getInt(zip.length - 6);
    bytes.putInt(directory + 20, bytes.getInt(directory + 20) + 40);
    return zip;
  }

  private static byte[] compoundWith(String document, String folder) throws IOException {
    try (var file = new org.apache.poi.poifs.filesystem.POIFSFileSystem()) {
      file.createDocument(new java.io.ByteArrayInputStream(new byte[5000]), document);
      file.getRoot().createDirectory(folder);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      file.writeFilesystem(bytes);
      return bytes.toByteArray();
    }
  }

  private static byte[] record(int kind, int... content) {
    ByteBuffer bytes = ByteBuffer.allocate(4 + content.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putShort((short) kind).putShort((short) content.length);
    for (int b : content) {
      bytes.put((byte) b);
    }
    return bytes.array();
  }

  private static byte[] slideRecord(int kind) {
    return ByteBuffer.allocate(8)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putShort((short) 0xf)
        .putShort((short) kind)
        .putInt(0)
        .array();
  }

  private static byte[] slideMacros() {
    return ByteBuffer.allocate(20)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putShort((short) 2)
        .putShort((short) 0x0400)
        .putInt(12)
        .putInt(7)
        .putInt(1)
        .putInt(2)
        .array();
  }

  private static byte[] png(int width, int height) {
    ByteBuffer bytes = ByteBuffer.allocate(45);
    bytes.put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'}).putInt(13);
    bytes.put(ascii("IHDR")).putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0});
    CRC32 crc = new CRC32();
    crc.update(bytes.array(), 12, 17);
    bytes.putInt((int) crc.getValue()).putInt(0).put(ascii("IEND")).putInt(0xae426082);
    return bytes.array();
  }

  private static byte[] comment(byte[] jpeg, String text) {
    byte[] words = ascii(text);
    ByteBuffer bytes = ByteBuffer.allocate(jpeg.length + words.length + 4);
    bytes.put(jpeg, 0, 2).putShort((short) 0xfffe).putShort((short) (words.length + 2));
    return bytes.put(words).put(jpeg, 2, jpeg.length - 2).array();
  }
}
