package seedbed.inspection;

import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.access.Permission;
import seedbed.audit.Deed;
import seedbed.web.Flash;
import seedbed.web.Refusal;

/// A proposal to another unit to inspect a company together (综合查一次).
@Hidden
@Controller("/inspections/{id}/proposals")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class ProposalPages {

  private final FilingReading reading;
  private final Proposing proposing;

  ProposalPages(FilingReading reading, Proposing proposing) {
    this.reading = reading;
    this.proposing = proposing;
  }

  /// @param other the inspection that the other unit has filed
  @Serdeable
  record ProposalForm(@Nullable String other) {}

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> propose(long id, Permission permission, @Body ProposalForm form, Deed deed) {
    Inspection own = reading.inspection(id, permission);
    Firm firm = reading.firm(own.companyId(), permission.scope());
    List<FilingPage.Neighbour> near = reading.neighbours(own, firm);
    FilingPage.Neighbour other =
        near.stream()
            .filter(each -> ("" + each.id()).equals(form.other()))
            .findFirst()
            .orElseThrow(() -> new Refusal.Invalid("other", "近期没有这个单位的检查，请从页面上选择。"));
    try {
      proposing.propose(own, other, firm, permission.caller());
    } catch (DataAccessException e) {
      if (proposing.proposed(id, other.id())) {
        throw new Refusal.Stale("已经向" + other.unit() + "提议过联合检查。");
      }
      throw e;
    }
    deed.noted("向" + other.unit() + "提议联合检查");
    return Flash.seeOther(InspectionPages.address(id), "已向" + other.unit() + "提议联合检查，对方会收到消息。");
  }
}
