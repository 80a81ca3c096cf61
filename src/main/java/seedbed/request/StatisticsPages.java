package seedbed.request;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.access.Permission;
import seedbed.request.Statistics.By;
import seedbed.spreadsheet.Table;
import seedbed.spreadsheet.WorkbookFile;

/// How requests of a period were answered.
@Hidden
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class StatisticsPages {

  private static final List<Table.Column> COLUMNS =
      List.of(
          Table.Column.text("分类", 10),
          Table.Column.text("办理单位或类别", 22),
          Table.Column.count("提出（件）"),
          Table.Column.count("按时答复（件）"),
          Table.Column.count("曾逾期（件）"),
          Table.Column.number("按时率（%）"),
          Table.Column.count("未办结（件）"),
          Table.Column.count("其中逾期（件）"),
          Table.Column.count("已办结（件）"),
          Table.Column.count("重新办理（件）"),
          Table.Column.number("平均答复（天）"),
          Table.Column.number("满意度（5分）"),
          Table.Column.count("已评价（件）"));

  private final StatisticsReading reading;

  StatisticsPages(StatisticsReading reading) {
    this.reading = reading;
  }

  /// @param from the first day on which it was raised; this year's first where none is named
  /// @param until the last one; today where none is named
  @Get("/requests/statistics")
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> show(
      Permission permission,
      @Nullable @QueryValue String from,
      @Nullable @QueryValue String until) {
    StatisticsPage page = reading.page(from, until, permission);
    var view = new ModelAndView<>("requests/statistics", page);
    return page.errors().any()
        ? HttpResponse.unprocessableEntity().body(view)
        : HttpResponse.ok(view);
  }

  @Get("/requests/statistics/export.xlsx")
  @Produces(WorkbookFile.TYPE)
  HttpResponse<byte[]> workbook(
      Permission permission, @Nullable @QueryValue String from, @Nullable @QueryValue String until)
      throws IOException {
    StatisticsReading.Span span = reading.span(from, until);
    return WorkbookFile.of(
        Table.of("企业诉求办理统计", COLUMNS, () -> rows(span, permission).iterator())
            .noting(span.from() + " 至 " + span.until() + " 提出的诉求"),
        "企业诉求办理统计" + span.from() + "至" + span.until());
  }

  private Stream<List<@Nullable Object>> rows(StatisticsReading.Span span, Permission permission) {
    return Stream.of(By.TOTAL, By.UNIT, By.KIND)
        .flatMap(
            by -> reading.lines(by, span, permission).stream().map(line -> row(title(by), line)));
  }

  private static String title(By by) {
    return switch (by) {
      case TOTAL -> "全部";
      case UNIT -> "按办理单位";
      case KIND -> "按类别";
    };
  }

  private static List<@Nullable Object> row(String title, StatisticsPage.Line line) {
    return Arrays.asList(
        title,
        line.label(),
        line.raised().value(),
        line.punctual().value(),
        line.late().value(),
        line.punctualShare(),
        line.open().value(),
        line.overdue().value(),
        line.closed().value(),
        line.reopened().value(),
        line.meanDays(),
        line.satisfaction(),
        line.rated().value());
  }
}
