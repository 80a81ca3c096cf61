package seedbed.inspection;

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
import seedbed.inspection.VisibleInspections.Query;
import seedbed.inspection.VisibleInspections.Reader;
import seedbed.spreadsheet.Table;
import seedbed.spreadsheet.WorkbookFile;

/// Inspections as a file: the rows of the page it is asked from, all of them.
@Hidden
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class InspectionExport {

  private static final List<Table.Column> COLUMNS =
      List.of(
          Table.Column.text("企业名称", 34),
          Table.Column.text("示例", 6),
          Table.Column.text("所在", 14),
          Table.Column.text("检查单位", 18),
          Table.Column.text("事项", 30),
          Table.Column.text("类别", 10),
          Table.Column.text("领域", 10),
          Table.Column.day("检查日期"),
          Table.Column.day("报备日期"),
          Table.Column.text("先查后报", 10),
          Table.Column.text("免于事先报备", 20),
          Table.Column.text("频次", 20),
          Table.Column.text("状态", 14),
          Table.Column.day("结论期限"),
          Table.Column.day("报送结论"),
          Table.Column.text("逾期", 6),
          Table.Column.count("问题（个）"),
          Table.Column.text("报备编号", 20));

  private final InspectionLists lists;

  InspectionExport(InspectionLists lists) {
    this.lists = lists;
  }

  @Get("/inspections.xlsx")
  @Produces(WorkbookFile.TYPE)
  HttpResponse<byte[]> workbook(
      Permission permission,
      @Nullable @QueryValue String show,
      @Nullable @QueryValue String mark,
      @Nullable @QueryValue String year,
      @Nullable @QueryValue String unit,
      @Nullable @QueryValue String kind,
      @Nullable @QueryValue String company,
      @Nullable @QueryValue String q)
      throws IOException {
    Query query =
        lists.query(
            new InspectionLists.Asked(show, mark, year, unit, kind, company, q),
            permission.caller().role());
    Reader reader = Reader.of(permission);
    return WorkbookFile.of(
        Table.sliced(
                "检查报备",
                COLUMNS,
                (size, offset) -> lists.lines(query, reader, size, offset),
                InspectionExport::row)
            .noting(query.standing() == null ? "全部" : query.standing().label()),
        "检查报备");
  }

  private static List<@Nullable Object> row(InspectionList.Line line) {
    return Arrays.asList(
        line.company(),
        line.demo() ? "示例" : null,
        line.region(),
        line.unit(),
        line.item(),
        line.kind(),
        line.area(),
        line.plannedOn(),
        line.filedOn(),
        line.afterwards() ? "是" : null,
        line.exemption(),
        line.frequency(),
        line.state(),
        line.dueOn(),
        line.concludedOn(),
        line.late() ? "逾期" : null,
        line.problems(),
        line.archiveNumber());
  }
}
