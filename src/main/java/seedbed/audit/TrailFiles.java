package seedbed.audit;

import io.micronaut.http.HttpHeaders;
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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import seedbed.spreadsheet.Table;
import seedbed.spreadsheet.WorkbookFile;
import seedbed.spreadsheet.Workbooks;
import seedbed.web.Refusal;

/// The trail of a period as a file, with the chain's number and hash of every line, so that the
/// file can be held against the chain later.
@Hidden
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class TrailFiles {

  /// So much fits into memory beside the daily work.
  private static final int MOST = 100_000;

  private static final List<Table.Column> COLUMNS =
      List.of(
          Table.Column.count("序号"),
          Table.Column.text("时间", 24),
          Table.Column.text("账号", 16),
          Table.Column.text("会话", 10),
          Table.Column.text("来源地址", 18),
          Table.Column.text("事项", 20),
          Table.Column.text("请求", 40),
          Table.Column.text("对象", 20),
          Table.Column.text("结果", 12),
          Table.Column.count("状态码"),
          Table.Column.text("前后内容", 60),
          Table.Column.text("链校验值", 66));

  private final TrailRows rows;
  private final TrailSheets sheets;
  private final Sealer sealer;
  private final Clock clock;

  TrailFiles(TrailRows rows, TrailSheets sheets, Sealer sealer, Clock clock) {
    this.rows = rows;
    this.sheets = sheets;
    this.sealer = sealer;
    this.clock = clock;
  }

  @Get("/trail.xlsx")
  @Produces(WorkbookFile.TYPE)
  HttpResponse<byte[]> workbook(@RequestBean TrailFilter filter) throws IOException {
    var out = new ByteArrayOutputStream();
    Workbooks.write(table(filter), out);
    return file(out, ".xlsx");
  }

  @Get("/trail.csv")
  @Produces(MediaType.TEXT_CSV)
  HttpResponse<byte[]> text(@RequestBean TrailFilter filter) throws IOException {
    var out = new ByteArrayOutputStream();
    Workbooks.writeCsv(table(filter), out);
    return file(out, ".csv");
  }

  private Table table(TrailFilter filter) {
    List<TrailRow> found = rows.list(filter, MOST + 1);
    if (found.size() > MOST) {
      throw new Refusal.Invalid("from", "这段期间的审计记录超过 " + MOST + " 条，请缩短期间，分几次导出。");
    }
    Map<Long, String> known = new HashMap<>();
    return Table.of("审计记录", COLUMNS, () -> found.stream().map(row -> line(row, known)).iterator())
        .noting(
            "期间 " + shown(filter.from()) + " 至 " + shown(filter.to()) + "，共 " + found.size() + " 条",
            "导出时链头 " + sealer.current().seq() + " " + sealer.current().hash());
  }

  private List<@Nullable Object> line(TrailRow row, Map<Long, String> known) {
    List<@Nullable Object> line = new ArrayList<>();
    line.add(row.seq());
    line.add(row.at().atZone(clock.getZone()).toLocalDateTime().toString());
    line.add(sheets.who(row, known));
    line.add(row.session());
    line.add(row.address());
    line.add(row.what());
    line.add(row.asked().method() + " " + row.asked().route());
    line.add(row.about());
    line.add(row.outcome().label());
    line.add(row.result());
    line.add(row.detail());
    line.add(row.hash());
    return line;
  }

  private static String shown(@Nullable String day) {
    return day == null ? "（不限）" : day;
  }

  private HttpResponse<byte[]> file(ByteArrayOutputStream out, String ending) {
    String name = "审计记录-" + LocalDate.now(clock) + ending;
    return HttpResponse.ok(out.toByteArray())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename*=UTF-8''" + URLEncoder.encode(name, StandardCharsets.UTF_8));
  }
}
