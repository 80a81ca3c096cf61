package seedbed.plan;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.access.Scope;
import seedbed.spreadsheet.Table;
import seedbed.spreadsheet.WorkbookFile;

/// Who has a plan, as a file: the rows of the page it is asked from, all of them.
@Hidden
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class PlanExport {

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
  @Produces(WorkbookFile.TYPE)
  HttpResponse<byte[]> workbook(
      Scope scope,
      @Nullable @QueryValue String show,
      @Nullable @QueryValue String town,
      @Nullable @QueryValue String q)
      throws IOException {
    VisiblePlans.Query query = lists.query(show, town, q);
    return WorkbookFile.of(
        Table.sliced(
                "培育发展方案",
                COLUMNS,
                (size, offset) -> lists.lines(query, scope, size, offset),
                PlanExport::row)
            .noting(query.standing() == null ? "全部" : query.standing().label()),
        "培育发展方案进度");
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
