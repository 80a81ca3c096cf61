package seedbed.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Whatever an approved plan says changes its hash.
final class PlanDigestTest {

  private static final Plan PLAN = new Plan(7, 3, 2025, 2026, 2028, LocalDate.EPOCH, "x", 1);

  private static String digest(Map<String, String> fields) {
    return PlanDigest.of("甲公司", PLAN, 1, Content.of(fields));
  }

  @Test
  @DisplayName("内容相同，摘要相同；名称、方案期、稿次、任何一栏不同，摘要不同")
  void everyWordCounts() {
    Map<String, String> fields = Map.of("text-strategy", "做精主业", "task-1-name", "技改");
    String whole = digest(fields);

    assertThat(digest(fields)).isEqualTo(whole).matches("[0-9a-f]{64}");
    assertThat(
            Stream.of(
                digest(Map.of("text-strategy", "做精主业", "task-1-name", "技改。")),
                digest(Map.of("text-strategy", "做精主业", "task-2-name", "技改")),
                digest(Map.of("text-strategy", "做精主业")),
                PlanDigest.of("乙公司", PLAN, 1, Content.of(fields)),
                PlanDigest.of("甲公司", PLAN, 2, Content.of(fields)),
                PlanDigest.of(
                    "甲公司",
                    new Plan(7, 3, 2025, 2026, 2029, LocalDate.EPOCH, "x", 1),
                    1,
                    Content.of(fields))))
        .doesNotContain(whole)
        .doesNotHaveDuplicates();
  }

  @Test
  @DisplayName("栏目之间不会串：把一栏的内容挪到相邻一栏，摘要不同")
  void wordsDoNotRunIntoEachOther() {
    assertThat(digest(Map.of("task-1-name", "甲", "task-1-owner", "乙丙")))
        .isNotEqualTo(digest(Map.of("task-1-name", "甲乙", "task-1-owner", "丙")));
  }
}
