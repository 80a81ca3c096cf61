package seedbed.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static seedbed.plan.GivenForms.aPlan;
import static seedbed.plan.GivenForms.paper;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import seedbed.word.Imprint;

class PrintedPlanTest {

  private static final String HASH = "3f2a90bc7d10e4558866".repeat(3) + "0000";
  private static final PrintedPlan.Stamp APPROVED =
      new PrintedPlan.Stamp("培育方案〔2026〕7号", 4, HASH, LocalDate.of(2026, 4, 8));
  private static final PrintedPlan.Stamp SUBMITTED =
      new PrintedPlan.Stamp("培育方案〔2026〕7号", 3, HASH, null);

  private static final Imprint IMPRINT =
      new Imprint("方案档〔2026〕7号", HASH, "https://example.org/proofs/abc");

  private static byte[] printed(PrintedPlan.Stamp stamp, @Nullable Imprint imprint)
      throws IOException {
    var out = new ByteArrayOutputStream();
    new PrintedPlan(stamp, paper(aPlan())).write(out, imprint);
    return out.toByteArray();
  }

  private static XWPFDocument document(PrintedPlan.Stamp stamp, @Nullable Imprint imprint)
      throws IOException {
    return new XWPFDocument(new ByteArrayInputStream(printed(stamp, imprint)));
  }

  private static String text(XWPFDocument document) {
    return Stream.of(
            document.getParagraphs().stream().map(XWPFParagraph::getText),
            document.getTables().stream().map(XWPFTable::getText),
            document.getFooterList().stream().map(footer -> footer.getText()))
        .flatMap(texts -> texts)
        .collect(Collectors.joining("\n"));
  }

  @Test
  void theSameVersionIsTheSameToTheByte() throws IOException {
    assertThat(printed(APPROVED, IMPRINT)).isEqualTo(printed(APPROVED, IMPRINT));
    assertThat(printed(APPROVED, IMPRINT)).isNotEqualTo(printed(SUBMITTED, IMPRINT));
  }

  @Test
  void numberAndCodeTieThePaperToTheRecord() throws IOException {
    try (var document = document(APPROVED, null)) {
      assertThat(text(document))
          .contains("培育方案〔2026〕7号", "3f2a 90bc 7d10 e455", HASH, "2026年4月8日审定")
          .doesNotContain("送审稿");
      assertThat(document.getFooterList())
          .anyMatch(footer -> footer.getText().contains("校验码 3f2a 90bc 7d10 e455"));
    }
  }

  @Test
  void whatIsNotYetApprovedSaysSo() throws IOException {
    try (var document = document(SUBMITTED, null)) {
      assertThat(text(document)).contains("培育发展方案（送审稿）", "送审稿（未经审定）").doesNotContain("日审定");
    }
  }

  @Test
  void onlyWhatThePlanSaysIsPrinted() throws IOException {
    try (var document = document(APPROVED, null)) {
      assertThat(text(document))
          .contains("建成中试线", "10,620.00", "出厂合格率 99.8%", "发展战略规划.pdf")
          .doesNotContain("净利润", "投融资计划", "人力资源", "产品能耗目标", "编制说明", "填表方法");
      assertThat(GivenForms.table(document, "工作任务").getNumberOfRows()).isEqualTo(1 + 3);
    }
  }

  @Test
  void thePictureIsThereWhenThereIsOne() throws IOException {
    try (var with = document(APPROVED, IMPRINT);
        var without = document(APPROVED, null)) {
      assertThat(with.getAllPictures()).hasSize(1);
      assertThat(text(with)).contains("扫码核对");
      assertThat(without.getAllPictures()).isEmpty();
      assertThat(text(without)).doesNotContain("扫码核对");
    }
  }
}
