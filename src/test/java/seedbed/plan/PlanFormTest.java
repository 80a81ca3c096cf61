package seedbed.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static seedbed.plan.GivenForms.aPlan;
import static seedbed.plan.GivenForms.form;
import static seedbed.plan.GivenForms.written;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlanFormTest {

  private static final int PLANS = 200;

  static LongStream seeds() {
    return LongStream.range(0, PLANS);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyFieldComesBackAsItWent(long seed) throws IOException {
    Content plan = RandomPlans.of(seed);
    PlanForm form = form(plan);

    PlanFormReading.Read read = GivenForms.read(form, written(form));

    Map<String, String> expected = new TreeMap<>(plan.fields());
    expected.keySet().removeIf(field -> field.startsWith("file-"));
    assertThat(read.content().fields()).containsExactlyEntriesOf(expected);
    assertThat(read.over(plan)).isEqualTo(plan);
    assertThat(read.unread()).isEmpty();
  }

  @Test
  void theSamePlanMakesTheSameFile() throws IOException {
    assertThat(written(form(aPlan()))).isEqualTo(written(form(aPlan())));
  }

  @Test
  void theFormFollowsTheOutline() throws IOException {
    try (var document = document(Content.EMPTY)) {
      assertThat(document.getParagraphs())
          .extracting(XWPFParagraph::getText)
          .containsSubsequence(
              "如皋市专精特新“小巨人”培育企业",
              "培育发展方案",
              "如皋市发展和改革委员会",
              "2026 年印制",
              "编制说明",
              "培育发展方案",
              "一、目标任务",
              "（一）企业未来 3–5 年发展的战略思路",
              "（二）总体目标",
              "经营目标",
              "细分领域主营产品发展目标",
              "企业创新能力提升目标",
              "质量、性能等定性目标",
              "（三）工作任务及时间进度",
              "二、具体计划",
              "项目计划",
              "投融资计划",
              "人才培养计划",
              "海外扩张并购计划",
              "产学研项目合作计划",
              "创新激励机制建设",
              "三、工作措施");
      assertThat(document.getTables())
          .extracting(table -> table.getRow(0).getTableCells().getFirst().getText())
          .containsExactly(
              "企业名称（盖章）",
              "企业未来 3–5 年发展的战略思路",
              "指标",
              "指标",
              "指标",
              "定性目标",
              "序号",
              "序号",
              "序号",
              "序号",
              "序号",
              "序号",
              "序号",
              "保障措施");
    }
  }

  @Test
  void anEmptyFormHasRoomForEightTasksAndThreeItemsOfEachKind() throws IOException {
    try (var document = document(Content.EMPTY)) {
      XWPFTable tasks = GivenForms.table(document, "工作任务");

      assertThat(tasks.getNumberOfRows()).isEqualTo(1 + 8);
      assertThat(tasks.getRow(8).getCell(0).getText()).isEqualTo("8");
      for (ItemKind kind : ItemKind.values()) {
        assertThat(GivenForms.table(document, kind.label()).getNumberOfRows()).isEqualTo(1 + 3);
      }
    }
  }

  @Test
  void spareRowsGoOnAfterTheLastNumber() throws IOException {
    try (var document = document(aPlan())) {
      XWPFTable tasks = GivenForms.table(document, "工作任务");

      assertThat(tasks.getRows().stream().skip(1).map(row -> row.getCell(0).getText()))
          .containsExactly("1", "2", "5", "6", "7", "8", "9", "10");
    }
  }

  @Test
  void headsOfTablesAreRepeatedOnEveryPage() throws IOException {
    try (var document = document(aPlan())) {
      assertThat(document.getTables().stream().skip(1))
          .allMatch(table -> table.getRow(0).isRepeatHeader());
    }
  }

  private static XWPFDocument document(Content content) throws IOException {
    return new XWPFDocument(new ByteArrayInputStream(written(form(content))));
  }
}
