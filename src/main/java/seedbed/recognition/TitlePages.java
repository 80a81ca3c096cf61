package seedbed.recognition;

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
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.access.Act;
import seedbed.access.Permission;
import seedbed.access.Permissions;
import seedbed.access.Scope;
import seedbed.spreadsheet.Table;
import seedbed.spreadsheet.WorkbookFile;
import seedbed.web.Address;
import seedbed.web.ChosenDay;
import seedbed.web.PageRequest;

/// The register of titles as a list, narrowed and sorted by the address, and as a file.
@Hidden
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class TitlePages {

  private static final List<Table.Column> COLUMNS =
      List.of(
          Table.Column.text("企业名称", 30),
          Table.Column.text("统一社会信用代码", 21),
          Table.Column.text("示例", 6),
          Table.Column.text("所在", 12),
          Table.Column.text("称号", 16),
          Table.Column.text("批次", 10),
          Table.Column.prose("认定文件", 34),
          Table.Column.text("起", 13),
          Table.Column.text("有效期至", 16),
          Table.Column.text("状态", 8),
          Table.Column.text("撤销事由", 16),
          Table.Column.text("禁报至", 12));

  private final Register register;
  private final Permissions permissions;

  TitlePages(Register register, Permissions permissions) {
    this.register = register;
    this.permissions = permissions;
  }

  /// A page beyond the end leads to the last one.
  @Get("/titles")
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> list(
      @RequestBean RegisterFilter filter,
      PageRequest page,
      ChosenDay chosen,
      Permission permission,
      HttpRequest<?> request) {
    Address here = Address.of(request);
    RegisterPage shown = register.page(filter, page, chosen, here, reader(permission));
    return shown.pager().beyond()
        ? HttpResponse.seeOther(here.with("page", shown.pager().pages()).uri())
        : HttpResponse.ok(new ModelAndView<>("titles/index", shown));
  }

  private Register.Reader reader(Permission permission) {
    return new Register.Reader(
        permission.scope(),
        permissions.allow(permission.caller(), Act.EXPORT_TITLES),
        permissions.allow(permission.caller(), Act.IMPORT));
  }

  @Get("/titles.xlsx")
  @Produces(WorkbookFile.TYPE)
  HttpResponse<byte[]> workbook(
      @RequestBean RegisterFilter filter, ChosenDay chosen, Scope scope, HttpRequest<?> request)
      throws IOException {
    var lines = register.slices(filter, PageRequest.of(request), chosen, scope);
    return WorkbookFile.of(
        Table.of("企业称号库", COLUMNS, () -> lines.map(TitlePages::row).iterator())
            .noting("截至 " + chosen.day()),
        "企业称号库-" + chosen.day());
  }

  private static List<@Nullable Object> row(RegisterPage.Line line) {
    List<@Nullable Object> row = new ArrayList<>();
    row.add(line.company());
    row.add(line.creditCode());
    row.add(line.demo() ? "示例" : null);
    row.add(line.region());
    row.add(line.title());
    row.add(line.batch());
    row.add(line.document());
    row.add(line.from());
    row.add(line.to());
    row.add(line.state().label());
    row.add(line.ground());
    row.add(line.ban());
    return row;
  }
}
