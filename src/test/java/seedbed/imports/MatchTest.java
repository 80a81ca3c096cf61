package seedbed.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.company.Company;
import seedbed.company.CreditCode;
import seedbed.company.Track;

/// Which company a row means, clue by clue.
@DisplayName("名单上的企业是哪一家")
final class MatchTest {

  private static final CreditCode CODE = code("91000000123456788T");
  private static final CreditCode OTHER_CODE = code("91000000MA00000157");

  private final Company coded = named("如皋精工（江苏）有限公司").withCreditCode(CODE);
  private final Company plain = named("如皋无码有限公司");

  @Test
  @DisplayName("代码和名称都对上的，确定")
  void codeAndNameAreSure() {
    assertThat(match("如皋精工(江苏)有限公司", CODE, clues(coded, coded))).isEqualTo(sure(coded));
  }

  @Test
  @DisplayName("括号全角半角、空格不同的，算同一名称")
  void theWidthOfBracketsDoesNotMatter() {
    assertThat(match("如皋精工（江苏） 有限公司", CODE, clues(null, coded))).isEqualTo(sure(coded));
  }

  @Test
  @DisplayName("只有全称，对上的确定")
  void theFullNameAloneIsSure() {
    assertThat(match("如皋无码有限公司", null, clues(plain, null))).isEqualTo(sure(plain));
    assertThat(match("如皋无码有限公司", CODE, clues(plain, null))).isEqualTo(sure(plain));
  }

  @Test
  @DisplayName("只有代码，对上的确定")
  void theCodeAloneIsSure() {
    assertThat(match(null, CODE, clues(null, coded))).isEqualTo(sure(coded));
  }

  @Test
  @DisplayName("代码对上，名称是简称或曾用名的，确定")
  void theCodeWithAnotherNameOfTheCompanyIsSure() {
    assertThat(match("精工", CODE, new Match.Clues(null, coded, List.of(coded), List.of())))
        .isEqualTo(sure(coded));
    assertThat(match("老精工有限公司", CODE, new Match.Clues(null, coded, List.of(), List.of(coded))))
        .isEqualTo(sure(coded));
  }

  @Test
  @DisplayName("代码和名称指向两家的，由人选")
  void codeAndNameOfTwoCompaniesAreDoubtful() {
    assertThat(candidates(match("如皋无码有限公司", CODE, clues(plain, coded))))
        .containsExactly("代码相同，名称不同", "名称相同，代码不同");
  }

  @Test
  @DisplayName("名称对上、代码不同的，由人选")
  void anotherCodeUnderTheSameNameIsDoubtful() {
    assertThat(candidates(match("如皋精工（江苏）有限公司", OTHER_CODE, clues(coded, null))))
        .containsExactly("名称相同，代码不同");
  }

  @Test
  @DisplayName("只有简称或曾用名的，由人选，从不默认")
  void aShortOrFormerNameAloneIsDoubtful() {
    assertThat(
            candidates(match("精工", null, new Match.Clues(null, null, List.of(coded), List.of()))))
        .containsExactly("简称相同");
    assertThat(
            candidates(match("老精工", null, new Match.Clues(null, null, List.of(), List.of(plain)))))
        .containsExactly("曾用名相同");
  }

  @Test
  @DisplayName("都对不上的，没有")
  void nothingIsNothing() {
    assertThat(match("别家", null, clues(null, null))).isEqualTo(new Match.None());
  }

  private static Match match(@Nullable String name, @Nullable CreditCode code, Match.Clues clues) {
    return Match.of(name, code, clues);
  }

  private static Match.Clues clues(@Nullable Company byName, @Nullable Company byCode) {
    return new Match.Clues(byName, byCode, List.of(), List.of());
  }

  private static Match sure(Company company) {
    return new Match.Sure(company);
  }

  private static List<String> candidates(Match match) {
    assertThat(match).isInstanceOf(Match.Doubtful.class);
    return ((Match.Doubtful) match).candidates().stream().map(Match.Candidate::why).toList();
  }

  private static Company named(String name) {
    Company company = Company.named(name, "490101001", Track.MANUFACTURING, "试验", LocalDate.EPOCH);
    return new Company(
        name.hashCode(),
        company.name(),
        null,
        company.nameInitials(),
        null,
        null,
        company.regionCode(),
        null,
        null,
        company.track(),
        null,
        null,
        company.origin(),
        company.recordedOn(),
        null,
        company.source(),
        null,
        0);
  }

  private static CreditCode code(String text) {
    return switch (CreditCode.read(text)) {
      case CreditCode.Accepted(var code, _) -> code;
      case CreditCode.Refused(var reason) -> throw new AssertionError(reason);
    };
  }
}
