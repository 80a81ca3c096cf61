package seedbed.archive;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import seedbed.access.Permission;
import seedbed.spreadsheet.WorkbookFile;
import seedbed.web.Address;
import seedbed.web.PageRequest;

/// The register of documents as a list, narrowed and sorted by the address, and as a file.
@Hidden
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class RegisterPages {

  private final RegisterReading reading;
  private final Clock clock;

  RegisterPages(RegisterReading reading, Clock clock) {
    this.reading = reading;
    this.clock = clock;
  }

  /// A page beyond the end leads to the last one.
  @Get("/archive")
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> list(
      @RequestBean RegisterFilter filter,
      PageRequest page,
      Permission permission,
      HttpRequest<?> request) {
    Address here = Address.of(request);
    RegisterPage shown = reading.page(filter, page, here, permission);
    return shown.pager().beyond()
        ? HttpResponse.seeOther(here.with("page", shown.pager().pages()).uri())
        : HttpResponse.ok(new ModelAndView<>("archive/index", shown));
  }

  @Get("/archive.xlsx")
  @Produces(WorkbookFile.TYPE)
  HttpResponse<byte[]> workbook(
      @RequestBean RegisterFilter filter, PageRequest page, Permission permission)
      throws IOException {
    LocalDate today = LocalDate.now(clock);
    return WorkbookFile.of(
        reading.table(filter, page, permission).noting("截至 " + today), "档案登记簿-" + today);
  }
}
