package seedbed.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.data.exceptions.DataAccessException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;

final class OutageTest {

  @Test
  void aConnectionThatIsGoneIsTheDatabase() {
    assertThat(Outage.of(new DataAccessException("no", new SQLException("cut", "08S01"))))
        .isEqualTo(Outage.DATABASE);
    assertThat(Outage.of(new SQLTransientConnectionException("none is free")))
        .isEqualTo(Outage.DATABASE);
  }

  @Test
  void noRoomIsTheDisk() {
    assertThat(Outage.of(new UncheckedIOException(new IOException("No space left on device"))))
        .isEqualTo(Outage.DISK);
    assertThat(Outage.of(new SQLException("The table is full", "HY000", 1114)))
        .isEqualTo(Outage.DISK);
  }

  @Test
  void anythingElseIsAnError() {
    assertThat(Outage.of(new SQLException("syntax", "42000", 1064))).isNull();
    assertThat(Outage.of(new IOException("Broken pipe"))).isNull();
    assertThat(Outage.of(null)).isNull();
  }
}
