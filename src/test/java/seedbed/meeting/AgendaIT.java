package seedbed.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.access.Role;
import seedbed.access.Scope;
import seedbed.company.Companies;
import seedbed.company.Company;
import seedbed.company.Known;
import seedbed.company.TitleHolding;
import seedbed.company.TitleHolding.FromPrecision;
import seedbed.company.TitleHoldings;
import seedbed.company.Track;
import seedbed.signin.Door;
import seedbed.sql.Statements;
import seedbed.web.Refusal;

/// What comes onto an agenda, and that it comes once.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("会议议程")
final class AgendaIT {

  private static final long RUN = 9_000_000_001L;

  @Inject MeetingPeople people;
  @Inject GivenMeetings given;
  @Inject Items items;
  @Inject Preparing preparing;
  @Inject RenewalsAtRisk renewals;
  @Inject LateReports late;
  @Inject Statements statements;
  @Inject Companies companies;
  @Inject TitleHoldings holdings;
  @Inject TransactionOperations<Connection> transactions;
  @Inject Door door;

  @Test
  @DisplayName("自拟议题换了次序，再加的议题照样加得上")
  void ownItemsAreAddedAfterOthersWereMoved() {
    String county = people.county();
    String office = people.reader(Role.OFFICE, county);
    String path = "/meetings/" + given.begun(county);
    Item first = own(path).getFirst();
    items.update(first.edited(0, first.headline(), first.reason(), null));

    Door.Answer second = people.send(office, path + "/items", Map.of("headline", "再加的议题"));
    Door.Answer third = people.send(office, path + "/items", Map.of("headline", "又加的议题"));

    assertThat(List.of(second.code(), third.code())).containsOnly(303);
    assertThat(own(path))
        .extracting(Item::headline)
        .containsExactly(first.headline(), "再加的议题", "又加的议题");
  }

  private List<Item> own(String path) {
    return items
        .findByMeetingIdOrderByPlaceAscAndIdAsc(Long.parseLong(path.replaceAll(".*/", "")))
        .stream()
        .filter(item -> item.source().equals(Item.OWN))
        .toList();
  }

  @Test
  @DisplayName("按年限推算到期的称号也列入；有效期写最后一天")
  void titlesThatEndAfterTheirTermComeToo() {
    String county = people.county();
    LocalDate today = people.today();
    LocalDate from = today.minusYears(3).plusMonths(2);
    long byTerm = held(county, from, null);
    long byDocument = held(county, from, today.plusMonths(3));
    statements.write(
        "INSERT INTO renewal_watch (run_id, watched_at, state) VALUES (?, UTC_TIMESTAMP(6),"
            + " 'DONE')",
        List.of(RUN));
    try {
      for (long holding : List.of(byTerm, byDocument)) {
        statements.write(
            "INSERT INTO renewal_forecast (run_id, holding_id, truth) VALUES (?, ?, 'NOT_MET')",
            List.of(RUN, holding));
      }
      Scope scope = new Scope.Region(county);

      List<AgendaSource.Found> found =
          renewals.find(new AgendaSource.Gathering(scope, new Known(scope, today), county, today));

      assertThat(found)
          .extracting(AgendaSource.Found::subject)
          .containsExactly("holding-" + byTerm, "holding-" + byDocument);
      assertThat(renewals.demands())
          .as("minutes leave it out")
          .anyMatch(found.getFirst().reason()::endsWith);
      assertThat(found.getFirst().reason())
          .startsWith("有效期到 " + from.plusYears(3).minusDays(1) + "；");
      assertThat(found.getLast().reason())
          .startsWith("有效期到 " + today.plusMonths(3).minusDays(1) + "；");
    } finally {
      statements.write("DELETE FROM renewal_forecast WHERE run_id = ?", List.of(RUN));
      statements.write("DELETE FROM renewal_watch WHERE run_id = ?", List.of(RUN));
    }
  }

  @Test
  @DisplayName("某天的议程只说那天已经到期的报表，尚未到期的不算逾期")
  void reportsThatWereNotDueThenAreNotCalledLate() {
    String county = people.county();
    held(county, "rugao-pool", LocalDate.of(2020, 1, 1), null);

    assertThat(lateOn(LocalDate.of(2025, 10, 10), county)).doesNotContain("operating-2025-9");
    assertThat(lateOn(LocalDate.of(2025, 10, 31), county)).contains("operating-2025-9");
  }

  @Test
  @DisplayName("新的一期开始以后，上一期逾期未报的不算已解决")
  void whatIsLateIsNotSettledByTheNextPeriod() {
    String county = people.county();
    held(county, "rugao-pool", LocalDate.of(2020, 1, 1), null);
    LocalDate next = LocalDate.of(2025, 10, 10);
    Scope scope = new Scope.Region(county);
    Item before =
        Item.found(
            0, 1, late.code(), new AgendaSource.Found("operating-2025-6", "逾期未交", "请催报", ""));

    assertThat(
            late.settled(
                List.of(before),
                new AgendaSource.Gathering(scope, new Known(scope, next), county, next)))
        .isEmpty();
  }

  private List<String> lateOn(LocalDate day, String county) {
    Scope scope = new Scope.Region(county);
    return late.find(new AgendaSource.Gathering(scope, new Known(scope, day), county, day)).stream()
        .map(AgendaSource.Found::subject)
        .toList();
  }

  private long held(String county, LocalDate from, @Nullable LocalDate to) {
    return held(county, "specialised-sme", from, to);
  }

  private long held(String county, String title, LocalDate from, @Nullable LocalDate to) {
    Company company =
        companies.save(
            Company.named(
                "复核" + UUID.randomUUID(),
                county + "001",
                Track.MANUFACTURING,
                "试验",
                LocalDate.EPOCH));
    return holdings
        .save(
            new TitleHolding(
                0,
                company.id(),
                title,
                from,
                FromPrecision.DAY,
                to,
                from,
                null,
                null,
                "试验文件",
                null,
                "试验"))
        .id();
  }

  @Test
  @DisplayName("连点两下新建：后一次被告知已经建立，不是出错")
  void theSecondOfTwoClicksIsTold() throws Exception {
    String county = people.county();
    YearMonth month = YearMonth.from(people.today());
    CountDownLatch drafted = new CountDownLatch(1);
    try (var threads = Executors.newFixedThreadPool(2)) {
      Future<Meeting> first =
          threads.submit(() ->
              transactions.executeWrite(_ -> {
                try {
                  return preparing.draft(county, month, "甲");
                } finally {
                  drafted.countDown();
                  // The second one has looked by then, and found nothing.
                  Thread.sleep(500);
                }
              }));
      drafted.await();
      Future<Meeting> second = threads.submit(() -> preparing.draft(county, month, "乙"));

      assertThat(first.get().regionCode()).isEqualTo(county);
      assertThatThrownBy(second::get)
          .hasCauseInstanceOf(Refusal.Stale.class)
          .hasMessageContaining("已经建立");
    }
  }
}
