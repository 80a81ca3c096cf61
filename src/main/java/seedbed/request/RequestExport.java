package seedbed.request;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.access.Permission;
import seedbed.spreadsheet.Table;
import seedbed.spreadsheet.WorkbookFile;

/// Requests as a file: the rows of the page it is asked from, all of them.
@Hidden
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class RequestExport {

  private static final List<Table.Column> COLUMNS =
      List.of(
          Table.Column.count("编号"),
          Table.Column.prose("诉求", 40),
          Table.Column.text("类别", 16),
          Table.Column.text("企业名称", 34),
          Table.Column.text("示例", 6),
          Table.Column.text("所在", 14),
          Table.Column.day("提出日期"),
          Table.Column.text("提出人身份", 14),
          Table.Column.text("状态", 12),
          Table.Column.text("办理单位", 14),
          Table.Column.text("由谁办理", 14),
          Table.Column.day("期限"),
          Table.Column.count("逾期（天）"),
          Table.Column.text("升级", 22),
          Table.Column.count("重新办理（次）"),
          Table.Column.text("办结方式", 20),
          Table.Column.count("满意度（5分）"));

  private final RequestLists lists;
  private final Clock clock;

  RequestExport(RequestLists lists, Clock clock) {
    this.lists = lists;
    this.clock = clock;
  }

  @Get("/requests.xlsx")
  @Produces(WorkbookFile.TYPE)
  HttpResponse<byte[]> workbook(
      Permission permission,
      @Nullable @QueryValue String show,
      @Nullable @QueryValue String town,
      @Nullable @QueryValue String kind,
      @Nullable @QueryValue String unit,
      @Nullable @QueryValue String q,
      @Nullable @QueryValue String from,
      @Nullable @QueryValue String until)
      throws IOException {
    RequestQuery query =
        lists.query(new RequestLists.Asked(show, town, kind, unit, q, from, until));
    Standing standing = query.standing();
    Sight sight = Sight.of(permission, LocalDate.now(clock));
    return WorkbookFile.of(
        Table.sliced(
                "企业诉求",
                COLUMNS,
                (size, offset) -> lists.lines(query, sight, size, offset),
                RequestExport::row)
            .noting(standing == null ? "全部" : standing.label()),
        "企业诉求");
  }

  private static List<@Nullable Object> row(RequestList.Line line) {
    return Arrays.asList(
        line.id(),
        line.subject(),
        line.kind(),
        line.company(),
        line.demo() ? "示例" : null,
        line.region(),
        line.raisedOn(),
        line.raisedAs(),
        line.stage(),
        line.unit(),
        line.owner(),
        line.dueOn(),
        line.daysLate() == 0 ? null : line.daysLate(),
        line.escalated(),
        line.reopened(),
        line.ending(),
        line.satisfaction());
  }
}
