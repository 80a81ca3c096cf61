package seedbed.imports;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import seedbed.spreadsheet.SpreadsheetRefused;
import seedbed.spreadsheet.WorkbookFile;
import seedbed.web.Download;
import seedbed.web.Refusal;

/// Files that people take with them: templates and annotated copies.
@Controller("/imports/templates")
@Produces(WorkbookFile.TYPE)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "数据导入")
class ImportDownloads {

  private final Forms forms;
  private final Clock clock;

  ImportDownloads(Forms forms, Clock clock) {
    this.forms = forms;
    this.clock = clock;
  }

  @Get("/companies.xlsx")
  @Operation(summary = "“企业”模板")
  HttpResponse<byte[]> companies() throws IOException {
    return template(ImportKind.COMPANIES);
  }

  @Get("/titles.xlsx")
  @Operation(summary = "“称号”模板")
  HttpResponse<byte[]> titles() throws IOException {
    return template(ImportKind.TITLES);
  }

  @Get("/rewards.xlsx")
  @Operation(summary = "“奖励”模板")
  HttpResponse<byte[]> rewards() throws IOException {
    return template(ImportKind.REWARDS);
  }

  @Get("/figures.xlsx")
  @Operation(summary = "“年度指标”模板")
  HttpResponse<byte[]> figures() throws IOException {
    return template(ImportKind.FIGURES);
  }

  private HttpResponse<byte[]> template(ImportKind kind) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImportTemplate.write(forms.of(kind), LocalDate.now(clock), out);
    return file(out.toByteArray(), "培育库模板-" + kind.label() + ".xlsx", WorkbookFile.TYPE);
  }

  /// The uploaded file with what was found written into it.
  static HttpResponse<byte[]> annotated(Importing importing, Import upload) throws IOException {
    if (!importing.annotatable(upload)) {
      throw new Refusal.Absent("这次导入没有标注的表格：没有问题可以标注，或者文件已经清理。");
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      importing.annotated(upload, out);
    } catch (SpreadsheetRefused refused) {
      throw new Refusal.Absent(refused.sentence());
    }
    boolean text = upload.format().startsWith("CSV");
    String name = upload.fileName().replaceFirst("\\.[A-Za-z]{3,4}$", "");
    return file(
        out.toByteArray(),
        name + "（标注问题）" + (text ? ".csv" : ".xlsx"),
        text ? MediaType.TEXT_CSV : WorkbookFile.TYPE);
  }

  private static HttpResponse<byte[]> file(byte[] bytes, String name, String type) {
    return HttpResponse.ok(bytes)
        .contentType(MediaType.of(type))
        .header(HttpHeaders.CONTENT_DISPOSITION, Download.named(name));
  }
}
