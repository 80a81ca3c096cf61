package seedbed.reminder;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.View;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.access.Permission;
import seedbed.criteria.ReminderPlan;
import seedbed.obligation.Kinds;
import seedbed.web.PageRequest;
import seedbed.web.Pager;
import seedbed.web.Refusal;

/// What somebody was told, all of it, with the rule behind each.
@Hidden
@Controller("/reminders")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class ReminderPages {

  private final DigestReading reading;
  private final Kinds kinds;

  ReminderPages(DigestReading reading, Kinds kinds) {
    this.reading = reading;
    this.kinds = kinds;
  }

  @Introspected
  record Page(LocalDate toldOn, Instant madeAt, String subject, List<Line> lines, Pager pager) {}

  /// @param why the rule and step that name the reader
  @Introspected
  record Line(
      String title,
      String path,
      @Nullable String company,
      boolean demo,
      LocalDate dueOn,
      String why) {}

  @Get("/{id}")
  @View("reminders/show")
  Page show(long id, PageRequest page, Permission permission) {
    DigestReading.Told told =
        reading
            .findByIdAndAccountId(id, permission.caller().account())
            .orElseThrow(() -> new Refusal.Absent("没有编号为 " + id + " 的提醒，或者不是发给您的。"));
    return new Page(
        told.toldOn(),
        told.madeAt(),
        told.subject(),
        reading.items(id, page.size(), page.offset()).stream().map(this::line).toList(),
        Pager.of(page, told.items()));
  }

  private Line line(DigestReading.Item item) {
    return new Line(
        item.title(),
        item.path(),
        item.company(),
        item.demo(),
        item.dueOn(),
        "规则“%s”%s，%s告知%s"
            .formatted(
                kinds.label(item.kind()),
                item.ruleVersion() == 0 ? "" : "第 " + item.ruleVersion() + " 版",
                new ReminderPlan.Step(item.step(), EnumSet.of(item.whom())).label(),
                item.whom().label()));
  }
}
