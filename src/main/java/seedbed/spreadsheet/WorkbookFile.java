package seedbed.spreadsheet;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import seedbed.web.Download;

/// A table as a workbook that a browser keeps.
public final class WorkbookFile {

  public static final String TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private WorkbookFile() {}

  /// @param name of the file, without its ending
  public static HttpResponse<byte[]> of(Table table, String name) throws IOException {
    var out = new ByteArrayOutputStream();
    Workbooks.write(table, out);
    return HttpResponse.ok(out.toByteArray())
        .header(HttpHeaders.CONTENT_DISPOSITION, Download.named(name + ".xlsx"));
  }
}
