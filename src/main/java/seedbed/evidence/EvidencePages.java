package seedbed.evidence;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
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
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.views.ModelAndView;
import io.micronaut.views.View;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import seedbed.access.Permission;
import seedbed.audit.Deed;
import seedbed.company.Company;
import seedbed.company.Known;
import seedbed.company.VisibleCompanies;
import seedbed.web.Address;
import seedbed.web.Download;
import seedbed.web.FieldError;
import seedbed.web.Flash;
import seedbed.web.FormErrors;
import seedbed.web.Refusal;

/// Files behind figures and clauses: seeing them, adding to them, taking them back.
@Hidden
@Controller
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class EvidencePages {

  private static final String SHOW = "evidence/index";
  private static final int LONGEST_REASON = 300;

  /// A file that a browser opens after all may do nothing there.
  static final String NOTHING_RUNS = "sandbox; default-src 'none'";

  private final VisibleCompanies companies;
  private final VisibleEvidence visible;
  private final EvidenceListing listing;
  private final UploadReading reading;
  private final Keeping keeping;
  private final ContentStore store;
  private final Clock clock;

  EvidencePages(
      VisibleCompanies companies,
      VisibleEvidence visible,
      EvidenceListing listing,
      UploadReading reading,
      Keeping keeping,
      ContentStore store,
      Clock clock) {
    this.companies = companies;
    this.visible = visible;
    this.listing = listing;
    this.reading = reading;
    this.keeping = keeping;
    this.store = store;
    this.clock = clock;
  }

  @Serdeable
  record WithdrawalForm(@Nullable String why) {}

  /// @param indicator and what follows: what a link wants proved
  @Get("/companies/{id}/evidence")
  @View(SHOW)
  EvidencePage index(
      long id,
      Permission permission,
      @Nullable @QueryValue String indicator,
      @Nullable @QueryValue String title,
      @Nullable @QueryValue String clause,
      @Nullable @QueryValue String year,
      @Nullable @QueryValue String kind) {
    return listing.page(
        company(id, permission),
        permission,
        new EvidencePage.Form(
            text(indicator), text(title), text(clause), text(year), text(kind), "", "", "", ""),
        FormErrors.NONE);
  }

  @Post("/companies/{id}/evidence")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  HttpResponse<?> open(
      long id,
      @Part CompletedFileUpload file,
      @Nullable @Part String indicator,
      @Nullable @Part String title,
      @Nullable @Part String clause,
      @Nullable @Part String year,
      @Nullable @Part String kind,
      @Nullable @Part String name,
      @Nullable @Part String expiresOn,
      @Nullable @Part String expired,
      @Nullable @Part String again,
      Permission permission,
      Deed deed)
      throws IOException {
    Company company = company(id, permission);
    var form =
        new EvidencePage.Form(
            text(indicator),
            text(title),
            text(clause),
            text(year),
            text(kind),
            text(name),
            text(expiresOn),
            text(expired),
            text(again));
    try (InputStream bytes = file.getInputStream()) {
      UploadReading.Wanted wanted = reading.read(id, form, file.getFilename());
      Evidence evidence = wanted.evidence();
      var sent =
          new Keeping.Sent(
              file.getFilename(), bytes, wanted.expiresOn(), permission.caller().username());
      Keeping.Opened opened =
          form.again().isEmpty() ? keeping.openOnce(evidence, sent) : keeping.open(evidence, sent);
      return switch (opened) {
        case Keeping.Kept kept -> {
          deed.about("evidence", kept.id()).noted("上传：" + evidence.name());
          yield Flash.seeOther(address(id), said("“" + evidence.name() + "”已上传", kept));
        }
        case Keeping.Known(var known, var version) ->
            throw new Refusal.Invalid("again", same(known, version));
      };
    } catch (Refusal.Invalid refused) {
      return HttpResponse.unprocessableEntity()
          .body(new ModelAndView<>(SHOW, listing.page(company, permission, form, errors(refused))));
    }
  }

  @Post("/evidence/{id}/versions")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  HttpResponse<?> follow(
      long id,
      @Part CompletedFileUpload file,
      @Nullable @Part String after,
      @Nullable @Part String expiresOn,
      @Nullable @Part String expired,
      Permission permission,
      Deed deed)
      throws IOException {
    Evidence evidence = found(id, permission);
    if (after == null || !after.matches("[0-9]{1,6}")) {
      throw new Refusal.Invalid("after", "页面不完整，请刷新后再上传。");
    }
    var form = new EvidencePage.Following(id, text(expiresOn), text(expired), "");
    try (InputStream bytes = file.getInputStream()) {
      LocalDate last = reading.read(evidence, form, file.getFilename());
      Keeping.Followed followed =
          keeping.follow(
              evidence,
              Integer.parseInt(after),
              new Keeping.Sent(file.getFilename(), bytes, last, permission.caller().username()));
      return switch (followed) {
        case Keeping.Kept kept -> {
          deed.changed("版本", after, kept.number());
          yield Flash.seeOther(
              address(evidence.companyId()),
              said("“%s”已更新为第 %d 版".formatted(evidence.name(), kept.number()), kept));
        }
        case Keeping.Overtaken overtaken ->
            HttpResponse.status(HttpStatus.CONFLICT)
                .body(
                    new ModelAndView<>(
                        "evidence/conflict",
                        VersionConflict.of(
                            company(evidence.companyId(), permission),
                            overtaken,
                            text(expiresOn))));
      };
    } catch (Refusal.Invalid refused) {
      return refused(evidence, permission, form, refused);
    }
  }

  private HttpResponse<?> refused(
      Evidence evidence,
      Permission permission,
      EvidencePage.Following form,
      Refusal.Invalid refused) {
    Company company = company(evidence.companyId(), permission);
    return HttpResponse.unprocessableEntity()
        .body(
            new ModelAndView<>(
                SHOW,
                listing.page(
                    company,
                    permission,
                    EvidencePage.Form.BLANK,
                    form,
                    errors(refused, evidence.id()))));
  }

  @Post("/evidence/{id}/withdrawal")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> withdraw(long id, @Body WithdrawalForm form, Permission permission, Deed deed) {
    Evidence evidence = found(id, permission);
    String why = text(form.why());
    if (why.isEmpty() || why.length() > LONGEST_REASON) {
      return refused(
          evidence,
          permission,
          new EvidencePage.Following(id, "", "", why),
          new Refusal.Invalid("why", "请写明撤下的理由，最多 " + LONGEST_REASON + " 字。"));
    }
    listing.withdraw(evidence, permission.caller(), why);
    deed.changed("状态", "有效", "已撤下");
    return Flash.seeOther(address(evidence.companyId()), "“" + evidence.name() + "”已撤下，历史版本仍可下载。");
  }

  @Get("/evidence/{id}/versions/{number}")
  @Produces(MediaType.ALL)
  HttpResponse<StreamedFile> download(long id, int number, Permission permission)
      throws IOException {
    Evidence.Version version =
        found(id, permission)
            .version(number)
            .orElseThrow(() -> new Refusal.Absent("这份佐证材料没有第 " + number + " 版。"));
    if (!version.cleared()) {
      throw new Refusal.Stale("这一版" + version.state() + "，暂不能下载。");
    }
    Path content = store.verified(version.hash());
    return HttpResponse.ok(
            new StreamedFile(
                Files.newInputStream(content),
                MediaType.of(version.format().mediaType()),
                version.uploadedAt().toEpochMilli(),
                version.bytes()))
        .header(HttpHeaders.CONTENT_DISPOSITION, Download.named(version.fileName()))
        .header("Content-Security-Policy", NOTHING_RUNS);
  }

  private static String same(Evidence known, Evidence.Version version) {
    return "与已登记的“%s”第 %d 版内容完全相同，证明的也是同一项。要更新那份材料的，请在它的“上传新版本或撤下”里上传；确需另立一份的，请勾选“仍另立一份”，并重新选择文件。"
        .formatted(known.name(), version.number());
  }

  private static String said(String what, Keeping.Kept kept) {
    return what + (kept.waits() ? "，查毒服务暂时没有应答，文件已暂存，查毒通过后自动生效，不必重新上传。" : "。");
  }

  private static FormErrors errors(Refusal.Invalid refused) {
    List<FieldError> errors = refused.errors();
    return FormErrors.of(errors);
  }

  // Each line has a form of its own; its fields carry its number.
  private static FormErrors errors(Refusal.Invalid refused, long line) {
    return FormErrors.of(
        refused.errors().stream()
            .map(error -> new FieldError(error.field() + "-" + line, error.message()))
            .toList());
  }

  private Company company(long id, Permission permission) {
    return companies
        .find(id, Known.today(permission.scope(), clock))
        .orElseThrow(() -> new Refusal.Absent("没有编号为 " + id + " 的企业。"));
  }

  private Evidence found(long id, Permission permission) {
    return visible
        .find(id, permission)
        .orElseThrow(() -> new Refusal.Absent("没有编号为 " + id + " 的佐证材料。"));
  }

  static String text(@Nullable String typed) {
    String text = Objects.requireNonNullElse(typed, "").strip();
    return text.length() <= LONGEST_REASON + 1 ? text : text.substring(0, LONGEST_REASON + 1);
  }

  private static Address address(long company) {
    return Address.of("/companies/" + company + "/evidence");
  }
}
