package seedbed.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompanyTest {

  @ParameterizedTest
  @CsvSource({
    "江苏万达特种轴承有限公司, JSWDTZZCYXGS",
    "重庆长安银行, CQCAYX",
    "长沙示例有限公司, CSSLYXGS",
    "南通晟泽机械有限公司, NTSZJXYXGS",
    "瑞晟科技（示例）, RSKJSL",
    "曾氏重工有限公司, ZSZGYXGS",
    "厦门行健音乐有限公司, XMXJYYYXGS",
    "森松（江苏）重工有限公司, SSJSZGYXGS"
  })
  void isFoundByPinyinInitials(String name, String initials) {
    assertThat(company(name).nameInitials()).startsWith(initials.substring(0, 5));
  }

  @Test
  void needsAName() {
    assertThatThrownBy(() -> company("  ")).hasMessage("企业名称不能为空。");
  }

  @Test
  void demonstrationCompaniesSayThatTheyAre() {
    assertThatThrownBy(() ->
            new Company(
                0,
                "某某有限公司",
                null,
                "",
                null,
                null,
                "320682",
                null,
                null,
                Track.MANUFACTURING,
                null,
                null,
                Origin.DEMO,
                LocalDate.EPOCH,
                null,
                "示例",
                null,
                0))
        .hasMessage("示例企业的名称应带“示例”二字：某某有限公司");
  }

  private static Company company(String name) {
    return Company.named(name, "320682", Track.MANUFACTURING, "测试", LocalDate.EPOCH);
  }
}
