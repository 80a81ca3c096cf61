package seedbed.report.company;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.access.Scope;
import seedbed.report.company.RosterPage.Line;
import seedbed.report.company.RosterPage.Mark;
import seedbed.spreadsheet.Table;
import seedbed.spreadsheet.WorkbookFile;
import seedbed.spreadsheet.Workbooks;
import seedbed.web.ChosenDay;
import seedbed.web.Download;
import seedbed.web.PageRequest;

/// The list of companies as a file: the rows, order and outcomes of the page it is asked from.
@Hidden
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class RosterFiles {
  private static final List<Table.Column> COLUMNS =
      List.of(
          Table.Column.text("企业名称", 30),
          Table.Column.text("统一社会信用代码", 21),
          Table.Column.text("示例", 6),
          Table.Column.text("所在", 12),
          Table.Column.prose("行业", 18),
          Table.Column.text("类别", 8),
          Table.Column.prose("持有称号", 16),
          Table.Column.prose("梯度", 30),
          Table.Column.text("称号", 10),
          Table.Column.text("结论", 9),
          Table.Column.prose("差距和所缺数据", 44));

  private final Roster roster;
  private final RosterWords words;

  RosterFiles(Roster roster, RosterWords words) {
    this.roster = roster;
    this.words = words;
  }

  @Get("/companies.xlsx")
  @Produces(WorkbookFile.TYPE)
  HttpResponse<byte[]> workbook(
      @RequestBean RosterFilter filter, ChosenDay chosen, Scope scope, HttpRequest<?> request)
      throws IOException {
    var out = new ByteArrayOutputStream();
    Workbooks.write(table(filter, chosen, scope, request), out);
    return file(out, "企业名单-" + chosen.day() + ".xlsx");
  }

  @Get("/companies.csv")
  @Produces(MediaType.TEXT_CSV)
  HttpResponse<byte[]> text(
      @RequestBean RosterFilter filter, ChosenDay chosen, Scope scope, HttpRequest<?> request)
      throws IOException {
    var out = new ByteArrayOutputStream();
    Workbooks.writeCsv(table(filter, chosen, scope, request), out);
    return file(out, "企业名单-" + chosen.day() + ".csv");
  }

  private Table table(RosterFilter filter, ChosenDay chosen, Scope scope, HttpRequest<?> request) {
    var slices = roster.slices(filter, PageRequest.of(request), chosen, scope);
    return Table.of("企业名单", COLUMNS, () -> rows(slices))
        .noting(
            words.filters(filter),
            "判定日期 "
                + chosen.day()
                + "，"
                + words.totals(filter, roster.tally(filter, chosen, scope)));
  }

  private static Iterator<List<@Nullable Object>> rows(Stream<Line> lines) {
    return lines.map(RosterFiles::row).iterator();
  }

  private static List<@Nullable Object> row(Line line) {
    List<@Nullable Object> row = new ArrayList<>();
    row.add(line.name());
    row.add(line.creditCode());
    row.add(line.demo() ? "示例" : null);
    row.add(line.region());
    row.add(line.industry());
    row.add(line.track());
    row.add(String.join("、", line.held()));
    row.add(line.ladder().stream().map(Mark::brief).collect(Collectors.joining("；")));
    row.add(line.step());
    row.add(line.word());
    row.add(line.distance());
    return row;
  }

  private static HttpResponse<byte[]> file(ByteArrayOutputStream out, String name) {
    return HttpResponse.ok(out.toByteArray())
        .header(HttpHeaders.CONTENT_DISPOSITION, Download.named(name));
  }
}
