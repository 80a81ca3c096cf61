package seedbed.archive;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.ModelAndView;
import io.micronaut.views.View;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.access.Caller;
import seedbed.web.Address;
import seedbed.web.Progress;

/// That the archive is whole: its numbers counted, its files compared with their hashes.
@Hidden
@Controller("/archive")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class ProofPages {

  private static final Address PAGE = Address.of("/archive/proof");

  private final Completeness completeness;
  private final Checks checks;
  private final RegisterReading register;

  ProofPages(Completeness completeness, Checks checks, RegisterReading register) {
    this.completeness = completeness;
    this.checks = checks;
    this.register = register;
  }

  /// @param missing numbers that no document has, of all lines together
  /// @param refresh seconds after which a browser without scripts asks again
  @Introspected
  record Page(
      List<Line> lines,
      int issued,
      int missing,
      int duplicates,
      int disagreeing,
      boolean whole,
      @Nullable Progress progress,
      @Nullable CheckLine check,
      @Nullable Integer refresh) {}

  @Introspected
  record Line(
      String unit,
      String code,
      String series,
      int year,
      int first,
      int last,
      int latest,
      int issued,
      int missing,
      int duplicates,
      boolean agrees,
      boolean whole) {}

  @Introspected
  record CheckLine(
      Instant at, String by, int files, int count, boolean sound, List<ProblemLine> problems) {}

  @Introspected
  record ProblemLine(long document, String number, String file, String finding) {}

  @Get("/proof")
  @View("archive/proof")
  Page show(Caller caller) {
    List<Line> lines = completeness.of(caller.regionCode()).stream().map(this::line).toList();
    Progress progress = running(caller);
    return new Page(
        lines,
        lines.stream().mapToInt(Line::issued).sum(),
        lines.stream().mapToInt(Line::missing).sum(),
        lines.stream().mapToInt(Line::duplicates).sum(),
        (int) lines.stream().filter(line -> !line.agrees()).count(),
        lines.stream().allMatch(Line::whole),
        progress,
        checks.last(caller.regionCode()).map(ProofPages::check).orElse(null),
        progress == null ? null : 5);
  }

  private Line line(Completeness.Line line) {
    return new Line(
        line.unit(),
        line.series().code(),
        register.name(line.series()),
        line.year(),
        line.first(),
        line.last(),
        line.latest(),
        line.issued(),
        line.missing(),
        line.duplicates(),
        line.agrees(),
        line.whole());
  }

  private static CheckLine check(Checks.Check check) {
    return new CheckLine(
        check.at(),
        check.by(),
        check.files(),
        check.count(),
        check.count() == 0,
        check.problems().stream()
            .map(each ->
                new ProblemLine(each.document(), each.number(), each.file(), each.finding()))
            .toList());
  }

  private @Nullable Progress running(Caller caller) {
    return checks
        .running(caller.regionCode())
        .map(running ->
            new Progress(
                "正在核对电子文件",
                running.done(),
                running.total(),
                Progress.State.RUNNING,
                "完成后自动显示结果",
                Address.of("/archive/checks/progress")))
        .orElse(null);
  }

  @Post("/checks")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> check(Caller caller) {
    checks.start(caller.regionCode(), caller.username());
    return HttpResponse.seeOther(PAGE.uri());
  }

  /// The progress part alone; once the check has ended, the page around it is read again.
  @Get("/checks/progress")
  HttpResponse<?> progress(Caller caller) {
    Progress progress = running(caller);
    return progress == null
        ? HttpResponse.noContent().header("HX-Refresh", "true")
        : HttpResponse.ok(new ModelAndView<>("parts/progress", progress));
  }
}
