package seedbed.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("纪要写情况，不写议程对会议的请求；培育办写的一字不少")
final class DemandTest {

  private static final Set<String> DEMANDS = Set.of("请当场明确怎样解决。", "请尽快补齐。");

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource({
    "由财政局办理，期限 2026-11-08，已经逾期；请当场明确怎样解决。, 由财政局办理，期限 2026-11-08，已经逾期。",
    "缺少判断所需的数据；请尽快补齐。, 缺少判断所需的数据。",
    "已经逾期；请假企业 3 家；请尽快补齐。, 已经逾期；请假企业 3 家。",
    "资金缺口 300 万元；请示已报市政府。, 资金缺口 300 万元；请示已报市政府。",
    "缺少数据；请假企业 3 家。, 缺少数据；请假企业 3 家。",
    "缺少数据；请财政局尽快补齐。, 缺少数据；请财政局尽快补齐。",
    "企业请求减免；已经答复。, 企业请求减免；已经答复。",
    "请尽快补齐。, 请尽快补齐。",
  })
  void minutesSayHowThingsStood(String reason, String situation) {
    assertThat(Demand.dropped(reason, DEMANDS)).isEqualTo(situation);
  }

  @ParameterizedTest
  @CsvSource({"资金缺口 300 万元；请示已报市政府。", "资金缺口 300 万元；请尽快补齐。"})
  @DisplayName("自拟议题的情况照写")
  void theOfficeIsNeverShortened(String reason) {
    assertThat(Demand.dropped(reason, Set.of())).isEqualTo(reason);
  }
}
