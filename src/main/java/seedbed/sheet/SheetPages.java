package seedbed.sheet;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.views.ModelAndView;
import io.micronaut.views.View;
import io.swagger.v3.oas.annotations.Hidden;
import org.jspecify.annotations.Nullable;
import seedbed.access.Permission;
import seedbed.audit.Deed;
import seedbed.web.Address;
import seedbed.web.Flash;
import seedbed.web.PageRequest;
import seedbed.web.Refusal;

/// Yearly sheets as lists and one by one, and how one begins.
@Hidden
@Controller("/sheets")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class SheetPages {

  private final SheetLists lists;
  private final SheetReading reading;
  private final SheetFiles files;
  private final Filling filling;

  SheetPages(SheetLists lists, SheetReading reading, SheetFiles files, Filling filling) {
    this.lists = lists;
    this.reading = reading;
    this.files = files;
    this.filling = filling;
  }

  @Serdeable
  record NewForm(@Nullable Integer year) {}

  /// A company sees its own years, everybody else who owes what.
  @Get
  ModelAndView<?> index(
      PageRequest page,
      Permission permission,
      @Nullable @QueryValue Integer year,
      @Nullable @QueryValue String show,
      @Nullable @QueryValue String town,
      @Nullable @QueryValue String q) {
    Long company = permission.caller().companyId();
    return company != null
        ? new ModelAndView<>("sheets/own", lists.own(company))
        : new ModelAndView<>(
            "sheets/index", lists.list(lists.query(year, show, town, q), page, permission));
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> begin(@Body NewForm form, Permission permission, Deed deed) {
    Long company = permission.caller().companyId();
    if (company == null) {
      throw new Refusal.NotAllowed("只有企业账号可以填写填报表。");
    }
    Sheet sheet = filling.begin(company, form.year() == null ? lists.lastFullYear() : form.year());
    deed.about("sheet", sheet.id());
    return Flash.seeOther(address(sheet.id()), "填写的内容随时保存，提交前可以反复修改。");
  }

  /// @param show `open` narrows it to what is empty or has to be looked at
  @Get("/{id}")
  @View("sheets/show")
  SheetPage show(long id, @Nullable @QueryValue String show, Permission permission) {
    SheetPage page = reading.page(files.of(reading.sheet(id, permission)), permission);
    return "open".equals(show) ? page.unfinished() : page;
  }

  static Address address(long id) {
    return Address.of("/sheets/" + id);
  }
}
