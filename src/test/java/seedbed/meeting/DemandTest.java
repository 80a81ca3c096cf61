package seedbed.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("纪要写情况，不写议程对会议的请求")
final class DemandTest {

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource({
    "由财政局办理，期限 2026-11-08，已经逾期；请当场明确怎样解决。, 由财政局办理，期限 2026-11-08，已经逾期。",
    "最早一项应在 2026-06-30 完成；请企业说明困难，需要部门协调的当场明确。, 最早一项应在 2026-06-30 完成。",
    "企业请求减免；已经答复。, 企业请求减免；已经答复。",
    "请各单位汇报。, 请各单位汇报。",
  })
  void minutesSayHowThingsStood(String reason, String situation) {
    assertThat(Demand.dropped(reason)).isEqualTo(situation);
  }
}
