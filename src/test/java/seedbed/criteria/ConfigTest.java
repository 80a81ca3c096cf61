package seedbed.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import seedbed.criteria.rule.Checklist;
import seedbed.criteria.rule.Checklist.Applicant;

class ConfigTest {
  private static final Rulebook RULEBOOK = Rulebook.read(Path.of("config"));
  private final Editions editions = RULEBOOK.editions();

  @Test
  void everyFileIsRead() {
    assertThat(editions.all()).hasSize(15);
    assertThat(editions.notices()).hasSize(2);
    assertThat(RULEBOOK.indicators().all()).hasSizeGreaterThan(70);
  }

  @Test
  void anEditionAppliesFromItsFirstToItsLastDay() {
    assertThat(edition("2026-03-31")).isEqualTo("cn-xjr-2022 cn-xjr-2026-ovl");
    assertThat(edition("2026-04-01")).isEqualTo("cn-xjr-2026 cn-xjr-2026-ovl");
    assertThat(edition("2022-08-01")).isEqualTo("cn-xjr-2022 null");
    assertThat(edition("2022-07-31")).isEqualTo("cn-xjr-2021 null");
  }

  private String edition(String on) {
    return editions
        .inForce("little-giant", "manufacturing", Applicant.NEW, LocalDate.parse(on))
        .map(ConfigTest::shown)
        .orElse("none");
  }

  private static String shown(Checklist checklist) {
    return checklist.edition() + " " + checklist.overlay();
  }
}
