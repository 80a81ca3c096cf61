package seedbed.report.company;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import seedbed.access.Readers;
import seedbed.access.Role;
import seedbed.access.TwoTowns;
import seedbed.company.Company;
import seedbed.company.TitleHolding;
import seedbed.company.TitleHolding.FromPrecision;
import seedbed.company.TitleHoldings;
import seedbed.figure.Figure;
import seedbed.figure.Period;
import seedbed.figure.Reporting;
import seedbed.figure.Source;
import seedbed.figure.Value;

/// A company begins with what is due, what is wrong and what is closest.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
final class AgendaIT {

  private static final String ITEMS = ".agenda li";

  @Inject TwoTowns towns;
  @Inject Readers readers;
  @Inject TitleHoldings holdings;
  @Inject Reporting reporting;
  @Inject Clock clock;

  private Company company;
  private LocalDate today = LocalDate.EPOCH;

  @BeforeEach
  void aCompany() {
    towns.found();
    company = towns.company("首页企业", TwoTowns.TOWN);
    today = LocalDate.now(clock);
  }

  @Test
  void missingFiguresAreNamedWithTheTitleTheyWouldSettle() {
    Document page = ownPage();

    assertThat(page.select(ITEMS).eachText()).anyMatch(item -> item.startsWith("缺数据缺"));
    String to = page.select(".agenda li:contains(缺数据) a").attr("href");
    assertThat(page.select(to.replaceFirst("^[^#]*", ""))).isNotEmpty();
  }

  @Test
  void figuresThatNobodyAnsweredForAreCounted() {
    reporting.report(
        List.of(
            Figure.reported(
                company.id(),
                "revenue",
                Period.year(today.getYear() - 1),
                Value.number("5000"),
                new Source("年报.xlsx", null),
                "试验",
                Instant.parse("2026-03-01T02:00:00Z"))));

    assertThat(ownPage().select(ITEMS).eachText())
        .anyMatch(item -> item.startsWith("待核实") && item.contains("营业收入"));
  }

  @Test
  void aTitleThatEndsWithinAYearStandsFirst() {
    hold("specialised-sme", today.minusYears(2), today.plusMonths(5));

    assertThat(ownPage().select(ITEMS).eachText().getFirst())
        .startsWith("到期专精特新")
        .contains("有效期至 " + today.plusMonths(5).minusDays(1));
  }

  @Test
  void aTitleThatWasRenewedDoesNotEnd() {
    hold("specialised-sme", today.minusYears(2), today.plusMonths(5));
    hold("specialised-sme", today.minusMonths(1), today.plusMonths(35));

    assertThat(ownPage().select(ITEMS).eachText()).noneMatch(item -> item.startsWith("到期"));
  }

  @Test
  void aTitleWhoseNextTermIsRegisteredDoesNotEnd() {
    hold("specialised-sme", today.minusYears(2), today.plusDays(17));
    hold("specialised-sme", today.plusDays(17), today.plusDays(17).plusYears(3), today);

    assertThat(ownPage().select(ITEMS).eachText()).noneMatch(item -> item.startsWith("到期"));
  }

  @Test
  void theClosestTitleIsAlwaysThere() {
    assertThat(ownPage().select(ITEMS).eachText()).anyMatch(item -> item.startsWith("最近离"));
  }

  @Test
  void officialsHaveTheirOwnFirstPages() {
    assertThat(
            readers
                .open(Role.TOWNSHIP, TwoTowns.TOWN)
                .page("/companies/" + company.id())
                .select(".agenda"))
        .isEmpty();
  }

  private Document ownPage() {
    return readers.ofCompany(company.id(), TwoTowns.TOWN).page("/companies/" + company.id());
  }

  private void hold(String title, LocalDate from, LocalDate to) {
    hold(title, from, to, from);
  }

  private void hold(String title, LocalDate from, LocalDate to, LocalDate recordedOn) {
    holdings.save(
        new TitleHolding(
            0,
            company.id(),
            title,
            from,
            FromPrecision.DAY,
            to,
            recordedOn,
            null,
            null,
            "试验文件" + to,
            null,
            "试验"));
  }
}
