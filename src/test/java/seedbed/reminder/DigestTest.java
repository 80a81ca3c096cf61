package seedbed.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.criteria.ReminderPlan.Whom;

@DisplayName("一人一天一条的提醒")
final class DigestTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);

  private static Candidate review(long company, String name, LocalDate due, int step, Whom whom) {
    return new Candidate(
        7, "review", company, "TOWNSHIP", step, whom, company, name, "审核培育发展方案", "/x", due);
  }

  @Test
  @DisplayName("同一事项期限不同的各写一行，各说各的期限和逾期天数")
  void oneLineHasOneDay() {
    Digest digest =
        Digest.of(
                List.of(
                    review(1, "甲", TODAY.minusDays(9), 7, Whom.OWNER),
                    review(2, "乙", TODAY.plusDays(3), -3, Whom.OWNER),
                    review(3, "丙", TODAY.plusDays(3), -3, Whom.OWNER)),
                TODAY)
            .getFirst();

    assertThat(digest.body())
        .isEqualTo("审核培育发展方案（甲），期限 2026-11-21，已逾期 9 天。\n" + "审核培育发展方案（乙、丙），期限 2026-12-03，还有 3 天。");
    assertThat(digest.subject()).isEqualTo("3 项应报事项待办，其中 1 项已逾期");
  }

  @Test
  @DisplayName("一人被同一事项的两步点名：两步都记下，话只说一遍；同一步点名两次只记一次")
  void twoStepsAreKeptAndSaidOnce() {
    List<Digest> digests =
        Digest.of(
            List.of(
                review(1, "甲", TODAY.minusDays(9), 7, Whom.OFFICE),
                review(1, "甲", TODAY.minusDays(9), 3, Whom.OWNER),
                review(1, "甲", TODAY.minusDays(9), 7, Whom.LEADER)),
            TODAY);

    assertThat(digests).hasSize(1);
    assertThat(digests.getFirst().items()).extracting(Candidate::step).containsExactly(7, 3);
    assertThat(digests.getFirst().subject()).isEqualTo("审核培育发展方案：期限 2026-11-21，已逾期 9 天");
    assertThat(digests.getFirst().body().lines()).hasSize(1);
    assertThat(digests.getFirst().reason(Map.of("review", "方案审核")))
        .isEqualTo("按提醒规则：方案审核（逾期第 7 天，告知培育办）、方案审核（逾期第 3 天，告知应报人）");
  }
}
