package seedbed.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.access.Caller;
import seedbed.access.Role;
import seedbed.access.Scope;
import seedbed.assessment.Outlook;
import seedbed.company.Company;
import seedbed.signin.Door;

/// Which plan counts on a day, while one runs, the next is approved, and after the last.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("方案期")
final class PlanPeriodsIT {

  @Inject PlanPeople people;
  @Inject GivenPlans given;
  @Inject PlanCasework casework;
  @Inject PlanSummaries summaries;
  @Inject PlanDuties duties;
  @Inject Outlook outlook;
  @Inject Door door;
  @Inject Clock clock;

  private @Nullable Company known;
  private int year;

  @BeforeEach
  void settle() {
    people.settle();
    known = people.company();
    year = LocalDate.now(clock).getYear();
  }

  private Company company() {
    return Objects.requireNonNull(known);
  }

  private long approved(Span span, LocalDate begun) {
    Caller clerk = new Caller(1, 0, "试验", Role.OFFICE, PlanPeople.COUNTY, null, null);
    long plan = casework.begin(company().id(), span, begun, clerk);
    casework.write(plan, given.complete(span));
    casework.submit(plan, begun.plusDays(1), clerk);
    casework.forward(plan, begun.plusDays(2), clerk, null);
    casework.approve(plan, company(), begun.plusDays(3), clerk);
    return plan;
  }

  private PlanSummaries.Summary summary(LocalDate day) {
    Scope scope = new Scope.Single(company().id());
    return summaries
        .of(company().id(), outlook.of(company().id(), scope).orElseThrow().sheet(), day)
        .orElseThrow();
  }

  @Test
  @DisplayName("下一方案批准了，执行中的仍是本年度的一份；两份都在清单里")
  void theRunningPlanStaysBesideTheNext() {
    Span running = new Span(year - 3, year - 2, year);
    Span next = new Span(year - 1, year + 1, year + 3);
    long first = approved(running, LocalDate.of(year - 1, 3, 1));
    long second = approved(next, LocalDate.now(clock).minusDays(20));

    var list =
        door.page("/plans?q=" + company().name(), people.person(Role.OFFICE, PlanPeople.COUNTY))
            .page();

    assertThat(list.select("tbody tr")).hasSize(2);
    assertThat(list.select("tbody a[href=/plans/" + first + "]")).hasSize(1);
    assertThat(list.select("tbody tr:has(a[href=/plans/" + second + "])").text())
        .contains("方案期还没有开始");
    assertThat(duties.of(company().id()).orElseThrow().to()).isEqualTo(PlanPages.address(first));
    assertThat(summary(LocalDate.now(clock)).span()).isEqualTo(running);
    assertThat(summary(LocalDate.now(clock)).period()).isEmpty();
    assertThat(summary(LocalDate.of(year + 1, 1, 1)).span()).isEqualTo(next);
  }

  @Test
  @DisplayName("方案期过后，页面照常打开，说明已结束，不再推算")
  void aPlanThatIsOverSaysSo() {
    Span over = new Span(year - 5, year - 4, year - 2);
    long plan = approved(over, LocalDate.of(year - 4, 3, 1));
    String office = people.person(Role.OFFICE, PlanPeople.COUNTY);

    var page = door.page("/plans/" + plan, office);

    assertThat(page.code()).isEqualTo(200);
    assertThat(page.page().select(".head").text()).contains("方案期已结束");
    assertThat(page.page().select("#path").text()).contains("方案期已结束");
    assertThat(
            door.page("/plans?show=ended&q=" + company().name(), office).page().select("tbody tr"))
        .hasSize(1);
    assertThat(
            door.page("/plans?show=approved&q=" + company().name(), office)
                .page()
                .select("tbody tr"))
        .isEmpty();
    assertThat(duties.of(company().id()).orElseThrow().state()).isEqualTo("方案期已结束");
    assertThat(summary(LocalDate.now(clock)).period()).isEqualTo("方案期已结束");
    assertThat(summary(LocalDate.of(year - 3, 5, 1)).period()).isEmpty();
  }
}
