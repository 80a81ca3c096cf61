package seedbed.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.HttpRequest;
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
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import seedbed.access.Permission;
import seedbed.access.Scope;
import seedbed.audit.Deed;
import seedbed.audit.LastingAct;
import seedbed.web.PageRequest;
import seedbed.web.Problem;
import seedbed.web.QueryParameters;
import seedbed.web.Refusal;

/// Imports for other programs: send a file, wait for its check, store it.
@Controller("/api/v1/imports")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "数据导入")
class ImportApi {

  private final Importing importing;

  ImportApi(Importing importing) {
    this.importing = importing;
  }

  /// An import as programs see it.
  ///
  /// @param problems the first hundred; the annotated file has all
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "Import")
  record Whole(
      long id,
      @Schema(description = "companies、titles 或 figures；识别之前为空") @Nullable String kind,
      String fileName,
      String fileHash,
      String format,
      @Schema(
              description =
                  "waiting、checking、checked、refused、storing、stored、cancelled、failed、interrupted")
          String state,
      @Nullable String sentence,
      Done progress,
      Counts counts,
      Stored stored,
      Instant uploadedAt,
      @Nullable Instant endedAt,
      List<Found> problems) {}

  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "ImportProgress")
  record Done(long done, long total) {}

  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "ImportCounts")
  record Counts(
      long good,
      long wrong,
      long known,
      @Schema(description = "正确但有提示的行") long remarked,
      long cautions) {}

  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "ImportStored")
  record Stored(long rows, long values, long corrected) {}

  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "ImportProblem")
  record Found(
      int row,
      @Nullable String column,
      String heading,
      @Schema(description = "error 或 caution") String severity,
      String value,
      String reason,
      String remedy) {}

  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "Imports")
  record Listing(List<Whole> items, long total, int page, int size) {}

  @Get
  @Operation(summary = "导入记录，最近的在前")
  @Parameter(name = "page", description = "页码，从 1 起", example = "1")
  @Parameter(name = "size", description = "每页条数，最多 200", example = "50")
  Listing index(
      @Parameter(hidden = true) HttpRequest<?> request,
      @Parameter(hidden = true) PageRequest page,
      @Parameter(hidden = true) Scope scope) {
    QueryParameters.only(request, "page", "size");
    return new Listing(
        importing.newest(scope, page.page(), page.size()).stream()
            .map(upload -> whole(upload, List.of()))
            .toList(),
        importing.count(scope),
        page.page(),
        page.size());
  }

  @Post
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Operation(
      summary = "上传表格并开始检查",
      description = "字段 file；接受 .xlsx 和 UTF-8、GB18030 的 .csv。检查不登记任何数据。")
  @ApiResponse(responseCode = "202", description = "已受理，按 Location 查询进度")
  @ApiResponse(
      responseCode = "422",
      description = "文件不能受理",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = Problem.class)))
  HttpResponse<Whole> create(
      @Part CompletedFileUpload file,
      @Parameter(hidden = true) Permission permission,
      @Parameter(hidden = true) Deed deed)
      throws IOException {
    Importing.Outcome outcome =
        importing.upload(file.getFilename(), file.getBytes(), permission.caller());
    if (outcome instanceof Importing.Done(var upload)) {
      ImportDeeds.uploaded(deed, upload);
    }
    return accepted(outcome, permission.scope(), "file");
  }

  @Get("/{id}")
  @Operation(summary = "一次导入的进度和结果")
  Whole show(long id, @Parameter(hidden = true) Scope scope) {
    return whole(found(id, scope), importing.findings(id, ImportView.LISTED));
  }

  @Post("/{id}/storage")
  @Consumes(MediaType.ALL)
  @Operation(summary = "登记检查通过的行", description = "全部完成后一次登记，中途停止不会留下半截数据。")
  @Parameter(
      name = "rows",
      description = "all：没有错误时全部登记；good：只登记正确的行；clean：只登记正确且没有提示的行",
      example = "all")
  @Parameter(name = "accepted", description = "有需要核对的提示时，确认已核对", example = "true")
  HttpResponse<Whole> store(
      long id,
      @QueryValue String rows,
      @Nullable @QueryValue Boolean accepted,
      @Parameter(hidden = true) Permission permission,
      @Parameter(hidden = true) Deed deed,
      @Parameter(hidden = true) LastingAct act) {
    Import upload = found(id, permission.scope());
    Storing.Rows which = rows(rows);
    ImportDeeds.storing(deed, upload, which);
    return accepted(
        importing.store(upload, which, Boolean.TRUE.equals(accepted), permission.caller(), act),
        permission.scope(),
        "rows");
  }

  @Post("/{id}/correction")
  @Consumes(MediaType.ALL)
  @Operation(summary = "更正以前导入的数据", description = "按更正重新检查：与所选导入不一致的值，登记后取代它的值，旧值留在历史中；没有列出的值不变。")
  @Parameter(name = "corrects", description = "以前一次年度指标导入的编号；不填表示不更正", example = "12")
  HttpResponse<Whole> correct(
      long id,
      @Nullable @QueryValue Long corrects,
      @Parameter(hidden = true) Scope scope,
      @Parameter(hidden = true) Deed deed) {
    Import upload = found(id, scope);
    ImportDeeds.correcting(deed, upload, corrects);
    return accepted(importing.correct(upload, corrects), scope, "corrects");
  }

  @Post("/{id}/check")
  @Consumes(MediaType.ALL)
  @Operation(summary = "重新检查", description = "中断之后，或库中数据有变化时。")
  HttpResponse<Whole> check(
      long id, @Parameter(hidden = true) Scope scope, @Parameter(hidden = true) Deed deed) {
    Import upload = found(id, scope);
    ImportDeeds.checking(deed, upload);
    return accepted(importing.checkAgain(upload), scope, "state");
  }

  @Post("/{id}/cancellation")
  @Consumes(MediaType.ALL)
  @Operation(summary = "取消", description = "正在处理的停止处理，待确认的不再登记。")
  HttpResponse<Whole> cancel(
      long id, @Parameter(hidden = true) Scope scope, @Parameter(hidden = true) Deed deed) {
    Import upload = found(id, scope);
    ImportDeeds.cancelling(deed, upload);
    return accepted(importing.cancel(upload), scope, "state");
  }

  @Get("/{id}/report.xlsx")
  @Produces(MediaType.ALL)
  @Operation(summary = "原表，标出问题和原因", description = "CSV 上传的，给回 CSV。")
  HttpResponse<byte[]> report(long id, @Parameter(hidden = true) Scope scope) throws IOException {
    return ImportDownloads.annotated(importing, found(id, scope));
  }

  static Storing.Rows rows(String code) {
    return switch (code) {
      case "all" -> Storing.Rows.ALL;
      case "good" -> Storing.Rows.GOOD;
      case "clean" -> Storing.Rows.CLEAN;
      default ->
          throw new Refusal.Invalid("rows", "rows 应为 all（全部）、good（只登记正确的行）或 clean（只登记正确且没有提示的行）。");
    };
  }

  private HttpResponse<Whole> accepted(Importing.Outcome outcome, Scope scope, String field) {
    return switch (outcome) {
      case Importing.Done(var upload) -> {
        Import now = found(upload.id(), scope);
        yield HttpResponse.<Whole>accepted(URI.create("/api/v1/imports/" + now.id()))
            .body(whole(now, List.of()));
      }
      case Importing.Refused(var sentence) -> throw new Refusal.Invalid(field, sentence);
    };
  }

  private Import found(long id, Scope scope) {
    return importing.find(id, scope).orElseThrow(() -> new Refusal.Absent("没有编号为 " + id + " 的导入。"));
  }

  private Whole whole(Import upload, List<Finding> findings) {
    ImportKind kind = upload.kind();
    return new Whole(
        upload.id(),
        kind == null ? null : kind.code(),
        upload.fileName(),
        upload.fileHash(),
        upload.format(),
        upload.stateAt(importing.now()).code(),
        upload.sentence(),
        new Done(upload.doneRows(), upload.totalRows()),
        new Counts(
            upload.goodRows(),
            upload.wrongRows(),
            upload.knownRows(),
            upload.remarkedRows(),
            upload.cautions()),
        new Stored(upload.storedRows(), upload.storedValues(), upload.corrected()),
        upload.uploadedAt(),
        upload.endedAt(),
        findings.stream().map(ImportApi::shown).toList());
  }

  private static Found shown(Finding finding) {
    Integer column = finding.column();
    return new Found(
        finding.row(),
        column == null ? null : ImportView.letter(column),
        finding.heading(),
        finding.severity().name().toLowerCase(Locale.ROOT),
        finding.shown(),
        finding.reason(),
        finding.remedy());
  }
}
