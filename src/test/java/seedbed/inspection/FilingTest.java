package seedbed.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.web.FieldError;

@DisplayName("报备填写的内容")
final class FilingTest {

  @Test
  @DisplayName("再长也一字不少地留着")
  void nothingThatWasTypedIsCut() {
    String site = "厂".repeat(5_000);

    assertThat(Filing.of(Map.of("site", site)).text("site")).isEqualTo(site);
  }

  @Test
  @DisplayName("每一栏：正好的不提，多一个字的提出来，写明是哪一栏")
  void everyFieldThatIsTooLongIsNamed() {
    Map<String, String> fits = new HashMap<>();
    Map<String, String> over = new HashMap<>();
    for (Filing.Entry entry : Filing.ENTRIES) {
      fits.put(entry.name(), "字".repeat(entry.longest()));
      over.put(entry.name(), "字".repeat(entry.longest() + 1));
    }

    assertThat(Filing.of(fits).overlong()).isEmpty();
    assertThat(Filing.of(over).overlong())
        .hasSameSizeAs(Filing.ENTRIES)
        .contains(
            new FieldError("item", "“检查事项”最多 200 字，现有 201 字，请精简。"),
            new FieldError("site", "“检查地点”最多 1000 字，现有 1001 字，请精简。"),
            new FieldError("officer-2-certificate", "“检查人员 2 的执法证号”最多 1000 字，现有 1001 字，请精简。"));
  }
}
