package seedbed.request;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.ModelAndView;
import io.micronaut.views.View;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import seedbed.access.Permission;
import seedbed.audit.Deed;
import seedbed.company.Company;
import seedbed.evidence.ContentStore;
import seedbed.web.Address;
import seedbed.web.Download;
import seedbed.web.Flash;
import seedbed.web.FormErrors;
import seedbed.web.PageRequest;
import seedbed.web.Refusal;

/// Requests as a list and one by one, and raising one.
@Hidden
@Controller("/requests")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class RequestPages {

  static final String SHOW = "requests/show";
  private static final String NEW = "requests/new";

  /// A file that a browser opens after all may do nothing there.
  private static final String NOTHING_RUNS = "sandbox; default-src 'none'";

  private final RequestLists lists;
  private final RequestReading reading;
  private final NewRequests fresh;
  private final Raising raising;
  private final Attachments attachments;
  private final ContentStore store;

  RequestPages(
      RequestLists lists,
      RequestReading reading,
      NewRequests fresh,
      Raising raising,
      Attachments attachments,
      ContentStore store) {
    this.lists = lists;
    this.reading = reading;
    this.fresh = fresh;
    this.raising = raising;
    this.attachments = attachments;
    this.store = store;
  }

  @Get
  @View("requests/index")
  RequestList index(
      PageRequest page,
      Permission permission,
      @Nullable @QueryValue String show,
      @Nullable @QueryValue String town,
      @Nullable @QueryValue String kind,
      @Nullable @QueryValue String unit,
      @Nullable @QueryValue String q,
      @Nullable @QueryValue String from,
      @Nullable @QueryValue String until) {
    return lists.list(
        lists.query(new RequestLists.Asked(show, town, kind, unit, q, from, until)),
        page,
        permission);
  }

  /// @param company a number; the caller's own where it is a company
  /// @param kind and what follows: what a link wants asked for
  @Get("/new")
  @View(NEW)
  NewRequestPage form(
      Permission permission,
      @Nullable @QueryValue String company,
      @Nullable @QueryValue String kind,
      @Nullable @QueryValue String subject) {
    return fresh.page(
        new NewRequestPage.Form(text(company), text(kind), text(subject), ""),
        FormErrors.NONE,
        permission);
  }

  @Post
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  HttpResponse<?> raise(
      @Nullable @Part String company,
      @Nullable @Part String kind,
      @Nullable @Part String subject,
      @Nullable @Part String wanted,
      @Nullable @Part CompletedFileUpload file1,
      @Nullable @Part CompletedFileUpload file2,
      @Nullable @Part CompletedFileUpload file3,
      Permission permission,
      Deed deed)
      throws IOException {
    var typed = new NewRequestPage.Form(text(company), text(kind), text(subject), text(wanted));
    try (var sent = Sent.of(file1, file2, file3)) {
      Company wants = fresh.company(typed.company(), permission);
      Raising.Raised raised =
          raising.raise(
              new Raising.Wish(wants.id(), typed.kind(), typed.subject(), typed.wanted()),
              sent.uploads(),
              permission.caller());
      deed.about("request", raised.id()).noted("提出诉求：" + typed.subject().strip());
      return Flash.seeOther(
          address(raised.id()),
          raised.unit().isEmpty()
              ? "诉求已提出，培育办在 " + raised.dueOn() + " 前分办。"
              : "诉求已提出，由" + raised.unit() + "办理，" + raised.dueOn() + " 前答复。");
    } catch (Refusal.Invalid refused) {
      return HttpResponse.unprocessableEntity()
          .body(
              new ModelAndView<>(
                  NEW, fresh.page(typed, FormErrors.of(refused.errors()), permission)));
    }
  }

  @Get("/{id}")
  @View(SHOW)
  RequestPage show(long id, Permission permission) {
    return reading.page(reading.find(id, permission), permission, StepForm.BLANK, FormErrors.NONE);
  }

  @Get("/{id}/files/{number}")
  @Produces(MediaType.ALL)
  HttpResponse<StreamedFile> download(long id, int number, Permission permission)
      throws IOException {
    Request request = reading.find(id, permission);
    Attachments.Stored file =
        attachments
            .find(request.id(), number)
            .orElseThrow(() -> new Refusal.Absent("这件诉求没有第 " + number + " 个附件。"));
    return HttpResponse.ok(
            new StreamedFile(
                Files.newInputStream(store.verified(file.hash())),
                MediaType.of(file.format().mediaType()),
                file.addedAt().toEpochMilli(),
                file.bytes()))
        .header(HttpHeaders.CONTENT_DISPOSITION, Download.named(file.name()))
        .header("Content-Security-Policy", NOTHING_RUNS);
  }

  private static String text(@Nullable String typed) {
    return Objects.requireNonNullElse(typed, "");
  }

  static Address address(long id) {
    return Address.of("/requests/" + id);
  }
}
