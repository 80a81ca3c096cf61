package seedbed.obligation;

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
import seedbed.access.Permission;
import seedbed.spreadsheet.Table;
import seedbed.spreadsheet.WorkbookFile;

/// What is due as a file: the rows of the page it is asked from, all of them.
@Hidden
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class ObligationExport {

  /// Every slice computes anew what is due, so that one should do.
  private static final int SLICE = 100_000;

  private static final List<Table.Column> COLUMNS =
      List.of(
          Table.Column.text("事项", 36),
          Table.Column.text("企业", 34),
          Table.Column.text("示例", 6),
          Table.Column.text("所在", 14),
          Table.Column.text("由谁办理", 16),
          Table.Column.day("期限"),
          Table.Column.day("报送"),
          Table.Column.text("状态", 8),
          Table.Column.text("说明", 26));

  private final ObligationLists lists;

  ObligationExport(ObligationLists lists) {
    this.lists = lists;
  }

  @Get("/obligations.xlsx")
  @Produces(WorkbookFile.TYPE)
  HttpResponse<byte[]> workbook(
      Permission permission,
      @Nullable @QueryValue String show,
      @Nullable @QueryValue String kind,
      @Nullable @QueryValue String span,
      @Nullable @QueryValue String town,
      @Nullable @QueryValue("q") String named,
      @Nullable @QueryValue String whose)
      throws IOException {
    var typed = new ObligationLists.Typed(show, kind, span, town, named, whose);
    return WorkbookFile.of(
        Table.sliced(
                "应报事项",
                COLUMNS,
                SLICE,
                (size, offset) -> lists.lines(typed, permission, size, offset),
                ObligationExport::row)
            .noting(lists.words(typed)),
        "应报事项");
  }

  private static List<@Nullable Object> row(ObligationList.Line line) {
    return Arrays.asList(
        line.title(),
        line.company(),
        line.demo() ? "示例" : null,
        line.region(),
        line.owner(),
        line.dueOn(),
        line.doneOn(),
        line.state(),
        line.words().isEmpty() ? null : line.words());
  }
}
