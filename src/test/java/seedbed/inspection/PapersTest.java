package seedbed.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("附件6 上的企业要素")
final class PapersTest {

  private static FilingPaper paper(@Nullable String code, String titles) {
    return Papers.filed(
        new Papers.Head("应急管理局", "试验公司", code, titles, "", LocalDate.EPOCH),
        Filing.of(Map.of("item", "安全检查")),
        List.of());
  }

  @Test
  @DisplayName("印信用代码和称号；没有的写明没有登记")
  void theCompanyIsNamedByCodeAndTitles() {
    assertThat(paper("91320682MA1TEST00X", "国家级小巨人").details())
        .contains(
            new FilingPaper.Row("统一社会信用代码", "91320682MA1TEST00X"),
            new FilingPaper.Row("企业称号", "国家级小巨人"));
    assertThat(paper("", "").details())
        .contains(new FilingPaper.Row("统一社会信用代码", "没有登记"), new FilingPaper.Row("企业称号", "没有登记"));
  }

  @Test
  @DisplayName("升级以前报备的，纸面不变")
  void whatWasFiledBeforeStaysAsItWas() {
    assertThat(paper(null, "国家级小巨人").details())
        .containsExactly(new FilingPaper.Row("检查事项", "安全检查"));
  }
}
