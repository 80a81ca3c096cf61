package seedbed.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import seedbed.assessment.Impact.Kind;
import seedbed.criteria.rule.Truth;

class ImpactTest {

  @ParameterizedTest
  @CsvSource({
    "MET,     MET,     STILL_MEETS",
    "NOT_MET, MET,     NEWLY_MEETS",
    "MET,     NOT_MET, FALLS_OUT",
    "NOT_MET, NOT_MET, NEITHER",
    "UNKNOWN, MET,     OPEN",
    "UNKNOWN, NOT_MET, OPEN",
    "MET,     UNKNOWN, OPEN",
    "NOT_MET, UNKNOWN, OPEN",
    "UNKNOWN, UNKNOWN, OPEN"
  })
  void changeIsSaidOnlyOfTwoKnownVerdicts(Truth from, Truth to, Kind kind) {
    assertThat(Kind.of(from, to)).isEqualTo(kind);
  }
}
