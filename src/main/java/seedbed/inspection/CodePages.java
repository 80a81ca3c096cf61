package seedbed.inspection;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.View;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import seedbed.access.Permission;
import seedbed.audit.Deed;
import seedbed.secret.OpaqueToken;
import seedbed.web.Address;
import seedbed.web.Flash;
import seedbed.web.PublicAddress;
import seedbed.web.QrCode;
import seedbed.web.Refusal;

/// The code of a company, to be printed, and what happens when an inspector scans it.
@Hidden
@Controller
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class CodePages {

  private final InspectionCodes codes;
  private final CodeIssue issue;
  private final FilingReading reading;
  private final PublicAddress address;

  CodePages(InspectionCodes codes, CodeIssue issue, FilingReading reading, PublicAddress address) {
    this.codes = codes;
    this.issue = issue;
    this.reading = reading;
    this.address = address;
  }

  /// @param image null while there is no code
  @Introspected
  record Page(
      long companyId,
      String company,
      boolean demo,
      @Nullable String image,
      @Nullable Instant issuedAt) {}

  @Get("/companies/{id}/inspection-code")
  @View("inspections/code")
  Page code(long id, Permission permission) {
    Firm firm = reading.firm(id, permission.scope());
    InspectionCode code = codes.current(id).orElse(null);
    return new Page(
        id,
        firm.name(),
        firm.demo(),
        code == null ? null : QrCode.image(address.printed("/scans/" + code.token())),
        code == null ? null : code.issuedAt());
  }

  /// A new code; the one before leads nowhere from now on.
  @Post("/companies/{id}/inspection-code")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> renew(long id, Permission permission, Deed deed) {
    Firm firm = reading.firm(id, permission.scope());
    issue.renew(firm.id(), OpaqueToken.fresh().text(), permission.caller());
    deed.noted("发放新的企业检查码，原码作废");
    return Flash.seeOther(
        Address.of("/companies/" + id + "/inspection-code"), "已生成新的检查码，原来的已作废，请重新打印张贴。");
  }

  /// Leads an inspector to the company; to whom it is not, the code is one that there is not.
  @Get("/scans/{token}")
  HttpResponse<?> scan(String token, Permission permission) {
    long company =
        codes
            .findByTokenAndRevokedAtIsNull(token)
            .map(InspectionCode::companyId)
            .orElseThrow(() -> new Refusal.Absent("检查码无效或者已经更换，请改用企业名称或信用代码查询。"));
    Firm firm = reading.firm(company, permission.scope());
    return HttpResponse.seeOther(Address.of("/inspections/companies/" + firm.id()).uri());
  }
}
