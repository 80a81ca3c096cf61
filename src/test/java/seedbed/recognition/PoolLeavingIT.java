package seedbed.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.company.TitleHolding;
import seedbed.company.TitleHoldings;
import seedbed.signin.Door;

/// Leaving a pool by a decision of its own, and coming back.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("调出培育库和再次入库")
final class PoolLeavingIT {

  private static final String POOL = "rugao-pool";

  @Inject TitlePeople people;
  @Inject TitleHoldings holdings;
  @Inject Door door;

  @Test
  void whoeverIsRemovedIsOutFromThatDayAndCanApplyAgain() {
    var cast = people.cast();
    LocalDate today = people.today();
    long id = people.holding(cast.company(), POOL, today.minusYears(1), null);

    people.act(cast.office(), id, "removal", Map.of("document", "调出〔2026〕2号", "note", "迁出本市"));

    TitleHolding left = holdings.findById(id).orElseThrow();
    assertThat(left.heldTo()).isEqualTo(today);
    assertThat(left.endDocument()).isEqualTo("调出〔2026〕2号");
    assertThat(people.show(cast.office(), id).page().select("main").text()).contains("调出", "迁出本市");
    var page = door.page("/applications/new", cast.owner());
    var answer =
        door.form(
            "/applications", cast.owner(), Map.of("title", POOL, "csrfToken", page.formToken()));
    assertThat(answer.code()).as(answer.body()).isEqualTo(303);
  }

  @Test
  void aRemovalIsGivenWithItsReason() {
    var cast = people.cast();
    long id = people.holding(cast.company(), POOL, people.today().minusYears(1), null);

    var refused = people.send(cast.office(), id, "removal", Map.of("document", "调出〔2026〕3号"));

    assertThat(refused.code()).isEqualTo(422);
    assertThat(refused.page().select("#errors").text()).contains("理由");
    assertThat(holdings.findById(id).orElseThrow().heldTo()).isNull();
  }

  @Test
  void onlyAPlaceInAPoolIsLeftThisWay() {
    var cast = people.cast();
    long id = people.holding(cast.company(), "innovative-sme", people.today().minusYears(1), null);

    var refused =
        people.send(cast.office(), id, "removal", Map.of("document", "调出〔2026〕4号", "note", "迁出"));

    assertThat(refused.code()).isEqualTo(422);
    assertThat(people.show(cast.office(), id).page().select("#removal")).isEmpty();
  }
}
