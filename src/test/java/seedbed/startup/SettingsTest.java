package seedbed.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SettingsTest {

  @Test
  void withoutAnySettingTheEmbeddedDatabaseAndTheDemonstrationAreUsed() {
    var settings = Settings.from(Map.of());

    assertThat(settings.home()).isEqualTo(Path.of(".seedbed").toAbsolutePath());
    assertThat(settings.given()).isEmpty();
    assertThat(settings.port()).isEqualTo(8080);
    assertThat(settings.demo()).isTrue();
  }

  @Test
  void aGivenDatabaseIsLeftWithoutDemonstrationUnlessAskedFor() {
    var url = Map.of("SEEDBED_JDBC_URL", "jdbc:mysql://db/seedbed");

    assertThat(Settings.from(url).demo()).isFalse();
    assertThat(Settings.from(url).given())
        .contains(new DatabaseAddress("jdbc:mysql://db/seedbed", "root", ""));
    assertThat(
            Settings.from(
                    Map.of("SEEDBED_JDBC_URL", "jdbc:mysql://db/seedbed", "SEEDBED_DEMO", "true"))
                .demo())
        .isTrue();
  }

  @Test
  void anEmptyVariableCountsAsAbsent() {
    assertThat(Settings.from(Map.of("SEEDBED_JDBC_URL", " ")).given()).isEmpty();
  }

  @Test
  void aPortThatIsNoPortIsNamed() {
    assertRefused(Map.of("MICRONAUT_SERVER_PORT", "80a"), "MICRONAUT_SERVER_PORT", "80a");
    assertRefused(Map.of("MICRONAUT_SERVER_PORT", "65536"), "MICRONAUT_SERVER_PORT", "65536");
  }

  @Test
  void aFlagThatIsNoFlagIsNamed() {
    assertRefused(Map.of("SEEDBED_DEMO", "yes"), "SEEDBED_DEMO", "true 或 false", "yes");
  }

  @Test
  void aBusyPortIsNamedWithTheWayOut() throws IOException {
    try (var busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(busy.getLocalPort());
      var settings = Settings.from(Map.of("MICRONAUT_SERVER_PORT", port));

      assertThatExceptionOfType(StartFailure.class)
          .isThrownBy(settings::requireFreePort)
          .withMessageContainingAll("端口 " + port + " 已被占用", "MICRONAUT_SERVER_PORT");
    }
  }

  private static void assertRefused(Map<String, String> environment, String... named) {
    assertThatExceptionOfType(StartFailure.class)
        .isThrownBy(() -> Settings.from(environment))
        .withMessageContainingAll(named);
  }
}
