package seedbed.nomination;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import seedbed.access.Permission;
import seedbed.spreadsheet.WorkbookFile;
import seedbed.web.Download;
import seedbed.web.Refusal;

/// A plan as files.
@Hidden
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class PlanFilePages {

  private static final String WORD =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  private final PlanReading reading;
  private final PlanFiles files;

  PlanFilePages(PlanReading reading, PlanFiles files) {
    this.reading = reading;
    this.files = files;
  }

  @Get("/nominations.xlsx")
  @Produces(WorkbookFile.TYPE)
  HttpResponse<byte[]> workbook(Permission permission, @Nullable @QueryValue Long plan)
      throws IOException {
    Plan found = find(plan, permission);
    return file(files.workbook(found, permission), found.name() + ".xlsx");
  }

  @Get("/nominations.docx")
  @Produces(WORD)
  HttpResponse<byte[]> document(Permission permission, @Nullable @QueryValue Long plan)
      throws IOException {
    Plan found = find(plan, permission);
    return file(files.document(found, permission), found.name() + ".docx");
  }

  private Plan find(@Nullable Long plan, Permission permission) {
    return reading
        .find(plan, permission)
        .orElseThrow(() -> new Refusal.Stale("还没有申报计划，没有可以导出的内容。"));
  }

  private static HttpResponse<byte[]> file(byte[] content, String name) {
    return HttpResponse.ok(content).header(HttpHeaders.CONTENT_DISPOSITION, Download.named(name));
  }
}
