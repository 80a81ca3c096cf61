package seedbed.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;

/// Plans with everything that people type and paste.
final class RandomPlans {

  private static final List<String> PIECES =
      List.of(
          "提升高压电器绝缘件",
          "研发中心",
          "，",
          "。",
          "；",
          "“小巨人”",
          "《规划》",
          "（二）",
          "——",
          "…",
          "1,062.00",
          "007",
          "３５％",
          "９８.６",
          "−2",
          "≥",
          "μm",
          "<br/>",
          "&",
          "&amp;",
          "]]>",
          "\"",
          "'",
          "𬭎",
          "𠮷",
          "😀",
          "👨‍👩‍👧",
          "é",
          "e\u0301",
          "\u00A0",
          "　",
          "  ",
          " ",
          "\t",
          "\n",
          "\n\n",
          "\t\n ",
          "C:\\a",
          "${x}",
          "%s",
          "{{y}}",
          "=1+1",
          "指标",
          "序号",
          "2027 年",
          "_x000D_",
          "Rd & Co.");

  private final Random random;
  private final Map<String, String> fields = new TreeMap<>();

  private RandomPlans(long seed) {
    random = new Random(seed);
  }

  static Content of(long seed) {
    RandomPlans plan = new RandomPlans(seed);
    plan.fill();
    return Content.of(plan.fields);
  }

  private void fill() {
    put("prepared", text(3));
    Arrays.stream(Passage.values()).forEach(passage -> put(passage.field(), text(passage())));
    GivenForms.OUTLINE
        .indicators()
        .forEach(indicator ->
            GivenForms.SPAN
                .columns()
                .forEach(year -> put(Content.targetField(indicator.code(), year), text(2))));
    RowSort.all().forEach(this::rows);
    for (int i = random.nextInt(4); i > 0; i--) {
      fields.put("file-" + random.nextInt(1, 10_000), "附件" + text(2));
    }
  }

  private int passage() {
    return random.nextInt(20) == 0 ? 1_500 : random.nextInt(40);
  }

  private void rows(RowSort sort) {
    TreeSet<Integer> numbers = new TreeSet<>();
    int rows = random.nextInt(12) == 0 ? Content.MOST_ROWS : random.nextInt(6);
    int largest = random.nextBoolean() ? Content.MOST_ROWS : 999;
    while (numbers.size() < rows) {
      numbers.add(random.nextInt(1, largest + 1));
    }
    for (int number : numbers) {
      sort.parts().forEach(part -> put(sort.field(number, part), text(random.nextInt(1, 8))));
    }
  }

  private void put(String field, String text) {
    if (random.nextInt(4) > 0) {
      fields.put(field, text);
    }
  }

  private String text(int pieces) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < pieces; i++) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }
}
