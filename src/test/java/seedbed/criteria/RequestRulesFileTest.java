package seedbed.criteria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.criteria.RequestRules.Charge;

@DisplayName("诉求的类别、期限和升级")
final class RequestRulesFileTest {

  @Test
  void theFileOfTheProjectIsRead() throws IOException {
    RequestRules rules = RequestRulesFile.read(project());

    assertThat(rules.kind("labour"))
        .contains(
            new RequestRules.Kind(
                "用工招聘", "人社局", 10, true, List.of("用工", "招工", "招聘", "缺工", "普工", "技工")));
    assertThat(rules.kind("other").orElseThrow().words()).isEmpty();
    assertThat(rules.escalation())
        .extracting(RequestRules.Level::charge)
        .containsExactly(Charge.DEPARTMENT, Charge.OFFICE, Charge.LEADER);
    assertThat(rules.units()).contains(rules.officeUnit());
  }

  @Test
  @DisplayName("删去的类别仍显示代码，期限按最长的算")
  void aKindThatIsGoneStillHasAName() throws IOException {
    RequestRules rules = RequestRulesFile.read(project());

    assertThat(rules.label("gone")).isEqualTo("gone");
    assertThat(rules.days("gone")).isEqualTo(20);
  }

  @Test
  @DisplayName("按文字建议类别：词多的一类；没有词或者一样多的不猜")
  void theKindOfATextIsTheOneItHasMostWordsOf() throws IOException {
    RequestRules rules = RequestRulesFile.read(project());

    assertThat(rules.suggested("企业希望协调用地")).contains("land");
    assertThat(rules.suggested("扩建厂房缺用地，银行贷款也慢")).contains("land");
    assertThat(rules.suggested("缺用地，也缺贷款")).isEmpty();
    assertThat(rules.suggested("看了新车间")).isEmpty();
  }

  @Test
  void aUnitThatNobodyKnowsIsNamed() throws IOException {
    refused("unit: 人社局, days: 10", "unit: 人社所, days: 10").hasMessageContaining("人社所");
    refused("office-unit: 发改委", "office-unit: 发改办").hasMessageContaining("发改办");
  }

  @Test
  void whatGoesDirectlyNeedsAUnit() throws IOException {
    refused("{label: 其他, days: 15}", "{label: 其他, days: 15, direct: true}")
        .hasMessageContaining("没有写单位");
  }

  @Test
  void stepsGoUpAndLater() throws IOException {
    refused("days: 8, to: office", "days: 1, to: office").hasMessageContaining("逐级");
    refused("days: 8, to: office", "days: 8, to: department").hasMessageContaining("逐级");
    refused("to: leader", "to: mayor").hasMessageContaining("mayor");
  }

  @Test
  void daysAreDays() throws IOException {
    refused("silence-days: 10", "silence-days: 0").hasMessageContaining("1至365");
    refused("silence-days: 10\n", "").hasMessageContaining("silence-days");
  }

  @Test
  void twoKindsOfOneNameAreRefused() throws IOException {
    refused("label: 人才引进", "label: 用工招聘").hasMessageContaining("用工招聘");
  }

  private static String project() throws IOException {
    return Files.readString(Path.of("config/requests.yml"));
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> refused(String right, String wrong)
      throws IOException {
    assertThat(project()).contains(right);
    String text = project().replace(right, wrong);
    return assertThatThrownBy(() -> RequestRulesFile.read(text)).isInstanceOf(FaultyConfig.class);
  }
}
