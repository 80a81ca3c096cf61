package seedbed.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static seedbed.plan.GivenForms.MARK;
import static seedbed.plan.GivenForms.aPlan;
import static seedbed.plan.GivenForms.form;
import static seedbed.plan.GivenForms.paper;
import static seedbed.plan.GivenForms.result;
import static seedbed.plan.GivenForms.rewritten;
import static seedbed.plan.GivenForms.withPart;
import static seedbed.plan.GivenForms.written;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.evidence.content.FileRefused;
import seedbed.evidence.content.HonestFiles;

/// A file that is not the form which was given out is refused, with what was found and what to do.
class FormRefusalsTest {

  private static final PlanForm SENT = form(aPlan());
  private static final String NAME = "方案.docx";

  private static String refusal(String name, byte[] bytes) throws IOException {
    return switch (result(SENT, name, bytes)) {
      case PlanFormReading.Refused(var sentence) -> sentence;
      case PlanFormReading.Read read -> throw new AssertionError("read: " + read);
    };
  }

  private static byte[] marked(FormMark mark) throws IOException {
    return written(new PlanForm(mark, paper(aPlan())));
  }

  @Test
  @DisplayName("别的企业的表")
  void anotherCompanysForm() throws IOException {
    byte[] form = marked(FormMark.of("91320682000000000X", MARK.plan(), MARK.version()));

    assertThat(refusal(NAME, form)).contains("91320682000000000X", MARK.creditCode());
  }

  @Test
  @DisplayName("本企业别的方案的表")
  void anotherPlansForm() throws IOException {
    byte[] form = marked(FormMark.of(MARK.creditCode(), "培育方案〔2023〕2号", MARK.version()));

    assertThat(refusal(NAME, form)).contains("培育方案〔2023〕2号", MARK.plan(), "重新下载");
  }

  @Test
  @DisplayName("没有通过查毒的表不读取")
  void aFormThatWasNotScreened() throws IOException {
    PlanFormReading reading =
        new PlanFormReading(
            SENT,
            _ -> {
              throw new FileRefused("请稍后再上传。");
            });

    assertThat(reading.read(NAME, new ByteArrayInputStream(written(SENT))))
        .isEqualTo(new PlanFormReading.Refused("请稍后再上传。"));
  }

  @Test
  @DisplayName("没有选择文件")
  void nothingChosen() throws IOException {
    assertThat(refusal("", new byte[0])).contains("没有选择文件");
  }

  @Test
  @DisplayName("旧表式")
  void anOlderLayout() throws IOException {
    byte[] form =
        marked(new FormMark(FormMark.LAYOUT - 1, MARK.creditCode(), MARK.plan(), MARK.version()));

    assertThat(refusal(NAME, form)).contains("第 0 版表式", "现行的是第 1 版", "重新下载");
  }

  @Test
  @DisplayName("旧版次生成的表")
  void anOutdatedForm() throws IOException {
    byte[] form = marked(FormMark.of(MARK.creditCode(), MARK.plan(), MARK.version() - 1));

    assertThat(refusal(NAME, form)).contains("网页上又改过", "重新下载");
  }

  @Test
  @DisplayName("不是本系统的文档")
  void anotherDocument() throws IOException {
    assertThat(refusal(NAME, HonestFiles.word(5))).contains("没有培育发展方案的表式信息", "重新下载");
  }

  @Test
  @DisplayName("带宏的文档，改了扩展名也一样")
  void macros() throws IOException {
    byte[] form = withPart(written(SENT), "word/vbaProject.bin", new byte[] {1, 2, 3});

    assertThat(refusal(NAME, form)).contains("含有宏");
    assertThat(refusal("方案.docm", form)).contains("启用宏", ".docx");
  }

  @Test
  @DisplayName("引用外部模板")
  void anExternalTemplate() throws IOException {
    byte[] form =
        rewritten(
            written(SENT),
            "word/_rels/document.xml.rels",
            text ->
                text.replace(
                    "</Relationships>",
                    """
                    <Relationship Id="rId99" TargetMode="External" Target="http://example.com/t.dotm" \
                    Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"/>\
                    </Relationships>\
                    """));

    assertThat(refusal(NAME, form)).contains("外部");
  }

  @Test
  @DisplayName("压缩炸弹")
  void aBomb() throws IOException {
    byte[] form =
        withPart(
            written(SENT), "word/x.xml", " ".repeat(60_000_000).getBytes(StandardCharsets.UTF_8));

    assertThat(refusal(NAME, form)).contains("炸弹");
  }

  @Test
  @DisplayName("旧版 Word、PDF、Excel、文本")
  void otherFormats() throws IOException {
    assertThat(refusal("方案.doc", new byte[] {1})).contains("另存为 .docx");
    assertThat(refusal("方案.pdf", HonestFiles.pdf(1))).contains("不是 Word 文档");
    assertThat(refusal(NAME, HonestFiles.pdf(1))).contains("PDF", "不符");
    assertThat(refusal(NAME, HonestFiles.oldExcel(3))).contains("不符");
    assertThat(refusal(NAME, "方案".getBytes(StandardCharsets.UTF_8))).contains("不符");
  }

  @Test
  @DisplayName("空文件、残缺的文件")
  void brokenFiles() throws IOException {
    byte[] form = written(SENT);

    assertThat(refusal(NAME, new byte[0])).contains("空的");
    assertThat(refusal(NAME, Arrays.copyOf(form, form.length / 2))).contains("没有受理");
    assertThat(
            refusal(
                NAME,
                rewritten(
                    form, "_rels/.rels", text -> text.replace("officeDocument\"", "other\""))))
        .contains("无法读取", "另存为 .docx");
  }

  @Test
  @DisplayName("插了很多图片的表")
  void aLargeFile() throws IOException {
    byte[] noise = new byte[6_000_000];
    new Random(1).nextBytes(noise);

    assertThat(refusal(NAME, withPart(written(SENT), "word/media/a.png", noise)))
        .contains("超过 5 MB", "不要插入图片");
  }
}
