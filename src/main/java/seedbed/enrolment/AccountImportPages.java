package seedbed.enrolment;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.ModelAndView;
import io.micronaut.views.View;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import seedbed.access.Caller;
import seedbed.access.Role;
import seedbed.audit.Deed;
import seedbed.spreadsheet.SpreadsheetRefused;
import seedbed.spreadsheet.Table;
import seedbed.spreadsheet.WorkbookFile;
import seedbed.spreadsheet.Workbooks;
import seedbed.web.FieldError;
import seedbed.web.FormErrors;

/// Opening many accounts from a spreadsheet.
@Hidden
@Controller("/accounts/import")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class AccountImportPages {

  private final AccountImport imports;
  private final OneTimeLink.Writer links;

  AccountImportPages(AccountImport imports, OneTimeLink.Writer links) {
    this.imports = imports;
    this.links = links;
  }

  @Introspected
  record Page(int most, FormErrors errors) {}

  @Introspected
  record ResultPage(List<OneTimeLink> links, List<AccountImport.Fault> faults) {}

  @Get
  @View("accounts/import")
  Page show() {
    return new Page(AccountImport.MOST, FormErrors.NONE);
  }

  @Get("/template.xlsx")
  @Produces(WorkbookFile.TYPE)
  HttpResponse<byte[]> template() throws IOException {
    List<Table.Column> columns =
        AccountImport.HEADINGS.stream().map(heading -> Table.Column.text(heading, 20)).toList();
    List<List<@Nullable Object>> none = List.of();
    String roles = Arrays.stream(Role.values()).map(Role::label).collect(Collectors.joining("、"));
    var out = new ByteArrayOutputStream();
    Workbooks.write(
        Table.of("账号名单", columns, none)
            .noting(
                "登录名用字母、数字或 . _ @ -；角色为" + roles + "之一；所属地区填名称或区划代码。",
                "企业账号只填企业信用代码，不填所属地区；责任部门和检查人员须填单位。填好后上传，逐行检查。"),
        out);
    String name = URLEncoder.encode("培育库模板-账号名单.xlsx", StandardCharsets.UTF_8);
    return HttpResponse.ok(out.toByteArray())
        .contentType(MediaType.of(WorkbookFile.TYPE))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename*=UTF-8''" + name);
  }

  @Post
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  HttpResponse<?> read(
      HttpRequest<?> request,
      Caller caller,
      @Part CompletedFileUpload file,
      @Nullable @Part("rule") String rule,
      Deed deed)
      throws IOException {
    try {
      AccountImport.Result result =
          imports.read(
              file.getFilename(),
              file.getBytes(),
              "good".equals(rule) ? AccountImport.Rule.GOOD_ROWS : AccountImport.Rule.ALL_OR_NONE,
              caller.account());
      deed.noted("开通 " + result.issued().size() + " 个，有错误 " + result.faults().size() + " 行");
      var page =
          new ModelAndView<>(
              "accounts/imported",
              new ResultPage(
                  result.issued().stream().map(issued -> links.of(request, issued)).toList(),
                  result.faults()));
      return result.issued().isEmpty()
          ? HttpResponse.unprocessableEntity().body(page)
          : HttpResponse.ok(page);
    } catch (SpreadsheetRefused refused) {
      return HttpResponse.unprocessableEntity()
          .body(
              new ModelAndView<>(
                  "accounts/import",
                  new Page(
                      AccountImport.MOST,
                      FormErrors.of(new FieldError("file", refused.sentence())))));
    }
  }
}
