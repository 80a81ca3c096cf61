package seedbed.seed;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.annotation.TransactionMode;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.access.Scope;
import seedbed.assessment.Assessing;
import seedbed.company.Companies;
import seedbed.criteria.rule.Truth;
import seedbed.criteria.rule.Verdict;

@MicronautTest(transactionMode = TransactionMode.SINGLE_TRANSACTION)
class DemonstrationOutcomesIT {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

  private final Seeding seeding;
  private final Companies companies;
  private final Assessing assessing;

  DemonstrationOutcomesIT(Seeding seeding, Companies companies, Assessing assessing) {
    this.seeding = seeding;
    this.companies = companies;
    this.assessing = assessing;
  }

  @Test
  @DisplayName("每一层都有满足、差一条、差多条、缺一至三项数据的示例企业")
  void everyTierShowsEveryOutcome() {
    seeding.fill();
    Map<String, Set<String>> outcomes = new HashMap<>();

    companies.inRegion("320682").stream()
        .filter(company -> company.demo())
        .flatMap(company ->
            assessing
                .assess(company.id(), new Scope.Whole(), TODAY)
                .orElseThrow()
                .ladder()
                .stream())
        .forEach(rung ->
            rung.verdict()
                .ifPresent(verdict ->
                    outcomes
                        .computeIfAbsent(rung.title().code(), _ -> new HashSet<>())
                        .add(outcome(verdict))));

    for (String title :
        Set.of("rugao-pool", "innovative-sme", "specialised-sme", "little-giant", "champion")) {
      assertThat(outcomes.get(title)).as(title).contains("满足", "差一条", "差多条", "缺数据");
    }
  }

  private static String outcome(Verdict verdict) {
    return switch (verdict.truth()) {
      case MET -> "满足";
      case NOT_MET -> verdict.count(Truth.NOT_MET) == 1 ? "差一条" : "差多条";
      case UNKNOWN -> verdict.count(Truth.UNKNOWN) <= 3 ? "缺数据" : "缺很多";
    };
  }
}
