package seedbed.criteria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import seedbed.criteria.ArchivePlan.Retention;

final class ArchivePlanFileTest {

  @Test
  void theFileOfTheProjectIsRead() throws IOException {
    ArchivePlan plan = ArchivePlanFile.read(project());

    assertThat(plan.get("review"))
        .isEqualTo(new ArchivePlan.Series("动管档", "动态管理决定", Retention.PERMANENT, false));
    assertThat(plan.get("incoming").byHand()).isTrue();
  }

  @Test
  void aSeriesThatIsMissingIsNamed() throws IOException {
    refused(project().replaceAll("(?m)^notice:.*$", "")).hasMessageContaining("notice");
  }

  @Test
  void anUnknownTermIsRefused() throws IOException {
    refused(project().replace("keep: thirty}", "keep: fifty}")).hasMessageContaining("fifty");
  }

  @Test
  void twoSeriesWithOneLabelAreRefused() throws IOException {
    refused(project().replace("动管补档", "动管档")).hasMessageContaining("动管档");
  }

  private static String project() throws IOException {
    return Files.readString(Path.of("config/archive.yml"));
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> refused(String text) {
    return assertThatThrownBy(() -> ArchivePlanFile.read(text)).isInstanceOf(FaultyConfig.class);
  }
}
