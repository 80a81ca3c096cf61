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
import seedbed.web.Progress;

/// Who would pass the renewal of a title that ends soon, as a page and as a file.
@Hidden
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class RenewalPages {

  private static final List<Table.Column> COLUMNS =
      List.of(
          Table.Column.text("企业名称", 30),
          Table.Column.text("示例", 6),
          Table.Column.text("所在", 12),
          Table.Column.text("称号", 14),
          Table.Column.text("有效期至", 14),
          Table.Column.text("状态", 8),
          Table.Column.text("预判", 8),
          Table.Column.prose("所用标准", 26),
          Table.Column.prose("不满足的条件", 40),
          Table.Column.prose("所缺数据", 30),
          Table.Column.prose("最省的办法", 30));

  private final Renewals renewals;
  private final Permissions permissions;

  RenewalPages(Renewals renewals, Permissions permissions) {
    this.renewals = renewals;
    this.permissions = permissions;
  }

  /// A page beyond the end leads to the last one.
  @Get("/titles/renewals")
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> list(
      @RequestBean RenewalFilter filter,
      PageRequest page,
      ChosenDay chosen,
      Permission permission,
      HttpRequest<?> request) {
    Address here = Address.of(request);
    Address workbook =
        permissions.allow(permission.caller(), Act.EXPORT_TITLES)
            ? new Address("/title-renewals.xlsx", here.without("page").parameters())
            : null;
    RenewalPage shown = renewals.page(filter, page, chosen, permission.scope(), workbook);
    return shown.pager().beyond()
        ? HttpResponse.seeOther(here.with("page", shown.pager().pages()).uri())
        : HttpResponse.ok(new ModelAndView<>("titles/renewals", shown));
  }

  /// The progress part alone; once the work has ended, the page around it is read again.
  @Get("/titles/renewals/progress")
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> progress(ChosenDay chosen) {
    Progress progress = renewals.progress(chosen);
    return progress == null
        ? HttpResponse.noContent().header("HX-Refresh", "true")
        : HttpResponse.ok(new ModelAndView<>("parts/progress", progress));
  }

  @Get("/title-renewals.xlsx")
  @Produces(WorkbookFile.TYPE)
  HttpResponse<byte[]> workbook(@RequestBean RenewalFilter filter, ChosenDay chosen, Scope scope)
      throws IOException {
    var lines = renewals.slices(filter, chosen, scope);
    return WorkbookFile.of(
        Table.of("复核预警", COLUMNS, () -> lines.map(RenewalPages::row).iterator())
            .noting("以 " + chosen.day() + " 的数据，按预计复核之日在用的复核标准预判"),
        "复核预警-" + chosen.day());
  }

  private static List<@Nullable Object> row(RenewalPage.Line line) {
    List<@Nullable Object> row = new ArrayList<>();
    row.add(line.company());
    row.add(line.demo() ? "示例" : null);
    row.add(line.region());
    row.add(line.title());
    row.add(line.to());
    row.add(line.state().label());
    row.add(line.word());
    row.add(line.basis());
    row.add(String.join("；", line.faults()));
    row.add(String.join("；", line.missing()));
    row.add(line.way());
    return row;
  }
}
