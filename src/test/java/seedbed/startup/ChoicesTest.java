package seedbed.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import seedbed.access.Role;

final class ChoicesTest {

  @Test
  void nothingIsChosenUnlessSomebodyDoes() {
    assertThat(Choices.of(Map.of())).isEmpty();
  }

  @Test
  void theRuleBookIsOneOfTwo() {
    assertThat(Choices.of(Map.of("SEEDBED_PASSWORD_RULES", "asvs")))
        .containsEntry("seedbed.account.password-rules", "ASVS");
    assertRefused(Map.of("SEEDBED_PASSWORD_RULES", "nist"), "classified-protection", "nist");
  }

  @Test
  void theRolesWithASecondFactorAreKnownOnes() {
    assertThat(Choices.of(Map.of("SEEDBED_SECOND_FACTOR", "admin, office")))
        .containsEntry("seedbed.account.second-factor", "ADMIN,OFFICE");
    assertRefused(Map.of("SEEDBED_SECOND_FACTOR", "admin,root"), "逗号", "root");
    assertThat(Choices.ROLES)
        .containsExactlyElementsOf(Arrays.stream(Role.values()).map(Role::code).toList());
  }

  @Test
  void aPublicAddressMakesCookiesSecure() {
    assertThat(Choices.of(Map.of("SEEDBED_PUBLIC_URL", "https://Seedbed.example.gov.cn/")))
        .containsEntry("seedbed.web.public-url", "https://seedbed.example.gov.cn")
        .containsEntry("seedbed.session.secure", "true");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://seedbed.example",
        "seedbed.example",
        "https://a/b",
        "https://a?b",
        "https://"
      })
  void aPublicAddressIsOverTlsAndWithoutAPath(String url) {
    assertRefused(Map.of("SEEDBED_PUBLIC_URL", url), "SEEDBED_PUBLIC_URL", url);
  }

  @Test
  void theIdentityProviderIsGivenWhollyOrNotAtAll() {
    assertRefused(
        Map.of("SEEDBED_OIDC_ISSUER", "https://id.example"), "SEEDBED_OIDC_CLIENT_SECRET");
    assertThat(
            Choices.of(
                Map.of(
                    "SEEDBED_OIDC_ISSUER",
                    "https://id.example/realm",
                    "SEEDBED_OIDC_CLIENT_ID",
                    "seedbed",
                    "SEEDBED_OIDC_CLIENT_SECRET",
                    "s",
                    "SEEDBED_OIDC_CLAIM",
                    "uid")))
        .containsEntry("seedbed.oidc.issuer", "https://id.example/realm")
        .containsEntry("seedbed.oidc.claim", "uid");
  }

  private static void assertRefused(Map<String, String> environment, String... words) {
    assertThatExceptionOfType(StartFailure.class)
        .isThrownBy(() -> Choices.of(environment))
        .satisfies(failure -> assertThat(failure.getMessage()).contains(words));
  }
}
