package seedbed.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StartFailuresTest {

  private final Settings settings = Settings.from(Map.of("MICRONAUT_SERVER_PORT", "8099"));

  @Test
  void theSentenceOfABeanIsKeptHoweverDeepItIsWrapped() {
    var known = new StartFailure("清单写错了。");
    var wrapped = new IllegalStateException(new RuntimeException(known));

    assertThat(StartFailures.explain(wrapped, settings)).isSameAs(known);
  }

  @Test
  void aPortTakenMeanwhileIsNamed() {
    var failure = new IllegalStateException(new BindException("Address already in use"));

    assertThat(StartFailures.explain(failure, settings).sentence()).contains("端口 8099 已被占用");
  }

  @Test
  void aBrokenMigrationIsQuotedOnOneLine() {
    var failure = new IllegalStateException(new FlywayException("Migration V7 failed\n  line 3"));

    assertThat(StartFailures.explain(failure, settings).sentence())
        .startsWith("数据库升级没有完成")
        .contains("Migration V7 failed；line 3");
  }

  @Test
  void anythingElseIsAnErrorOfTheProgram() {
    assertThat(StartFailures.explain(new IllegalStateException("oops"), settings).sentence())
        .contains("程序出错");
  }

  @Test
  void anUnwritableHomeIsNamedWithTheWayOut(@TempDir Path folder) throws Exception {
    Path file = Files.createFile(folder.resolve("file"));

    assertThatExceptionOfType(StartFailure.class)
        .isThrownBy(() -> Home.take(file.resolve("home")))
        .withMessageContainingAll(file.resolve("home").toString(), "SEEDBED_HOME");
  }

  @Test
  void aHomeIsHeldByOneAtATime(@TempDir Path folder) {
    try (var _ = Home.take(folder)) {
      assertThatExceptionOfType(StartFailure.class)
          .isThrownBy(() -> Home.take(folder))
          .withMessageContainingAll("正被另一个培育库使用", "SEEDBED_HOME");
    }

    try (var again = Home.take(folder)) {
      assertThat(again.held().isOpen()).isTrue();
    }
  }

  @Test
  void aDatabaseThatDoesNotAnswerIsNamed() {
    var nobody = new DatabaseAddress("jdbc:mysql://127.0.0.1:1/seedbed", "root", "");

    assertThatExceptionOfType(StartFailure.class)
        .isThrownBy(nobody::check)
        .withMessageContainingAll("连不上数据库 jdbc:mysql://127.0.0.1:1/seedbed", "SEEDBED_JDBC_URL");
  }

  @Test
  void anAddressOfAnotherKindOfDatabaseIsRefused() {
    var other = new DatabaseAddress("jdbc:postgresql://db/seedbed", "root", "");

    assertThatExceptionOfType(StartFailure.class)
        .isThrownBy(other::check)
        .withMessageContaining("应以 jdbc:mysql:// 开头");
  }
}
