package seedbed.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.drafting.LaterEditions;

@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("提交申请以后才发布的标准")
final class LaterStandardIT extends AdmissionScene {

  @Inject LaterEditions later;

  @AfterEach
  void forget() throws SQLException {
    later.forget();
  }

  @Test
  @DisplayName("已提交的、已退回再看当时的，仍按提交时发布的标准判定；再次提交的按新标准")
  void whatWasHandedInStaysJudgedByWhatWasPublishedThen() {
    long id = submitted("revenue-2025", "12000");
    String number = number(id);
    String outcome = outcome(id);

    later.publish("987654");

    assertThat(number(id)).isEqualTo(number);
    assertThat(outcome(id)).isEqualTo(outcome).doesNotContain("987,654");
    act(town, id, "review", Map.of("answer", "return", "note", "缺少审计报告"));
    act(owner, id, "submission", Map.of("revenue-2025", "12000"));
    assertThat(number(id)).isNotEqualTo(number);
    assertThat(outcome(id)).contains("987,654");
  }

  private String number(long id) {
    return show(office, id).page().select(".banner .no, .no").text();
  }

  private String outcome(long id) {
    return show(office, id).page().select("main table").text();
  }
}
