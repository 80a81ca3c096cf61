package seedbed.plan;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.access.Scope;
import seedbed.spreadsheet.Table;
import seedbed.spreadsheet.Workbooks;
import seedbed.web.Download;

/// Who has a plan, as a file: the rows of the page it is asked from, all of them.
@Hidden
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class PlanExport {

  private static final int SLICE = 500;
  private static final List<Table.Column> COLUMNS =
      List.of(
          Table.Column.text("企业名称", 34),
          Table.Column.text("示例", 6),
          Table.Column.text("所在", 14),
          Table.Column.text("方案期", 14),
          Table.Column.text("环节", 18),
          Table.Column.text("由谁办理", 14),
          Table.Column.day("期限"),
          Table.Column.text("逾期", 6),
          Table.Column.count("任务（项）"),
          Table.Column.count("已完成（项）"),
          Table.Column.count("逾期任务（项）"));

  private final PlanLists lists;

  PlanExport(PlanLists lists) {
    this.lists = lists;
  }

  @Get("/plans.xlsx")
  @Produces("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
  HttpResponse<byte[]> workbook(
      Scope scope,
      @Nullable @QueryValue String show,
      @Nullable @QueryValue String town,
      @Nullable @QueryValue String q)
      throws IOException {
    VisiblePlans.Query query = lists.query(show, town, q);
    var out = new ByteArrayOutputStream();
    Workbooks.write(
        Table.of("培育发展方案", COLUMNS, () -> rows(query, scope).iterator())
            .noting(query.standing() == null ? "全部" : query.standing().label()),
        out);
    return HttpResponse.ok(out.toByteArray())
        .header(HttpHeaders.CONTENT_DISPOSITION, Download.named("培育发展方案进度.xlsx"));
  }

  private Stream<List<@Nullable Object>> rows(VisiblePlans.Query query, Scope scope) {
    return IntStream.iterate(0, offset -> offset + SLICE)
        .mapToObj(offset -> lists.lines(query, scope, SLICE, offset))
        .takeWhile(slice -> !slice.isEmpty())
        .flatMap(List::stream)
        .map(PlanExport::row);
  }

  private static List<@Nullable Object> row(PlanList.Line line) {
    return Arrays.asList(
        line.company(),
        line.demo() ? "示例" : null,
        line.region(),
        line.span(),
        line.state(),
        line.owner(),
        line.dueOn(),
        line.overdue() ? "逾期" : null,
        line.tasks(),
        line.done(),
        line.late());
  }
}
