package seedbed.archive;

import io.micronaut.http.HttpHeaders;
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
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.views.ModelAndView;
import io.micronaut.views.View;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;
import seedbed.access.Permission;
import seedbed.audit.Deed;
import seedbed.evidence.ContentStore;
import seedbed.web.Address;
import seedbed.web.Download;
import seedbed.web.Field;
import seedbed.web.Flash;
import seedbed.web.FormErrors;
import seedbed.web.Refusal;

/// One document: its files, what was corrected, where the paper lies.
@Hidden
@Controller("/archive/{id}")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class DocumentPages {

  private static final String SHOW = "archive/show";
  private static final int LONGEST_REASON = 500;
  private static final int LONGEST_REMARK = 200;

  /// A file that a browser opens after all may do nothing there.
  private static final String NOTHING_RUNS = "sandbox; default-src 'none'";

  private final DocumentReading reading;
  private final Registering registering;
  private final StoredFiles files;
  private final ContentStore store;

  DocumentPages(
      DocumentReading reading, Registering registering, StoredFiles files, ContentStore store) {
    this.reading = reading;
    this.registering = registering;
    this.files = files;
    this.store = store;
  }

  /// What any of the forms of the page sends.
  @Serdeable
  record Form(
      @Nullable String correction,
      @Nullable String reason,
      @Nullable String cabinet,
      @Nullable String box,
      @Nullable String piece,
      @Nullable String sure,
      @Nullable String remark) {

    static final Form BLANK = new Form(null, null, null, null, null, null, null);

    SpotForm placed() {
      return new SpotForm(cabinet, box, piece, sure != null);
    }
  }

  @Get
  @View(SHOW)
  DocumentPage show(long id, Permission permission) {
    return reading.page(reading.find(id, permission), permission, Form.BLANK, FormErrors.NONE);
  }

  @Get("/files/{number}")
  @Produces(MediaType.ALL)
  HttpResponse<StreamedFile> download(long id, int number, Permission permission)
      throws IOException {
    Listed document = reading.find(id, permission);
    StoredFiles.Stored file =
        files.of(document.id()).stream()
            .filter(each -> each.number() == number)
            .findFirst()
            .orElseThrow(() -> new Refusal.Absent("这份文件没有第 " + number + " 个电子文件。"));
    return HttpResponse.ok(
            new StreamedFile(
                Files.newInputStream(store.verified(file.hash())),
                MediaType.of(file.format().mediaType()),
                file.addedAt().toEpochMilli(),
                file.bytes()))
        .header(HttpHeaders.CONTENT_DISPOSITION, Download.named(file.name()))
        .header("Content-Security-Policy", NOTHING_RUNS);
  }

  @Post("/files")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  HttpResponse<?> attach(long id, @Part CompletedFileUpload file, Permission permission, Deed deed)
      throws IOException {
    Listed document = reading.own(id, permission);
    try (InputStream bytes = file.getInputStream()) {
      int number =
          registering.attach(id, file.getFilename(), bytes, permission.caller().username());
      deed.noted("存入第 " + number + " 个电子文件");
      return Flash.seeOther(address(id), "“" + file.getFilename() + "”已存入。");
    } catch (Refusal.Invalid refused) {
      return wrong(document, permission, Form.BLANK, refused);
    }
  }

  @Post("/amendments")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> correct(long id, @Body Form form, Permission permission, Deed deed) {
    Listed document = reading.own(id, permission);
    try {
      String correction =
          Field.of("correction", form.correction()).text(LONGEST_REASON, "请写明哪一项有误、应为什么。");
      registering.correct(id, correction, permission.caller().username());
      deed.noted("更正：" + correction);
      return Flash.seeOther(address(id), "更正已登记，原登记保留。");
    } catch (Refusal.Invalid refused) {
      return wrong(document, permission, form, refused);
    }
  }

  @Post("/cancellation")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> cancel(long id, @Body Form form, Permission permission, Deed deed) {
    Listed document = reading.own(id, permission);
    try {
      String reason = Field.of("reason", form.reason()).text(LONGEST_REASON, "请写明作废的理由。");
      if (document.ending() != null) {
        throw new Refusal.Stale("这份文件已经作废或被替代，没有重复登记。");
      }
      registering.cancel(id, reason, permission.caller().username());
      deed.changed("状态", "有效", "作废");
      return Flash.seeOther(address(id), document.number() + "已作废；编号保留，不再使用。");
    } catch (Refusal.Invalid refused) {
      return wrong(document, permission, form, refused);
    }
  }

  @Post("/locations")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> place(long id, @Body Form form, Permission permission, Deed deed) {
    Listed document = reading.own(id, permission);
    try {
      Locations.Spot spot = form.placed().spot();
      registering.place(
          id,
          spot.cabinet(),
          spot.box(),
          spot.piece(),
          Field.of("remark", form.remark()).text(LONGEST_REMARK),
          permission.caller().username());
      deed.changed("存放位置", document.spot(), spot);
      return Flash.seeOther(address(id), "存放位置已登记。");
    } catch (Refusal.Invalid refused) {
      return wrong(document, permission, form, refused);
    }
  }

  private HttpResponse<?> wrong(
      Listed document, Permission permission, Form form, Refusal.Invalid refused) {
    return HttpResponse.unprocessableEntity()
        .body(
            new ModelAndView<>(
                SHOW, reading.page(document, permission, form, FormErrors.of(refused.errors()))));
  }

  private static Address address(long id) {
    return Address.of("/archive/" + id);
  }
}
