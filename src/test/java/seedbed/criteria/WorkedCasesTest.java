package seedbed.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@DisplayName("算例")
class WorkedCasesTest {
  private static final Path CONFIG = Path.of("config");
  private final Rulebook rulebook = Rulebook.read(CONFIG);
  private final List<WorkedCase> cases = WorkedCases.read(CONFIG, rulebook);

  @TestFactory
  Stream<DynamicContainer> everyCaseComesOutAsWritten() {
    return cases.stream().map(WorkedCase::edition).distinct().map(this::casesOf);
  }

  private DynamicContainer casesOf(String edition) {
    return DynamicContainer.dynamicContainer(
        edition,
        cases.stream()
            .filter(worked -> worked.edition().equals(edition))
            .map(worked -> DynamicTest.dynamicTest(worked.name(), () -> comesOut(worked))));
  }

  private void comesOut(WorkedCase worked) {
    assertThat(worked.tryWith(rulebook.editions()).differences())
        .as("%s 第%d行：%s", worked.file(), worked.line(), worked.name())
        .isEmpty();
  }

  @Test
  void everyEditionAndNoticeHasCases() {
    var ids =
        Stream.concat(
            rulebook.editions().all().stream().map(Edition::id),
            rulebook.editions().notices().stream().map(Overlay::id));

    assertThat(cases).extracting(WorkedCase::edition).containsAll(ids.toList());
  }
}
