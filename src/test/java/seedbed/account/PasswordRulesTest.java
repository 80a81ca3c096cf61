package seedbed.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Both rule books, one step below, on and above every bound.
final class PasswordRulesTest {

  private static final String NAME = "zhangsan";

  @ParameterizedTest
  @CsvSource({"Abcdefg-1, false", "Abcdefgh-1, true", "Abcdefghi-1, true"})
  void classifiedProtectionAsksForTenCharacters(String password, boolean good) {
    assertThat(objections(PasswordRules.CLASSIFIED_PROTECTION, password).isEmpty()).isEqualTo(good);
  }

  @ParameterizedTest
  @CsvSource({"abcdefghij1, false", "Abcdefghij1, true", "Abcdefghij-1, true"})
  void classifiedProtectionAsksForThreeKinds(String password, boolean good) {
    assertThat(objections(PasswordRules.CLASSIFIED_PROTECTION, password).isEmpty()).isEqualTo(good);
  }

  @ParameterizedTest
  @CsvSource({"abcdefghijklmn, false", "abcdefghijklmno, true", "abcdefghijklmnop, true"})
  void asvsAsksForFifteenCharactersOfAnyKind(String password, boolean good) {
    assertThat(objections(PasswordRules.ASVS, password).isEmpty()).isEqualTo(good);
  }

  @Test
  void asvsRefusesWhatOthersUse() {
    assertThat(PasswordRules.ASVS.check("correct horse battery", NAME, _ -> true))
        .singleElement()
        .asString()
        .contains("泄露");
  }

  @Test
  void neitherTakesMoreThanTheLongest() {
    for (PasswordRules rules : PasswordRules.values()) {
      String longest = "Aa1-" + "x".repeat(PasswordRules.LONGEST - 4);
      assertThat(objections(rules, longest)).isEmpty();
      assertThat(objections(rules, longest + "x")).hasSize(1);
    }
  }

  @Test
  void neitherTakesTheNameItself() {
    for (PasswordRules rules : PasswordRules.values()) {
      assertThat(objections(rules, "ZhangSan-2026-abcdef")).hasSize(1);
    }
  }

  @Test
  void onlyClassifiedProtectionLetsPasswordsAge() {
    assertThat(PasswordRules.CLASSIFIED_PROTECTION.aging()).isTrue();
    assertThat(PasswordRules.ASVS.aging()).isFalse();
  }

  private static List<String> objections(PasswordRules rules, String password) {
    return rules.check(password, NAME, _ -> false);
  }
}
