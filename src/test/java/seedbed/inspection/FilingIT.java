package seedbed.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.access.Readers.Reader;

/// Filing an inspection: drafts, hints, what can never be changed, and the code that leads to it.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("检查报备")
final class FilingIT extends InspectionScene {

  @Test
  void aFilingIsToldAtOnceToEverybodyWhoIsToKnowAndOnce() {
    long id = begun(giant);
    assertThat(submit(id, draft(id, today))).isEqualTo(200);

    for (Reader told : List.of(office, leader, inspector)) {
      assertThat(told.page("/inbox").select(".messages li").text())
          .containsOnlyOnce("检查报备：" + giant.name())
          .contains("为什么收到");
    }
    // The company is told of the conclusion, not of the visit.
    assertThat(owner.page("/inbox").select(".messages li")).isEmpty();
    assertThat(owner.page("/inspections/" + id).select("h1").text()).contains(giant.name());
    assertThat(inspector.page("/inspections/" + id).text()).contains("报备档〔" + today.getYear());
  }

  @Test
  void whatIsMissingIsPointedOutAndHoldsNothingUp() {
    long id = begun(giant);
    Document page = inspector.page("/inspections/" + id);
    assertThat(page.select("#warnings li").size()).isGreaterThan(5);
    Map<String, String> empty = Map.of("lock", lock(page));
    assertThat(submit(id, empty)).isEqualTo(200);

    assertThat(office.page("/inspections/" + id).text()).contains("报备时提示的问题", "不得少于 2 名");
    assertThat(office.page("/inspections/" + id).select("section.filed").text()).contains("小巨人");
  }

  @Test
  void whatWasFiledIsNeverChangedAndOnlyAddedTo() {
    long id = filed(giant, today);
    String before = office.page("/inspections/" + id).select("section.filed").text();

    assertThat(send(inspector, "/inspections/" + id, Map.of("lock", "1", "item", "别的事项")))
        .isEqualTo(409);
    assertThat(send(inspector, "/inspections/" + id + "/submission", Map.of("lock", "1")))
        .isEqualTo(409);
    assertThat(send(inspector, "/inspections/" + id + "/removal", Map.of())).isEqualTo(409);
    assertThat(
            send(
                inspector,
                "/inspections/" + id + "/additions",
                Map.of("about", "检查日期", "words", "改为下周")))
        .isEqualTo(200);
    assertThat(send(inspector, "/inspections/" + id + "/additions", Map.of("about", "检查日期")))
        .isEqualTo(422);
    Document after = office.page("/inspections/" + id);
    assertThat(after.select("section.filed").text()).isEqualTo(before);
    assertThat(after.text()).contains("改为下周");
    for (String sql :
        List.of(
            "UPDATE inspection_filing SET item = '改' WHERE inspection_id = " + id,
            "DELETE FROM inspection_addition WHERE inspection_id = " + id,
            "UPDATE inspection_rating SET score = 5")) {
      assertThatExceptionOfType(SQLException.class).isThrownBy(() -> asServer(sql));
    }
  }

  @Test
  void aFieldThatIsTooLongIsRefusedByNameAndNothingTypedIsLost() {
    long id = begun(giant);
    String site = "厂".repeat(1_001);
    Map<String, String> typed = new HashMap<>(draft(id, today));
    typed.put("site", site);
    typed.put("item", "安全检查");

    for (String path : List.of("/inspections/" + id, "/inspections/" + id + "/submission")) {
      assertThat(send(inspector, path, typed)).isEqualTo(422);
      Document page = inspector.refused(path, encoded(typed));
      assertThat(page.select(".errors").text()).contains("“检查地点”最多 1000 字，现有 1001 字");
      assertThat(page.select("#site").val()).isEqualTo(site);
      assertThat(page.select("#item").val()).isEqualTo("安全检查");
      assertThat(page.select("[name=lock]").val()).isEqualTo(typed.get("lock"));
    }
    assertThat(inspector.page("/inspections/" + id).select("#site").val()).isNotEqualTo(site);

    typed.put("site", site.substring(1));
    assertThat(submit(id, typed)).isEqualTo(200);
    assertThat(office.page("/inspections/" + id).select("section.filed").text())
        .contains(site.substring(1));
  }

  @Test
  void whatIsSaidOfAFilingIsKeptWhenItIsTooLong() {
    long id = filed(giant, today);
    conclude(id, today, Map.of());
    String words = "字".repeat(1_001);
    Document addition =
        inspector.refused(
            "/inspections/" + id + "/additions", encoded(Map.of("about", "检查地点", "words", words)));
    assertThat(addition.select(".errors").text()).contains("“内容”最多 1000 字，现有 1001 字");
    assertThat(addition.select("#words").text()).isEqualTo(words);
    assertThat(addition.select("#about option[selected]").val()).isEqualTo("检查地点");

    Document complaint =
        owner.refused("/inspections/" + id + "/complaint", encoded(Map.of("words", words)));
    assertThat(complaint.select(".errors").text()).contains("“投诉”最多 1000 字，现有 1001 字");
    assertThat(complaint.select("#complaint").text()).isEqualTo(words);
    assertThat(complaint.select("#rating").text()).isEmpty();

    Document rating =
        owner.refused(
            "/inspections/" + id + "/rating", encoded(Map.of("score", "4", "words", words)));
    assertThat(rating.select(".errors").text()).contains("“意见”最多 500 字，现有 1001 字");
    assertThat(rating.select("#rating").text()).isEqualTo(words);
    assertThat(rating.select("[name=score][checked]").val()).isEqualTo("4");
  }

  @Test
  void theSecondOfTwoWritersSeesBothVersions() {
    long id = begun(giant);
    String lock = lock(inspector.page("/inspections/" + id));
    assertThat(send(inspector, "/inspections/" + id, Map.of("lock", lock, "item", "甲的事项")))
        .isEqualTo(200);

    assertThat(send(inspector, "/inspections/" + id, Map.of("lock", lock, "item", "乙的事项")))
        .isEqualTo(409);
    assertThat(send(inspector, "/inspections/" + id + "/submission", Map.of("lock", lock)))
        .isEqualTo(409);

    Map<String, String> late = Map.of("lock", lock, "item", "乙的事项");
    Document both = inspector.refused("/inspections/" + id, encoded(late));
    assertThat(both.select("[name=item][checked]").val()).isEqualTo("甲的事项");
    assertThat(both.select("[name=item]:not([checked])").val()).isEqualTo("乙的事项");
    assertThat(inspector.page("/inspections/" + id).select("#item").attr("value"))
        .isEqualTo("甲的事项");
  }

  @Test
  void hintsComeWhileOneTypesAndWhatWasSavedMeanwhileHandsIn() {
    long id = begun(giant);
    Document shown = inspector.page("/inspections/" + id);
    assertThat(shown.select("#filing").attr("hx-target")).isEqualTo("#warnings");
    Map<String, String> fields = draft(id, today);
    fields.put("officer-2", fields.get("officer-1"));
    fields.put("officer-2-certificate", fields.get("officer-1-certificate"));
    fields.put("emergency", "yes");
    Document saved = inspector.taken("/inspections/" + id, encoded(fields));

    assertThat(saved.select("#warnings").text())
        .contains("检查人员 2 与检查人员 1 是同一人", "填了 1 名，不得少于 2 名", "没有填写“紧急情况和理由”");
    // As the form knew it before it was saved by itself.
    fields.put("seen", saved.select("[name=seen]").attr("value"));
    assertThat(send(inspector, "/inspections/" + id + "/submission", fields)).isEqualTo(200);
    assertThat(office.page("/inspections/" + id).text()).contains("检查人员 2 与检查人员 1 是同一人");
  }

  @Test
  void whatIsPointedOutOnlyWhenHandingInIsShownOnceAndThenFrozen() {
    long id = begun(giant);
    Map<String, String> typed = draft(id, today.minusDays(20));
    typed.put("seen", inspector.page("/inspections/" + id).select("[name=seen]").attr("value"));
    String path = "/inspections/" + id + "/submission";

    Document shown = inspector.refused(path, encoded(typed));
    assertThat(shown.select("#problems").text()).contains("还没有提交", "检查以后第 20 天才补报");
    assertThat(shown.select("#planned-on").val()).isEqualTo(typed.get("planned-on"));
    assertThat(inspector.page("/inspections/" + id).select("#planned-on").val())
        .isEqualTo(typed.get("planned-on"));

    assertThat(send(inspector, path, seen(shown, typed))).isEqualTo(200);
    assertThat(office.page("/inspections/" + id).text()).contains("检查以后第 20 天才补报");
  }

  @Test
  void whatNobodyCanReadIsNotFrozen() {
    long id = begun(giant);
    Map<String, String> typed = draft(id, today.minusYears(30));
    typed.put("days", "abc");
    typed.put("officer-1-until", "明年");
    String path = "/inspections/" + id + "/submission";

    Document refused = inspector.refused(path, encoded(typed));
    assertThat(refused.select(".errors li").eachText())
        .hasSize(3)
        .anyMatch(error -> error.startsWith("“检查日期”填的是"))
        .anyMatch(error -> error.startsWith("“天数”填的是“abc”"))
        .anyMatch(error -> error.startsWith("“检查人员 1 的证件有效期至”填的是“明年”"));
    assertThat(refused.select("#days").val()).isEqualTo("abc");
    assertThat(send(inspector, path, seen(refused, typed))).isEqualTo(422);
    assertThat(inspector.page("/inspections/" + id).select("#filing")).isNotEmpty();
  }

  @Test
  void anAdditionSaysWhichOfficerItIsAbout() {
    long id = filed(giant, today);

    Document page = inspector.page("/inspections/" + id);

    assertThat(page.select("#about option").eachText())
        .doesNotHaveDuplicates()
        .contains("检查人员 1 的执法证号", "检查人员 2 的证件有效期至");
    Map<String, String> century = Map.of("about", "检查日期", "words", "改期", "day", "1999-01-01");
    assertThat(
            inspector
                .refused("/inspections/" + id + "/additions", encoded(century))
                .select(".errors")
                .text())
        .contains("新的检查日期应为");
  }
}
