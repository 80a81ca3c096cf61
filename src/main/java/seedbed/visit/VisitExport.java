package seedbed.visit;

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
import seedbed.access.Scope;
import seedbed.spreadsheet.Table;
import seedbed.spreadsheet.WorkbookFile;
import seedbed.web.PersonNames;

/// Visits, and who was not visited, as files: the rows of the page they are asked from, all of
/// them.
@Hidden
@Controller
@Produces(WorkbookFile.TYPE)
@ExecuteOn(TaskExecutors.BLOCKING)
class VisitExport {

  private static final List<Table.Column> VISITS =
      List.of(
          Table.Column.day("走访日期"),
          Table.Column.text("企业名称", 34),
          Table.Column.text("示例", 6),
          Table.Column.text("所在", 14),
          Table.Column.text("走访领导", 14),
          Table.Column.text("记录人", 14),
          Table.Column.text("参加人员", 24),
          Table.Column.prose("走访情况", 60),
          Table.Column.count("补充（条）"),
          Table.Column.count("照片（张）"),
          Table.Column.text("供企业查看", 12));
  private static final List<Table.Column> SILENT =
      List.of(
          Table.Column.text("企业名称", 34),
          Table.Column.text("示例", 6),
          Table.Column.text("所在", 14),
          Table.Column.text("挂钩领导", 24),
          Table.Column.day("最近走访"),
          Table.Column.count("距今（天）"));

  private final VisitLists lists;
  private final VisibleVisits visible;
  private final PersonNames people;

  VisitExport(VisitLists lists, VisibleVisits visible, PersonNames people) {
    this.lists = lists;
    this.visible = visible;
    this.people = people;
  }

  @Get("/visits.xlsx")
  HttpResponse<byte[]> visits(
      Scope scope,
      @Nullable @QueryValue String leader,
      @Nullable @QueryValue String town,
      @Nullable @QueryValue String q,
      @Nullable @QueryValue String from,
      @Nullable @QueryValue String to)
      throws IOException {
    VisibleVisits.Query query =
        lists.query(new VisitList.Filter(word(leader), word(town), word(q), word(from), word(to)));
    return WorkbookFile.of(
        Table.sliced(
                "走访记录",
                VISITS,
                (size, offset) -> visible.list(query, scope, size, offset),
                this::visit)
            .noting("按所选条件，最近的在前"),
        "走访记录");
  }

  @Get("/unvisited-companies.xlsx")
  HttpResponse<byte[]> silent(Permission permission, @Nullable @QueryValue String days)
      throws IOException {
    int wanted = lists.days(days);
    Scope scope = permission.scope();
    return WorkbookFile.of(
        Table.sliced(
                "未走访企业",
                SILENT,
                (size, offset) -> lists.silent(wanted, scope, size, offset),
                VisitExport::silent)
            .noting(wanted + " 天以上没有走访的挂钩企业"),
        "未走访企业");
  }

  private List<@Nullable Object> visit(VisibleVisits.Row row) {
    return Arrays.asList(
        row.visitedOn(),
        row.company(),
        row.demo() ? "示例" : null,
        row.region(),
        people.of(row.leader()),
        people.of(row.writtenBy()),
        row.tookPart(),
        row.note(),
        row.additions(),
        row.photos(),
        row.shown() ? "是" : "否");
  }

  private static List<@Nullable Object> silent(VisitList.Silent row) {
    return Arrays.asList(
        row.company(),
        row.demo() ? "示例" : null,
        row.region(),
        row.leaders(),
        row.latest(),
        row.since());
  }

  private static String word(@Nullable String typed) {
    return typed == null ? "" : typed.strip();
  }
}
