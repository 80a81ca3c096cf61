package seedbed.sheet;

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

/// Who owes what, as a file: the rows of the page it is asked from, all of them.
@Hidden
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class SheetExport {

  private static final List<Table.Column> COLUMNS =
      List.of(
          Table.Column.text("企业名称", 34),
          Table.Column.text("示例", 6),
          Table.Column.text("所在", 14),
          Table.Column.text("环节", 22),
          Table.Column.text("由谁办理", 14),
          Table.Column.day("进入环节"),
          Table.Column.day("期限"),
          Table.Column.text("逾期", 6));

  private final VisibleSheets visible;
  private final SheetLists lists;

  SheetExport(VisibleSheets visible, SheetLists lists) {
    this.visible = visible;
    this.lists = lists;
  }

  @Get("/sheets.xlsx")
  @Produces(WorkbookFile.TYPE)
  HttpResponse<byte[]> workbook(
      Scope scope,
      @Nullable @QueryValue Integer year,
      @Nullable @QueryValue String show,
      @Nullable @QueryValue String town,
      @Nullable @QueryValue String q)
      throws IOException {
    SheetQuery query = lists.query(year, show, town, q);
    return WorkbookFile.of(
        Table.sliced(
                "年度填报表",
                COLUMNS,
                (size, offset) -> visible.list(query, scope, size, offset),
                line -> row(lists.line(line)))
            .noting(query.year() + " 年度", query.standing() == null ? "" : query.standing().label()),
        query.year() + "年度填报表进度");
  }

  private static List<@Nullable Object> row(SheetList.Line line) {
    return Arrays.asList(
        line.company(),
        line.demo() ? "示例" : null,
        line.region(),
        line.state(),
        line.owner(),
        line.since(),
        line.dueOn(),
        line.late() ? "逾期" : null);
  }
}
