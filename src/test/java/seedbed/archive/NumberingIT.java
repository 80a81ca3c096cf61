package seedbed.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.access.Scope;
import seedbed.web.Contention;
import seedbed.web.PageRequest;

/// Numbers while many write at once.
@MicronautTest(transactional = false)
@DisplayName("档案编号")
final class NumberingIT {

  private static final int WRITERS = 8;
  private static final int ACTS = 60;
  private static final List<String> UNITS = List.of("189711", "1897");
  private static final LocalDate EVE = LocalDate.of(2031, 12, 31);

  @Inject Archiving archiving;
  @Inject TransactionOperations<Connection> transactions;
  @Inject Completeness completeness;
  @Inject VisibleDocuments documents;

  /// What was acknowledged.
  private record Given(String unit, ArchiveNumber number) {}

  /// Thrown so that an act is undone after it had its number.
  private static final class ChangedMind extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @Test
  @DisplayName("八人同时归档，随机回退，两个单位，跨年：各自从1号起连续，无缺无重")
  void eightWritersOfTwoUnitsOverTheYearsEndLeaveNoGapAndNoDuplicate() throws Exception {
    List<Given> given = new ArrayList<>();
    try (var writers = Executors.newFixedThreadPool(WRITERS)) {
      List<Callable<List<Given>>> works =
          IntStream.range(0, WRITERS)
              .<Callable<List<Given>>>mapToObj(writer -> () -> write(new Random(writer)))
              .toList();
      for (Future<List<Given>> work : writers.invokeAll(works)) {
        given.addAll(work.get());
      }
    }

    Map<String, List<Integer>> acknowledged =
        given.stream()
            .collect(
                Collectors.groupingBy(
                    each -> each.unit() + " " + each.number().year(),
                    Collectors.mapping(each -> each.number().place(), Collectors.toList())));
    assertThat(acknowledged.keySet())
        .containsExactlyInAnyOrder("189711 2031", "189711 2032", "1897 2031", "1897 2032");
    acknowledged.forEach((counter, places) ->
        assertThat(places)
            .as(counter)
            .containsExactlyInAnyOrderElementsOf(
                IntStream.rangeClosed(1, places.size()).boxed().toList()));
    for (String unit : UNITS) {
      assertThat(places(unit, 2031)).containsExactlyElementsOf(sorted(acknowledged, unit, 2031));
      assertThat(places(unit, 2032)).containsExactlyElementsOf(sorted(acknowledged, unit, 2032));
    }
    assertThat(completeness.of("1897"))
        .filteredOn(line -> line.series() == Series.FILING)
        .hasSize(4)
        .allSatisfy(line -> {
          assertThat(line.whole()).as(line.toString()).isTrue();
          assertThat(line.first()).isEqualTo(1);
          assertThat(line.issued()).isEqualTo(line.last());
        });
  }

  private List<Given> write(Random random) {
    List<Given> given = new ArrayList<>();
    for (int act = 0; act < ACTS; act++) {
      String unit = UNITS.get(random.nextInt(UNITS.size()));
      LocalDate day = random.nextBoolean() ? EVE : EVE.plusDays(1);
      boolean kept = random.nextInt(3) > 0;
      try {
        ArchiveNumber number =
            transactions.executeWrite(_ -> {
              ArchiveNumber entered =
                  archiving.enter(
                      new Archiving.Paper(Series.FILING, "试验", unit, "test", 1, "0".repeat(64)),
                      day,
                      "试验");
              if (!kept) {
                throw new ChangedMind();
              }
              return entered;
            });
        given.add(new Given(unit, number));
      } catch (ChangedMind _) {
        // Its number is free again.
      } catch (RuntimeException e) {
        // Two who begin a year at once, of whom one changes his mind, may stand in each other's
        // way:
        // whoever loses is told so, and nothing of it has happened.
        assertThat(Contention.of(e)).isEqualTo(Contention.CHANGED);
      }
    }
    return given;
  }

  private static List<Integer> sorted(
      Map<String, List<Integer>> acknowledged, String unit, int year) {
    return acknowledged.getOrDefault(unit + " " + year, List.of()).stream().sorted().toList();
  }

  private List<Integer> places(String unit, int year) {
    RegisterFilter filter =
        new RegisterFilter(null, null, "" + year, "filing", null, null, unit, null);
    return documents
        .all(filter, new Scope.Whole(), new PageRequest.Sort("number", false))
        .map(Listed::place)
        .toList();
  }

  @Test
  @DisplayName("编号的文字在一个单位内不重复，两个单位各从1号起")
  void eachUnitCountsForItself() {
    LocalDate day = LocalDate.of(2033, 5, 1);
    for (String unit : List.of("189712", "189713")) {
      for (int place = 1; place <= 2; place++) {
        Archiving.Paper paper =
            new Archiving.Paper(Series.PLAN, "试验方案", unit, "test", place, "0".repeat(64));
        ArchiveNumber number = transactions.executeWrite(_ -> archiving.enter(paper, day, "试验"));
        assertThat(number).hasToString("方案档〔2033〕" + place + "号");
      }
    }
  }
}
