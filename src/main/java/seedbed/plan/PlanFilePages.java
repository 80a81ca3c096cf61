package seedbed.plan;

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
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.access.Permission;
import seedbed.archive.Archiving;
import seedbed.archive.Series;
import seedbed.audit.Deed;
import seedbed.company.Company;
import seedbed.criteria.PlanOutline;
import seedbed.evidence.Screening;
import seedbed.web.Address;
import seedbed.web.Download;
import seedbed.web.FieldError;
import seedbed.web.Flash;
import seedbed.web.Refusal;

/// The plan on paper: the form that is filled in outside and read back, and the printed version.
@Hidden
@Controller("/plans/{id}")
@ExecuteOn(TaskExecutors.BLOCKING)
class PlanFilePages {

  private static final String WORD =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  private final PlanReading reading;
  private final PlanDocuments documents;
  private final ContentRows rows;
  private final Writing writing;
  private final Archiving archiving;
  private final Screening screening;
  private final PlanOutline outline;

  PlanFilePages(
      PlanReading reading,
      PlanDocuments documents,
      ContentRows rows,
      Writing writing,
      Archiving archiving,
      Screening screening,
      PlanOutline outline) {
    this.reading = reading;
    this.documents = documents;
    this.rows = rows;
    this.writing = writing;
    this.archiving = archiving;
    this.screening = screening;
    this.outline = outline;
  }

  @Get("/form.docx")
  @Produces(WORD)
  HttpResponse<byte[]> form(long id, Permission permission) throws IOException {
    PlanReading.File file = reading.file(id, permission);
    Company company = reading.course(file.plan(), permission).company();
    var out = new ByteArrayOutputStream();
    Version newest = file.newest();
    documents.form(file.plan(), newest, company, reading.text(newest, permission)).write(out);
    return word(out.toByteArray(), company.name() + "培育发展方案（填写表）.docx");
  }

  /// Takes what a filled form says in place of what the plan said; what was attached stays.
  @Post("/form")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> read(long id, @Part CompletedFileUpload file, Permission permission, Deed deed)
      throws IOException {
    PlanReading.File known = reading.file(id, permission);
    if (known.newest().stage() != Stage.DRAFT) {
      throw new Refusal.Stale("方案现在的环节是“" + known.newest().stage().label() + "”，不能上传填写表。");
    }
    Company company = reading.course(known.plan(), permission).company();
    var form =
        documents.form(
            known.plan(), known.newest(), company, reading.text(known.newest(), permission));
    try (InputStream bytes = file.getInputStream()) {
      return switch (new PlanFormReading(form, screening::pass).read(file.getFilename(), bytes)) {
        case PlanFormReading.Refused(var sentence) -> refused(known, sentence, permission);
        case PlanFormReading.Read read -> kept(known, read, deed);
      };
    }
  }

  private HttpResponse<?> refused(PlanReading.File file, String sentence, Permission permission) {
    return HttpResponse.unprocessableEntity()
        .body(
            new ModelAndView<>(
                "plans/show",
                reading.page(
                    file,
                    file.newest(),
                    List.of(new FieldError("file", sentence)),
                    PlanPage.Typed.NOTHING,
                    permission)));
  }

  private HttpResponse<?> kept(PlanReading.File file, PlanFormReading.Read read, Deed deed) {
    Version version = file.newest();
    Content content = read.over(rows.of(version.id()));
    UnreadRows.Unread unread = new UnreadRows.Unread(read.unread(), unreadable(file, content));
    if (!writing.keep(version, version.version(), content, unread)) {
      throw new Refusal.Stale("在您填写期间，方案在网页上改过，上传的内容没有保存。请重新下载填写表，核对后再上传。");
    }
    int filled = content.filled();
    deed.noted("读取 Word 填写表，" + filled + " 栏");
    Address plan = PlanPages.address(file.plan().id());
    return unread.places() == 0
        ? Flash.seeOther(plan, "填写表的内容全部读取，方案现有 " + filled + " 栏。")
        : Flash.unfinished(
            plan,
            "已读取填写表，方案现有 %d 栏；有 %d 处读不出来，原文都已保留，逐处列在下面，请核对、补齐。".formatted(filled, unread.places()));
  }

  // What was typed into a cell is kept as it stands; whether it says something is told at once.
  private List<String> unreadable(PlanReading.File file, Content content) {
    return Goals.of(content, file.plan().span(), outline).errors().stream()
        .map(FieldError::field)
        .distinct()
        .toList();
  }

  /// The printed version, as it was frozen when it was approved; of another one a draft.
  @Get("/plan.docx")
  @Produces(WORD)
  HttpResponse<byte[]> printed(
      long id, @Nullable @QueryValue Integer version, Permission permission) throws IOException {
    PlanReading.File file = reading.file(id, permission);
    Version shown = file.version(version);
    Company company = reading.course(file.plan(), permission).company();
    String name = "%s培育发展方案（第 %d 稿）.docx".formatted(company.name(), shown.ordinal());
    var frozen = archiving.frozen(Series.PLAN, PlanRecord.KIND, shown.id());
    if (frozen.isPresent()) {
      return word(Files.readAllBytes(frozen.get()), name);
    }
    Content content = reading.text(shown, permission);
    String digest = shown.digest();
    var out = new ByteArrayOutputStream();
    documents
        .printed(
            file.plan(),
            shown,
            company,
            digest == null
                ? PlanDigest.of(company.name(), file.plan(), shown.ordinal(), content)
                : digest,
            content)
        .write(out, null);
    return word(out.toByteArray(), name);
  }

  private static HttpResponse<byte[]> word(byte[] bytes, String name) {
    return HttpResponse.ok(bytes).header(HttpHeaders.CONTENT_DISPOSITION, Download.named(name));
  }
}
