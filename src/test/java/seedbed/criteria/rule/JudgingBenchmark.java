package seedbed.criteria.rule;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import seedbed.criteria.ChecklistTrack;
import seedbed.criteria.Rulebook;
import seedbed.criteria.rule.Checklist.Applicant;

/// How long judging takes, next to Java written by hand for the same edition, and for a whole
/// province. `mvn test-compile exec:exec@benchmark` prints a table of it.
@State(Scope.Benchmark)
@Fork(1)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class JudgingBenchmark {
  private static final LocalDate ON = LocalDate.of(2023, 5, 1);
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
  private static final int FEW = 1_000;
  private static final int PROVINCE = 10_000;
  private static final int MISSING_PERCENT = 10;

  private List<Facts> companies = List.of();
  private List<LittleGiant2022> handWritten = List.of();
  private List<Criterion> criteria = List.of();
  private Checklist giant2022 = new Checklist("", "", null, "", "", Applicant.NEW, List.of());
  private List<Checklist> inForce = List.of();
  private List<Facts> province = List.of();

  @Setup(Level.Trial)
  public void read() {
    var rulebook = Rulebook.read(Path.of("config"));
    giant2022 =
        rulebook.editions().find("cn-xjr-2022").orElseThrow().checklists().stream()
            .filter(each -> each.applicant() == Applicant.NEW)
            .filter(each -> each.track().equals(ChecklistTrack.GENERAL.code()))
            .findFirst()
            .orElseThrow();
    criteria = giant2022.criteria();
    companies = companies(FEW, ON, rulebook.slots());
    var levels = LittleGiant2022.Levels.of(rulebook.indicators());
    handWritten =
        companies.stream()
            .map(facts -> LittleGiant2022.of(facts, rulebook.indicators(), levels))
            .toList();
    inForce =
        rulebook.editions().all().stream()
            .filter(edition -> edition.inForce(TODAY))
            .flatMap(edition -> edition.checklists().stream())
            .toList();
    province = companies(PROVINCE, TODAY, rulebook.slots());
    compare();
  }

  /// A race between different answers would mean nothing.
  private void compare() {
    for (var i = 0; i < FEW; i++) {
      var facts = companies.get(i);
      var judged = criteria.stream().map(each -> Judging.judge(each, facts)).toList();
      if (!judged.equals(Arrays.asList(handWritten.get(i).judge()))) {
        throw new IllegalStateException(
            judged + " is not " + Arrays.toString(handWritten.get(i).judge()));
      }
    }
  }

  /// Companies about as the editions expect them, so that every outcome occurs.
  private static List<Facts> companies(int count, LocalDate on, Slots slots) {
    var random = new Random(count);
    var companies = new ArrayList<Facts>(count);
    for (var i = 0; i < count; i++) {
      var facts = Facts.on(on, slots);
      for (var indicator : slots.indicators()) {
        var years = indicator.period() == Indicator.Period.YEAR ? Slots.YEARS : 1;
        for (var back = 0; back < years; back++) {
          if (random.nextInt(100) >= MISSING_PERCENT) {
            facts.set(slots.cell(indicator, back), figure(indicator, on, random));
          }
        }
      }
      for (var title : slots.titles()) {
        facts.held(title, Truth.of(random.nextInt(3) > 0));
      }
      companies.add(facts.build());
    }
    return companies;
  }

  private static BigDecimal figure(Indicator indicator, LocalDate on, Random random) {
    return switch (indicator.kind()) {
      case AMOUNT ->
          indicator.code().startsWith("rd_")
              ? BigDecimal.valueOf(random.nextInt(100_000_000), 4)
              : BigDecimal.valueOf(20_000_000 + random.nextInt(180_000_000), 4);
      case PERCENT -> BigDecimal.valueOf(random.nextInt(1_000_000), 4);
      case COUNT, RANK -> BigDecimal.valueOf(random.nextInt(12));
      case CHOICE -> BigDecimal.valueOf(random.nextInt(indicator.options().size()));
      case FLAG -> BigDecimal.valueOf(random.nextInt(10) > 0 ? 1 : 0);
      case DATE -> BigDecimal.valueOf(on.minusDays(random.nextInt(4_000)).toEpochDay());
    };
  }

  @Benchmark
  @BenchmarkMode(Mode.AverageTime)
  @Warmup(iterations = 4, time = 1)
  @Measurement(iterations = 5, time = 1)
  public void judging(Blackhole sink) {
    for (var facts : companies) {
      for (var criterion : criteria) {
        sink.consume(Judging.judge(criterion, facts));
      }
    }
  }

  @Benchmark
  @BenchmarkMode(Mode.AverageTime)
  @Warmup(iterations = 4, time = 1)
  @Measurement(iterations = 5, time = 1)
  public void handWritten(Blackhole sink) {
    for (var company : handWritten) {
      for (var truth : company.judge()) {
        sink.consume(truth);
      }
    }
  }

  @Benchmark
  @BenchmarkMode(Mode.AverageTime)
  @Warmup(iterations = 4, time = 1)
  @Measurement(iterations = 5, time = 1)
  public void explaining(Blackhole sink) {
    for (var facts : companies) {
      sink.consume(Explaining.explain(criteria, facts));
    }
  }

  @Benchmark
  @BenchmarkMode(Mode.AverageTime)
  @Warmup(iterations = 4, time = 1)
  @Measurement(iterations = 5, time = 1)
  public void verdicts(Blackhole sink) {
    for (var facts : companies) {
      sink.consume(Verdict.of(giant2022, facts));
    }
  }

  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  @OutputTimeUnit(TimeUnit.MILLISECONDS)
  @Warmup(iterations = 3)
  @Measurement(iterations = 3)
  public void provinceJudged(Blackhole sink) {
    for (var facts : province) {
      for (var checklist : inForce) {
        sink.consume(Judging.judge(checklist.criteria(), facts));
      }
    }
  }

  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  @OutputTimeUnit(TimeUnit.MILLISECONDS)
  @Warmup(iterations = 1)
  @Measurement(iterations = 1)
  public void provinceWithFindings(Blackhole sink) {
    for (var facts : province) {
      for (var checklist : inForce) {
        sink.consume(Explaining.explain(checklist.criteria(), facts));
      }
    }
  }

  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  @OutputTimeUnit(TimeUnit.MILLISECONDS)
  @Warmup(iterations = 1)
  @Measurement(iterations = 1)
  public void tenthOfProvinceWithVerdicts(Blackhole sink) {
    for (var facts : province.subList(0, PROVINCE / 10)) {
      for (var checklist : inForce) {
        sink.consume(Verdict.of(checklist, facts));
      }
    }
  }

  public static void main(String[] args) throws RunnerException {
    var benchmark = new JudgingBenchmark();
    benchmark.read();
    var options =
        new OptionsBuilder()
            .include(args.length == 0 ? ".*" : args[0])
            .verbosity(VerboseMode.NORMAL)
            .build();
    BenchmarkTable.print(
        new Runner(options).run(), FEW * benchmark.criteria.size(), benchmark.inForce.size());
  }
}
