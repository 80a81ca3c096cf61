package seedbed.imports;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.views.ModelAndView;
import io.micronaut.views.View;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.access.Act;
import seedbed.access.Permission;
import seedbed.access.Permissions;
import seedbed.access.Scope;
import seedbed.audit.Deed;
import seedbed.audit.LastingAct;
import seedbed.criteria.Titles;
import seedbed.spreadsheet.SpreadsheetLimits;
import seedbed.web.Address;
import seedbed.web.FieldError;
import seedbed.web.Flash;
import seedbed.web.FormErrors;
import seedbed.web.PageRequest;
import seedbed.web.Pager;
import seedbed.web.Refusal;

/// Uploading spreadsheets and following what becomes of them.
@Hidden
@Controller("/imports")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class ImportPages {

  private final Importing importing;
  private final Titles titles;
  private final Permissions permissions;

  ImportPages(Importing importing, Titles titles, Permissions permissions) {
    this.importing = importing;
    this.titles = titles;
    this.permissions = permissions;
  }

  /// @param rewards whether the reader may import rewards, and not only check a list of them
  @Introspected
  record Listing(
      List<ImportView> rows,
      Pager pager,
      FormErrors errors,
      long megabytes,
      String days,
      boolean rewards) {}

  @Serdeable
  record StorageForm(String rows, @Nullable String accepted) {}

  @Serdeable
  record CorrectionForm(@Nullable String corrects) {}

  @Get
  @View("imports/index")
  Listing index(PageRequest page, Permission permission) {
    return listing(page, permission, FormErrors.NONE);
  }

  @Post
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  HttpResponse<?> create(@Part CompletedFileUpload file, Permission permission, Deed deed)
      throws IOException {
    return switch (importing.upload(file.getFilename(), file.getBytes(), permission.caller())) {
      case Importing.Done(var upload) -> {
        ImportDeeds.uploaded(deed, upload);
        yield HttpResponse.seeOther(address(upload).uri());
      }
      case Importing.Refused(var sentence) ->
          HttpResponse.unprocessableEntity()
              .body(
                  new ModelAndView<>(
                      "imports/index",
                      listing(
                          new PageRequest(1, PageRequest.DEFAULT_SIZE, null),
                          permission,
                          FormErrors.of(List.of(new FieldError("file", sentence))))));
    };
  }

  @Get("/{id}")
  @View("imports/show")
  ImportView show(long id, Permission permission) {
    return view(found(id, permission.scope()), permission, null);
  }

  /// The progress alone; once the work has ended the browser is told to load the whole page.
  @Get("/{id}/progress")
  HttpResponse<?> progress(long id, Scope scope) {
    Import upload = found(id, scope);
    ImportState state = upload.stateAt(importing.now());
    var part =
        HttpResponse.ok(new ModelAndView<>("parts/progress", ImportView.progress(upload, state)));
    return state.working() ? part : part.header("HX-Refresh", "true");
  }

  @Post("/{id}/storage")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> store(
      long id, @Body StorageForm form, Permission permission, Deed deed, LastingAct act) {
    Import upload = found(id, permission.scope());
    Storing.Rows rows = ImportApi.rows(form.rows());
    ImportDeeds.storing(deed, upload, rows);
    return after(
        upload,
        importing.store(upload, rows, form.accepted() != null, permission.caller(), act),
        permission);
  }

  @Post("/{id}/correction")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> correct(long id, @Body CorrectionForm form, Permission permission, Deed deed) {
    Import upload = found(id, permission.scope());
    Long corrects = chosen(form.corrects());
    ImportDeeds.correcting(deed, upload, corrects);
    return after(upload, importing.correct(upload, corrects), permission);
  }

  @Post("/{id}/check")
  @Consumes(MediaType.ALL)
  HttpResponse<?> check(long id, Permission permission, Deed deed) {
    Import upload = found(id, permission.scope());
    ImportDeeds.checking(deed, upload);
    return after(upload, importing.checkAgain(upload), permission);
  }

  @Post("/{id}/cancellation")
  @Consumes(MediaType.ALL)
  HttpResponse<?> cancel(long id, Permission permission, Deed deed) {
    Import upload = found(id, permission.scope());
    ImportDeeds.cancelling(deed, upload);
    return importing.cancel(upload) instanceof Importing.Refused refused
        ? after(upload, refused, permission)
        : Flash.seeOther(address(upload), "已要求取消，没有登记任何数据。");
  }

  @Get("/{id}/report")
  HttpResponse<byte[]> report(long id, Scope scope) throws IOException {
    return ImportDownloads.annotated(importing, found(id, scope));
  }

  private HttpResponse<?> after(Import before, Importing.Outcome outcome, Permission permission) {
    return switch (outcome) {
      case Importing.Done(var upload) -> HttpResponse.seeOther(address(upload).uri());
      case Importing.Refused(var sentence) ->
          HttpResponse.unprocessableEntity()
              .body(
                  new ModelAndView<>(
                      "imports/show",
                      view(found(before.id(), permission.scope()), permission, sentence)));
    };
  }

  private Listing listing(PageRequest page, Permission permission, FormErrors errors) {
    Scope scope = permission.scope();
    Instant now = importing.now();
    return new Listing(
        importing.newest(scope, page.page(), page.size()).stream()
            .map(upload -> ImportView.listed(upload, now))
            .toList(),
        Pager.of(page, importing.count(scope)),
        errors,
        SpreadsheetLimits.STANDARD.fileBytes() / (1024 * 1024),
        Long.toString(Import.KEPT.toDays()),
        permissions.allow(permission.caller(), Act.KEEP_REWARDS));
  }

  private ImportView view(Import upload, Permission permission, @Nullable String problem) {
    return ImportView.of(
        upload,
        importing.now(),
        importing.findings(upload.id(), ImportView.LISTED + 1),
        importing.annotatable(upload),
        new ImportView.Relations(
            importing.sameContent(upload).orElse(null),
            importing.corrected(upload).orElse(null),
            importing.correctable(upload),
            importing.doubtful(upload),
            importing.announcement(upload).map(this::words).orElse(null),
            importing.barred(upload, permission.caller()).orElse(null)),
        problem);
  }

  private String words(Announcement announcement) {
    LocalDate lastDay = announcement.lastDay();
    return "%s，%s%s，自 %s 起%s"
        .formatted(
            titles.get(announcement.title()).label(),
            announcement.document(),
            announcement.batch() == null ? "" : "，" + announcement.batch(),
            announcement.heldFrom(),
            lastDay == null ? "" : "，有效期至 " + lastDay);
  }

  private static @Nullable Long chosen(@Nullable String corrects) {
    if (corrects == null || corrects.isBlank()) {
      return null;
    }
    if (!corrects.matches("[0-9]{1,18}")) {
      throw new Refusal.Invalid("corrects", "请从列表中选择要更正的导入。");
    }
    return Long.valueOf(corrects);
  }

  private Import found(long id, Scope scope) {
    return importing.find(id, scope).orElseThrow(() -> new Refusal.Absent("没有编号为 " + id + " 的导入。"));
  }

  static Address address(Import upload) {
    return Address.of("/imports/" + upload.id());
  }
}
