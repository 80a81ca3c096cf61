package seedbed.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.web.FieldError;

@DisplayName("年度检查计划的登记表")
final class PlanFormTest {

  private static final int MOST = 400;

  @Test
  @DisplayName("原来登记的事项再多，打开后保存一项不少")
  void aLongPlanComesBackWhole() {
    UnitPlan plan =
        new UnitPlan(
            1, "", "", 2026, null, "试验计划", null, UnitPlan.lines(items(250)), Instant.EPOCH, "", 0);

    PlanForm sent = PlanForm.of(typed(PlanForm.of(plan)));

    assertThat(sent.errors()).isEmpty();
    assertThat(sent.items()).isEqualTo(plan.list()).hasSize(250);
    assertThat(sent.rows()).hasSize(253);
  }

  @Test
  @DisplayName("事项达到上限的可以保存，多一项的说明原因，填写的内容都在")
  void oneItemTooManyIsSaidAndKept() {
    assertThat(PlanForm.of(typed(MOST)).errors()).isEmpty();

    PlanForm over = PlanForm.of(typed(MOST + 1));

    assertThat(over.errors())
        .singleElement()
        .extracting(FieldError::field, FieldError::message)
        .satisfies(said -> assertThat(said.toString()).contains("item-401-name", "共 401 项"));
    assertThat(over.items()).hasSize(MOST + 1);
  }

  @Test
  @DisplayName("再加五行：一直加得上，到上限时说明不能再加")
  void moreRowsComeOrItIsSaidWhyNot() {
    Map<String, String> below = typed(MOST - 1);
    below.put("more", "yes");
    Map<String, String> at = typed(MOST);
    at.put("more", "yes");

    assertThat(PlanForm.of(below).rows()).hasSize(MOST + 4);
    assertThat(PlanForm.of(below).full()).isFalse();
    assertThat(PlanForm.of(at).full()).isTrue();
    assertThat(PlanForm.of(at).rows()).hasSize(MOST);
    assertThat(PlanForm.of(at).noMore())
        .singleElement()
        .extracting(FieldError::message)
        .asString()
        .contains("已有 400 行", "不能再加");
  }

  private static List<UnitPlan.Item> items(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(place -> new UnitPlan.Item("" + place, "检查 " + place, "", "", "", "", ""))
        .toList();
  }

  private static Map<String, String> typed(int items) {
    Map<String, String> form = new HashMap<>(Map.of("year", "2026", "document", "试验计划"));
    items(items)
        .forEach(item -> form.put("item-" + item.number() + "-name", "检查 " + item.number()));
    return form;
  }

  /// As the page sends it back.
  private static Map<String, String> typed(PlanForm shown) {
    Map<String, String> form =
        new HashMap<>(Map.of("year", shown.year(), "document", shown.document()));
    shown
        .rows()
        .forEach(row -> {
          form.put(row.name() + "-number", row.item().number());
          form.put(row.name() + "-name", row.item().name());
        });
    return form;
  }
}
