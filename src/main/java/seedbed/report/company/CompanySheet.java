package seedbed.report.company;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.company.Company;
import seedbed.web.ChosenDay;

/// Everything the page of one company shows.
@Introspected
record CompanySheet(
    Company company,
    Head head,
    ChosenDay chosen,
    List<LadderStep> ladder,
    @Nullable VerdictPanel verdict,
    @Nullable String without) {

  /// What the head of the page says about the company.
  @Introspected
  record Head(String region, String regionCode, List<Fact> facts, List<String> held) {}

  @Introspected
  record Fact(String name, String value) {}
}
