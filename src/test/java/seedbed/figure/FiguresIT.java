package seedbed.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.annotation.TransactionMode;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.company.Company;
import seedbed.company.Region;
import seedbed.company.RegionLevel;
import seedbed.company.Regions;
import seedbed.company.Registration;
import seedbed.company.Track;

@MicronautTest(transactionMode = TransactionMode.SINGLE_TRANSACTION)
class FiguresIT {

  private static final Instant APRIL = Instant.parse("2026-04-10T01:30:00.123456Z");
  private static final Instant MAY = Instant.parse("2026-05-10T01:30:00Z");
  private static final Instant JUNE = Instant.parse("2026-06-10T01:30:00Z");

  private final Regions regions;
  private final Registration registration;
  private final Reporting reporting;
  private final Confirming confirming;
  private final Figures figures;

  private List<Long> companies = List.of();

  FiguresIT(
      Regions regions,
      Registration registration,
      Reporting reporting,
      Confirming confirming,
      Figures figures) {
    this.regions = regions;
    this.registration = registration;
    this.reporting = reporting;
    this.confirming = confirming;
    this.figures = figures;
  }

  @BeforeEach
  void fiveHundredCompanies() {
    regions.save(new Region("99", "试省", RegionLevel.PROVINCE, null, "试验"));
    companies =
        registration.register(
            IntStream.range(0, 500)
                .mapToObj(n ->
                    Company.named(
                        "试验%d有限公司".formatted(n), "99", Track.MANUFACTURING, "试验", LocalDate.EPOCH))
                .toList());
  }

  @Test
  void readsBackExactlyWhatWasReported() {
    Figure share =
        new Figure(
            0,
            first(),
            "market_share_national",
            Period.year(2025),
            Value.number("12.345678"),
            new Source("说明", "第3页"),
            "填报员",
            APRIL,
            null,
            null);
    Figure institution =
        new Figure(
            0,
            first(),
            "rd_institution",
            Period.day(LocalDate.of(2026, 3, 31)),
            Value.word("provincial"),
            new Source("认定文件", null),
            "填报员",
            APRIL,
            LocalDate.of(2028, 3, 31),
            null);

    List<Figure> added = reporting.report(List.of(share, institution)).added();

    assertThat(added).extracting(Figure::id).doesNotContain(0L).doesNotHaveDuplicates();
    assertThat(live()).containsExactlyElementsOf(added);
  }

  @Test
  @DisplayName("同一文件再导入一次，什么也不增加")
  void sameFileAgainAddsNothing() {
    List<Figure> file = List.of(revenue("审计报告", "5000", APRIL), revenue("统计年报", "4990", APRIL));
    reporting.report(file);

    Reporting.Reported again =
        reporting.report(List.of(revenue("审计报告", "5000.00", MAY), revenue("统计年报", "4990", MAY)));

    assertThat(again.added()).isEmpty();
    assertThat(again.unchanged()).isEqualTo(2);
    assertThat(live()).hasSize(2);
  }

  @Test
  @DisplayName("同一文件改了数，新值更正旧值，旧值留作历史")
  void anotherValueFromTheSameDocumentCorrectsIt() {
    reporting.report(List.of(revenue("审计报告", "5000", APRIL)));

    Reporting.Reported corrected = reporting.report(List.of(revenue("审计报告", "5100", MAY)));

    assertThat(corrected.corrections()).isEqualTo(1);
    assertThat(entry(Figures.LATEST).live()).hasSize(1);
    assertThat(entry(Figures.LATEST).superseded()).hasSize(1);
    assertThat(decided(Figures.LATEST)).isEqualTo(Value.number("5100"));
  }

  @Test
  @DisplayName("查过去某一刻，只见当时已报、已确认的")
  void pastIsReadAsItWasKnownThen() {
    Figure wrong = reporting.report(List.of(revenue("审计报告", "5000", APRIL))).added().getFirst();
    confirming.confirm(List.of(wrong), "市发改委", MAY);
    reporting.report(List.of(revenue("审计报告", "5100", JUNE)));

    assertThat(figures.ofCompany(first(), APRIL.minusSeconds(1)).entries()).isEmpty();
    assertThat(entry(APRIL).live().getFirst().confirmed()).isFalse();
    assertThat(entry(MAY).live().getFirst().confirmed()).isTrue();
    assertThat(decided(MAY)).isEqualTo(Value.number("5000"));
    assertThat(decided(JUNE)).isEqualTo(Value.number("5100"));
    assertThat(entry(JUNE).live().getFirst().confirmed()).isFalse();
  }

  @Test
  void sourcesThatDisagreeStandSideBySideUntilOneIsConfirmed() {
    List<Figure> both =
        reporting
            .report(List.of(revenue("审计报告", "5000", APRIL), revenue("统计年报", "4800", APRIL)))
            .added();
    assertThat(entry(APRIL).conflict()).isTrue();

    confirming.confirm(both.subList(0, 1), "市发改委", MAY);
    assertThat(decided(MAY)).isEqualTo(Value.number("5000"));

    confirming.withdraw(both.subList(0, 1), "市发改委", JUNE);
    assertThat(entry(JUNE).conflict()).isTrue();
    assertThat(entry(MAY).conflict()).isFalse();
  }

  @Test
  void correctingOneOfTwoSourcesSettlesTheConflict() {
    List<Figure> both =
        reporting
            .report(List.of(revenue("审计报告", "5000", APRIL), revenue("统计年报", "4800", APRIL)))
            .added();
    long wrong = both.get(1).id();

    assertThat(reporting.correct(wrong, revenue("统计年报更正表", "5000", MAY)))
        .isInstanceOf(Reporting.Replaced.class);

    assertThat(entry(MAY).conflict()).isFalse();
    assertThat(reporting.correct(wrong, revenue("又一张更正表", "5001", JUNE)))
        .isEqualTo(new Reporting.NotLive(wrong));
  }

  @Test
  void everyCompanyHasItsSheetInOrderAlsoWithoutFigures() {
    reporting.report(
        companies.stream()
            .filter(id -> id % 2 == 0)
            .map(id -> revenue(id, "审计报告", "5000", APRIL))
            .toList());
    List<FigureSheet> sheets = figures.ofCompanies(companies, Figures.LATEST);

    assertThat(sheets).extracting(FigureSheet::companyId).containsExactlyElementsOf(companies);
    assertThat(sheets)
        .allSatisfy(
            sheet -> assertThat(sheet.entries()).hasSize(sheet.companyId() % 2 == 0 ? 1 : 0));
  }

  @Test
  void numbersOfManyFiguresAreThoseTheDatabaseGave() {
    List<Figure> many =
        companies.stream()
            .flatMap(id ->
                IntStream.rangeClosed(2005, 2025)
                    .mapToObj(year ->
                        Figure.reported(
                            id,
                            "revenue",
                            Period.year(year),
                            Value.number(String.valueOf(id * 10_000 + year)),
                            new Source("审计报告", null),
                            "填报员",
                            APRIL)))
            .toList();

    List<Figure> added = reporting.report(many).added();

    List<Figure> stored = new ArrayList<>();
    figures
        .ofCompanies(companies, Figures.LATEST)
        .forEach(sheet ->
            sheet.entries().forEach(entry -> stored.add(entry.live().getFirst().figure())));
    assertThat(stored).containsExactlyElementsOf(added);
  }

  private long first() {
    return companies.getFirst();
  }

  private List<Figure> live() {
    return figures.ofCompany(first(), Figures.LATEST).entries().stream()
        .flatMap(entry -> entry.live().stream())
        .map(Attested::figure)
        .toList();
  }

  private Entry entry(Instant asKnown) {
    return figures.ofCompany(first(), asKnown).ofYear("revenue", 2025).orElseThrow();
  }

  private Value decided(Instant asKnown) {
    return entry(asKnown).decided().orElseThrow().figure().value();
  }

  private Figure revenue(String document, String value, Instant at) {
    return revenue(first(), document, value, at);
  }

  private static Figure revenue(long company, String document, String value, Instant at) {
    return Figure.reported(
        company,
        "revenue",
        Period.year(2025),
        Value.number(value),
        new Source(document, null),
        "填报员",
        at);
  }
}
