package seedbed.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import seedbed.access.Readers;
import seedbed.access.Readers.Reader;
import seedbed.access.Role;
import seedbed.access.TwoTowns;
import seedbed.account.Accounts;

/// People are told once, and read their own messages only.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
final class InboxIT {

  @Inject TwoTowns towns;
  @Inject Readers readers;
  @Inject Inbox inbox;
  @Inject Messages messages;
  @Inject Recipients recipients;
  @Inject Accounts accounts;
  @Inject TransactionOperations<Connection> transactions;

  @BeforeEach
  void twoTowns() {
    towns.found();
  }

  @Test
  void theSameThingIsToldOnceToEachAccount() {
    Reader first = readers.open(Role.OFFICE, TwoTowns.COUNTY);
    Reader second = readers.open(Role.LEADER, TwoTowns.COUNTY);
    Notice notice = notice("once-" + System.nanoTime());

    inbox.tell(List.of(id(first), id(first)), notice);
    inbox.tell(List.of(id(second), id(first)), notice);

    assertThat(messages.countByAccountId(id(first))).isOne();
    assertThat(messages.countByAccountId(id(second))).isOne();
  }

  @Test
  void nothingIsToldOfWhatDidNotHappen() {
    Reader reader = readers.open(Role.OFFICE, TwoTowns.COUNTY);

    assertThatIllegalStateException()
        .isThrownBy(() ->
            transactions.executeWrite(_ -> {
              inbox.tell(List.of(id(reader)), notice("undone-" + System.nanoTime()));
              throw new IllegalStateException("undone");
            }));

    assertThat(messages.countByAccountId(id(reader))).isZero();
  }

  @Test
  void whoCanNoLongerComeInIsToldNothing() {
    Reader gone = readers.open(Role.OFFICE, TwoTowns.COUNTY);
    accounts.update(accounts.findById(id(gone)).orElseThrow().disabled());

    inbox.tell(List.of(id(gone)), notice("gone-" + System.nanoTime()));

    assertThat(messages.countByAccountId(id(gone))).isZero();
  }

  @Test
  void eachIsToldItsOwnOnceAndWhoIsGoneNothing() {
    Reader first = readers.open(Role.OFFICE, TwoTowns.COUNTY);
    Reader second = readers.open(Role.LEADER, TwoTowns.COUNTY);
    Reader gone = readers.open(Role.OFFICE, TwoTowns.COUNTY);
    accounts.update(accounts.findById(id(gone)).orElseThrow().disabled());
    String once = "each-" + System.nanoTime();
    Map<Long, Notice> notices =
        Map.of(
            id(first), notice(once), id(second), notice(once + "-other"), id(gone), notice(once));

    inbox.tellEach(notices);
    inbox.tellEach(notices);
    inbox.tellEach(Map.of());

    assertThat(messages.countByAccountId(id(first))).isOne();
    assertThat(messages.countByAccountId(id(second))).isOne();
    assertThat(messages.countByAccountId(id(gone))).isZero();
  }

  @Test
  void everyRoleSeesHowManyWaitAndWhyOneGotThem() {
    for (Role role : Role.values()) {
      if (role == Role.COMPANY) {
        continue;
      }
      Reader reader = readers.open(role, TwoTowns.COUNTY);
      inbox.tell(List.of(id(reader)), notice("role-" + System.nanoTime()));

      Document page = reader.page("/inbox");

      assertThat(page.select(".mail b").text()).as(role.code()).startsWith("1");
      assertThat(page.select(".messages .new").text()).contains("为什么收到：您是收件人");
    }
  }

  @Test
  void whatHappenedLastStandsFirstWheneverItWasWritten() {
    Reader reader = readers.open(Role.OFFICE, TwoTowns.COUNTY);
    inbox.tell(List.of(id(reader)), notice("new-" + System.nanoTime()));
    long newer = messages.last(id(reader));
    inbox
        .at(Clock.fixed(Instant.now().minus(90, ChronoUnit.DAYS), ZoneOffset.UTC))
        .tell(List.of(id(reader)), notice("old-" + System.nanoTime()));

    assertThat(messages.list(id(reader), false, 2, 0).getFirst().id()).isEqualTo(newer);
    assertThat(messages.last(id(reader))).isGreaterThan(newer);
  }

  @Test
  void lookingChangesNothingAndMarkingDoes() {
    Reader reader = readers.open(Role.OFFICE, TwoTowns.COUNTY);
    inbox.tell(List.of(id(reader)), notice("look-" + System.nanoTime()));
    reader.page("/inbox");
    reader.page("/inbox?show=unseen");
    assertThat(unseen(reader)).isOne();

    long message = messages.list(id(reader), true, 1, 0).getFirst().id();
    assertThat(reader.post("/inbox/" + message + "/opening", "")).isIn(200, 303);

    assertThat(unseen(reader)).isZero();
    assertThat(reader.page("/inbox").select(".mail b")).isEmpty();
    assertThat(reader.page("/inbox?show=unseen").select(".messages")).isEmpty();
  }

  @Test
  void markingAllLeavesWhatCameAfterThePageWasMade() {
    Reader reader = readers.open(Role.OFFICE, TwoTowns.COUNTY);
    inbox.tell(List.of(id(reader)), notice("before-" + System.nanoTime()));
    String newest = reader.page("/inbox").select("[name=newest]").attr("value");
    inbox.tell(List.of(id(reader)), notice("after-" + System.nanoTime()));

    assertThat(reader.post("/inbox/seen", "newest=" + newest)).isIn(200, 303);

    assertThat(unseen(reader)).isOne();
    assertThat(reader.post("/inbox/seen", "newest=all")).isEqualTo(422);
  }

  @Test
  void theMessageOfSomebodyElseIsNone() {
    Reader owner = readers.open(Role.OFFICE, TwoTowns.COUNTY);
    Reader other = readers.open(Role.OFFICE, TwoTowns.COUNTY);
    inbox.tell(List.of(id(owner)), notice("own-" + System.nanoTime()));
    long message = messages.list(id(owner), true, 1, 0).getFirst().id();

    assertThat(other.post("/inbox/" + message + "/seen", "show=")).isEqualTo(404);
    assertThat(other.post("/inbox/" + message + "/opening", "")).isEqualTo(404);

    assertThat(unseen(owner)).isOne();
    assertThat(other.code("/inbox?show=others")).isEqualTo(422);
  }

  @Test
  void theNearestOfficeOfAPlaceIsTold() {
    Reader county = readers.open(Role.OFFICE, TwoTowns.COUNTY);
    Reader above = readers.open(Role.OFFICE, "8601");

    assertThat(recipients.nearest(Role.OFFICE, TwoTowns.TOWN))
        .contains(id(county))
        .doesNotContain(id(above));
    Reader unit = readers.ofUnit(Role.INSPECTOR, TwoTowns.COUNTY, "试验大队");
    assertThat(recipients.nearestOfUnit(Role.INSPECTOR, "试验大队", TwoTowns.TOWN)).contains(id(unit));
    assertThat(recipients.ofUnit(Role.INSPECTOR, "试验大队", TwoTowns.COUNTY)).contains(id(unit));
    assertThat(recipients.ofUnit(Role.INSPECTOR, "试验大队", "8601"))
        .as("a unit of that name above is another one")
        .isEmpty();
  }

  private long unseen(Reader reader) {
    return messages.countByAccountIdAndSeenAtIsNull(id(reader));
  }

  private static long id(Reader reader) {
    return reader.account().id();
  }

  private static Notice notice(String key) {
    return new Notice("试验", "试验消息", "试验内容", "您是收件人", "/account", null, key);
  }
}
